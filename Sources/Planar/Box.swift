/// An axis-parallel rectangle, closed on all sides.
///
///     var box = Box.empty
///     box.add(x: 1, y: 2)
///     box.add(x: 4, y: 3)
///     box.width  // 3
@frozen public struct Box: Hashable, Sendable, BitwiseCopyable {
    /// The smallest easting or longitude.
    public var minX: Double
    /// The smallest northing or latitude.
    public var minY: Double
    /// The largest easting or longitude.
    public var maxX: Double
    /// The largest northing or latitude.
    public var maxY: Double

    /// Creates a box from its sides.
    @inlinable public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The box of nothing: adding a point makes it the box of that point.
    public static let empty = Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

    /// Whether the box holds no point at all.
    @inlinable public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
    /// The extent in x; meaningless when empty.
    @inlinable public var width: Double { maxX - minX }
    /// The extent in y; meaningless when empty.
    @inlinable public var height: Double { maxY - minY }

    /// Grows the box to hold a point.
    @inlinable public mutating func add(x: Double, y: Double) {
        if x < minX { minX = x }
        if x > maxX { maxX = x }
        if y < minY { minY = y }
        if y > maxY { maxY = y }
    }

    /// Grows the box to hold another.
    @inlinable public mutating func add(_ other: Box) {
        minX = min(minX, other.minX)
        minY = min(minY, other.minY)
        maxX = max(maxX, other.maxX)
        maxY = max(maxY, other.maxY)
    }

    /// Whether a point lies in the box or on its sides.
    @inlinable public func contains(x: Double, y: Double) -> Bool {
        x >= minX && x <= maxX && y >= minY && y <= maxY
    }

    /// Whether two boxes share at least a point.
    @inlinable public func intersects(_ other: Box) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }
}
