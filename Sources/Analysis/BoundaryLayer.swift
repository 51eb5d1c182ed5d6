public import Diagnostics
public import Planar
public import Projection

/// The areas of one boundary file with their keys, in the bytewise order of the keys.
///
/// The order of features in a file is an accident; from here on areas are numbered by key, so that no result depends
/// on it.
public struct BoundaryLayer: Sendable {
    /// The file, as the user named it.
    public var file: String
    /// The areas' keys, unique and sorted bytewise.
    public var keys: [String]
    /// The boundaries in their own reference system.
    public var areas: Areas
    /// That reference system.
    public var system: ReferenceSystem
    /// The attributes, column by column, in the order of the keys.
    public var fields: [String]
    /// The attribute values; `nil` where there is none.
    public var columns: [[String?]]

    /// Creates a layer from parts that are in order already.
    ///
    /// - Precondition: The keys rise bytewise and there are as many as areas.
    public init(
        file: String, keys: [String], areas: Areas, system: ReferenceSystem, fields: [String] = [],
        columns: [[String?]] = []
    ) {
        precondition(keys.count == areas.count, "keys and areas differ in number")
        self.file = file
        self.keys = keys
        self.areas = areas
        self.system = system
        self.fields = fields
        self.columns = columns
    }

    /// The attribute of a name.
    public func column(_ name: String) throws(InputError) -> [String?] {
        guard let place = fields.firstIndex(of: name) else {
            throw InputError(
                .unknownName, "there is no field '\(name)'",
                remedy: "the fields are \(fields.joined(separator: ", "))", at: Place(file: file))
        }
        guard fields.lastIndex(of: name) == place else {
            throw InputError(
                .unknownName, "the field '\(name)' occurs twice", remedy: "rename one of them", at: Place(file: file))
        }
        return columns[place]
    }
}
