/// Hilbert's space-filling curve over a square of 65,536 × 65,536 cells.
enum HilbertCurve {
    /// How far along the curve a cell lies; cells near each other on the curve are near each other in the plane.
    ///
    /// The usual bit-by-bit construction with rotation of the quadrant.
    static func position(column: UInt32, row: UInt32) -> UInt32 {
        var x = min(column, 65_535)
        var y = min(row, 65_535)
        var position: UInt32 = 0
        var side: UInt32 = 32_768
        while side > 0 {
            let right: UInt32 = x & side > 0 ? 1 : 0
            let upper: UInt32 = y & side > 0 ? 1 : 0
            position &+= side &* side &* ((3 &* right) ^ upper)
            if upper == 0 {
                if right == 1 {
                    x = 65_535 - x
                    y = 65_535 - y
                }
                swap(&x, &y)
            }
            side /= 2
        }
        return position
    }
}
