/// Where a point lies among areas.
@frozen public struct Location: Sendable, Hashable, BitwiseCopyable {
    /// The area that the point belongs to, or −1 when it lies outside all.
    public var area: Int32
    /// Whether the point lies exactly on the border of at least one area.
    public var isOnBorder: Bool
    /// Whether more than one area claims the point: the areas overlap there.
    public var isInOverlap: Bool

    /// Creates a location.
    @inlinable public init(area: Int32, isOnBorder: Bool = false, isInOverlap: Bool = false) {
        self.area = area
        self.isOnBorder = isOnBorder
        self.isInOverlap = isInOverlap
    }

    /// Outside all areas.
    public static let outside = Location(area: -1)
}
