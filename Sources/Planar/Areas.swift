/// The areas of a layer in flat arrays: area → part → ring → vertex.
///
/// An area has parts (polygons), a part has rings (the first is the shell, the others are holes), a ring has vertices
/// and repeats its first vertex as its last. Each level is one array of offsets, one longer than the level has
/// members, so that the members of `i` are `offsets[i] ..< offsets[i + 1]`. An area without parts is an area without
/// geometry; it keeps its place.
///
///     var builder = Areas.Builder()
///     builder.addRing(x: [0, 1, 1, 0, 0], y: [0, 0, 1, 1, 0])
///     builder.closePart()
///     builder.closeArea()
///     let square = builder.finish()
///     square.area(of: 0)  // 1.0
///
/// This is also GeoArrow's separated layout. Analysis keeps `Double`; nothing here knows a reference system: x is
/// always easting or longitude, y northing or latitude.
public struct Areas: Sendable, Equatable {
    /// The vertices' eastings or longitudes.
    public let x: [Double]
    /// The vertices' northings or latitudes.
    public let y: [Double]
    /// Ring → first vertex; one longer than there are rings.
    public let ringStarts: [Int32]
    /// Part → first ring; one longer than there are parts.
    public let partStarts: [Int32]
    /// Area → first part; one longer than there are areas.
    public let areaStarts: [Int32]

    /// Creates areas from their arrays.
    ///
    /// - Precondition: The offsets rise from 0 to the size of the level below, and `x` and `y` are of one length.
    public init(x: [Double], y: [Double], ringStarts: [Int32], partStarts: [Int32], areaStarts: [Int32]) {
        precondition(x.count == y.count, "x and y differ in length")
        precondition(ringStarts.first == 0 && Int(ringStarts[ringStarts.count - 1]) == x.count, "ring offsets")
        precondition(partStarts.first == 0 && Int(partStarts[partStarts.count - 1]) == ringStarts.count - 1, "parts")
        precondition(areaStarts.first == 0 && Int(areaStarts[areaStarts.count - 1]) == partStarts.count - 1, "areas")
        self.x = x
        self.y = y
        self.ringStarts = ringStarts
        self.partStarts = partStarts
        self.areaStarts = areaStarts
    }

    /// No areas.
    public static let none = Areas(x: [], y: [], ringStarts: [0], partStarts: [0], areaStarts: [0])

    /// How many areas there are, with or without geometry.
    public var count: Int { areaStarts.count - 1 }

    /// The parts of an area, as indices into `partStarts`.
    @inlinable public func parts(of area: Int) -> Range<Int> {
        Int(areaStarts[area])..<Int(areaStarts[area + 1])
    }

    /// The rings of a part, shell first, as indices into `ringStarts`.
    @inlinable public func rings(ofPart part: Int) -> Range<Int> {
        Int(partStarts[part])..<Int(partStarts[part + 1])
    }

    /// All rings of an area, of all its parts.
    @inlinable public func rings(of area: Int) -> Range<Int> {
        Int(partStarts[Int(areaStarts[area])])..<Int(partStarts[Int(areaStarts[area + 1])])
    }

    /// The vertices of a ring, the repeated last one included.
    @inlinable public func vertices(ofRing ring: Int) -> Range<Int> {
        Int(ringStarts[ring])..<Int(ringStarts[ring + 1])
    }

    /// All vertices of an area.
    @inlinable public func vertices(of area: Int) -> Range<Int> {
        let rings = rings(of: area)
        return Int(ringStarts[rings.lowerBound])..<Int(ringStarts[rings.upperBound])
    }

    /// The box of an area; empty where it has no geometry.
    public func box(of area: Int) -> Box {
        var box = Box.empty
        for vertex in vertices(of: area) { box.add(x: x[vertex], y: y[vertex]) }
        return box
    }

    /// The box of all areas.
    public var box: Box {
        var box = Box.empty
        for vertex in x.indices { box.add(x: x[vertex], y: y[vertex]) }
        return box
    }
}
