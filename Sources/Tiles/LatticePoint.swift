/// A point of a zoom's lattice, 4096 to a tile's side: x to the right, y downwards.
@frozen public struct LatticePoint: Hashable, Sendable, BitwiseCopyable {
    /// Steps to the right.
    public var x: Int32
    /// Steps downwards.
    public var y: Int32

    /// Creates a point.
    @inlinable public init(x: Int32, y: Int32) {
        self.x = x
        self.y = y
    }

    /// A number that orders points by column, then by row, and is different for different points.
    @inlinable var key: UInt64 {
        UInt64(UInt32(bitPattern: x) ^ 0x8000_0000) << 32 | UInt64(UInt32(bitPattern: y) ^ 0x8000_0000)
    }
}

/// Twice the signed area of the triangle o a b: positive when b lies to the left of o → a as seen with y upwards.
///
/// Exact while coordinates differ by less than 2³¹.
@inlinable @inline(__always) func cross(_ o: LatticePoint, _ a: LatticePoint, _ b: LatticePoint) -> Int64 {
    (Int64(a.x) - Int64(o.x)) &* (Int64(b.y) - Int64(o.y)) &- (Int64(a.y) - Int64(o.y))
        &* (Int64(b.x) - Int64(o.x))
}
