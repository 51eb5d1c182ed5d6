import Planar

/// The grid that a whole drawing's vertices are rounded to.
///
/// Neighbours that share a vertex in metres share it on the lattice, because both are rounded by the same rule: no gaps
/// and no overlaps appear that the boundaries do not have. y grows downwards, as on a screen.
struct Lattice {
    /// Lattice units in a millimetre (or whatever the drawing is measured in).
    let fineness: Double
    /// Metres in such a millimetre; zero where there is nothing to draw.
    let metresPerUnit: Double
    private let scale: Double
    private let left: Double
    private let top: Double
    private let originX: Double
    private let originY: Double

    /// Fits a box into a frame at the origin, in the middle of whatever room is left.
    init(fitting box: Box, width: Double, height: Double, fineness: Double) {
        self.fineness = fineness
        let wide = box.isEmpty ? 0 : box.width
        let high = box.isEmpty ? 0 : box.height
        originX = box.isEmpty ? 0 : box.minX
        originY = box.isEmpty ? 0 : box.maxY
        // A single point lies in the middle, at whatever scale.
        let metres = max(wide / width, high / height)
        metresPerUnit = metres
        scale = metres > 0 ? fineness / metres : 0
        left = (width * fineness - wide * scale) / 2
        top = (height * fineness - high * scale) / 2
    }

    /// The lattice column of an easting; the last one there is for a place beyond it.
    @inline(__always) func column(_ x: Double) -> Int32 { Lattice.bounded(left + (x - originX) * scale + 0.5) }
    /// The lattice row of a northing; the last one there is for a place beyond it.
    @inline(__always) func row(_ y: Double) -> Int32 { Lattice.bounded(top + (originY - y) * scale + 0.5) }
    /// A whole number so small that the steps from one to another are 32 bits as well, whatever the place: also for
    /// infinity, and for what is no number, which `min` leaves out in this order.
    @inline(__always) private static func bounded(_ place: Double) -> Int32 {
        Int32(max(-farthest, min(farthest, place)))
    }
    private static let farthest = 0x1p30 - 8

    /// An easting in drawing units, not rounded.
    func across(_ x: Double) -> Double { (left + (x - originX) * scale) / fineness }
    /// A northing in drawing units, not rounded.
    func down(_ y: Double) -> Double { (top + (originY - y) * scale) / fineness }
}
