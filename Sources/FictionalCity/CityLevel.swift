public import Planar

/// The areas of one level: keys, names, the areas above them, borders.
///
/// All arrays have one entry per area and are in the order of the keys.
public struct CityLevel: Sendable {
    /// The level's id in file names: `bezirke`.
    public let id: String
    /// The level's name for readers: `Statistische Distrikte`.
    public let title: String
    /// The keys: text of one length with leading zeros. A key begins with the key of the area above.
    public let keys: [String]
    /// The names; not all of them differ.
    public let names: [String]
    /// The keys of the areas above; empty text on the highest level.
    public let parents: [String]
    /// The borders in metres (EPSG:25832), in whole centimetres. Shells run counter-clockwise, and neighbours share
    /// all vertices of their border exactly, on all levels.
    public let areas: Areas
}
