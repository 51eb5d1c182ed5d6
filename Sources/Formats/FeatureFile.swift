public import Diagnostics
public import Planar

/// What a boundary or point file holds: one geometry and one row of attributes per feature.
///
///     let file = try FeatureFile.read(path: "stadtbezirke.geojson")
///     let keys = try file.keys("STADTBEZ")  // ["1", "2", …]
///     guard case .areas(let areas) = file.geometry else { … }
///
/// Attributes are text, column by column, because keys are: `"007"` stays `"007"`. A numeric attribute with a whole
/// value is written without a decimal point (`7`), any other in its shortest round-trip form; truth values are `true`
/// and `false`; nested JSON is its text; `nil` is null or absent.
public struct FeatureFile: Sendable {
    /// The geometries of the features, all of one kind.
    public enum Geometry: Sendable, Equatable {
        /// Areas; a feature without geometry is an area without parts.
        case areas(Areas)
        /// Points, x being easting or longitude; NaN where a feature has no geometry.
        case points(x: [Double], y: [Double])

        /// How many features there are.
        public var count: Int {
            switch self {
            case .areas(let areas): areas.count
            case .points(let x, _): x.count
            }
        }
    }

    /// The file, as the user named it; messages name it so.
    public var file: String
    /// The geometries, in the file's order.
    public var geometry: Geometry
    /// The attributes' names, in the file's order; a name may occur twice.
    public var fields: [String]
    /// The attributes' values: one array per field, one value per feature.
    public var columns: [[String?]]
    /// The reference system that the file states; `nil` where it states none.
    public var declaredSystem: DeclaredSystem?
    /// What the values of each field are in the file; empty where that is not known.
    public var kinds: [Kind]
    /// Why there are no attributes, where a file that should hold them is missing.
    var absentAttributes = ""

    /// Creates a feature file from its parts.
    ///
    /// - Precondition: There is one column per field, each has one value per feature, and there is one kind per field
    ///   or none.
    public init(
        file: String, geometry: Geometry, fields: [String], columns: [[String?]], declaredSystem: DeclaredSystem?,
        kinds: [Kind] = []
    ) {
        precondition(fields.count == columns.count, "a column per field")
        precondition(kinds.isEmpty || kinds.count == fields.count, "a kind per field")
        precondition(columns.allSatisfy { $0.count == geometry.count }, "a value per feature")
        self.file = file
        self.geometry = geometry
        self.fields = fields
        self.columns = columns
        self.declaredSystem = declaredSystem
        self.kinds = kinds
    }

    /// How many features there are.
    public var count: Int { geometry.count }

    /// The values of the attribute with that name.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/unknownName`` where no field or more than one has the name.
    public func column(_ name: String) throws(InputError) -> [String?] {
        guard let index = fields.firstIndex(of: name) else {
            let remedy =
                if !absentAttributes.isEmpty {
                    absentAttributes
                } else if fields.isEmpty {
                    "the file has no attributes"
                } else {
                    "its fields are: " + fields.joined(separator: ", ")
                }
            throw InputError(.unknownName, "there is no field '\(name)'", remedy: remedy, at: Place(file: file))
        }
        guard fields.lastIndex(of: name) == index else {
            throw InputError(
                .unknownName, "the field '\(name)' occurs twice", remedy: "rename one of them", at: Place(file: file))
        }
        return columns[index]
    }

    /// The features' keys: the values of a field, or with `@row` the numbers from 1, with `@row0` from 0.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/invalidKey``, naming feature and value, where a key is missing
    ///   or occurs twice; ``InputError/Code/unknownName`` where the field does not exist.
    /// - Complexity: O(*n*).
    public func keys(_ field: String) throws(InputError) -> [String] {
        if field == "@row" { return (0..<count).map { String($0 + 1) } }
        if field == "@row0" { return (0..<count).map { String($0) } }
        let values = try column(field)
        var keys: [String] = []
        keys.reserveCapacity(values.count)
        var features: [String: Int] = [:]
        features.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            let place = Place(file: file, row: index + 1, field: field)
            guard let key = value, !key.isEmpty else {
                throw InputError(
                    .invalidKey, "feature \(index + 1) has no key", remedy: "give it a key, or take another field",
                    at: place)
            }
            if let earlier = features.updateValue(index + 1, forKey: key) {
                throw InputError(
                    .invalidKey, "the key '\(key)' of feature \(index + 1) is also that of feature \(earlier)",
                    remedy: "each key may occur once", at: place)
            }
            keys.append(key)
        }
        return keys
    }
}
