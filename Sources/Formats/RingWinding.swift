/// Which way a ring turns.
enum RingWinding {
    /// Twice the signed area of a closed ring, positive where it turns counter-clockwise: the shoelace formula, taken
    /// from the first vertex so that large coordinates do not eat the digits.
    static func twiceArea(_ x: [Double], _ y: [Double], _ vertices: Range<Int>) -> Double {
        guard vertices.count > 3 else { return 0 }
        let originX = x[vertices.lowerBound]
        let originY = y[vertices.lowerBound]
        var sum = 0.0
        for vertex in vertices.lowerBound..<vertices.upperBound - 1 {
            sum += (x[vertex] - originX) * (y[vertex + 1] - originY) - (x[vertex + 1] - originX) * (y[vertex] - originY)
        }
        return sum
    }
}
