/// Where in an input something stands: file, row (or feature) from 1, field.
///
///     Place(file: "areas.geojson", row: 17).description  // "areas.geojson, row 17"
public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it; empty when unknown.
    public var file: String
    /// The row or feature, counted from 1 as a person sees it in the file; 0 when it does not apply.
    public var row: Int
    /// The column, member or key; empty when it does not apply.
    public var field: String

    /// Creates a place; what is not known may be left out.
    public init(file: String = "", row: Int = 0, field: String = "") {
        self.file = file
        self.row = row
        self.field = field
    }

    /// The known parts, separated by commas; empty when nothing is known.
    public var description: String {
        var parts: [String] = []
        if !file.isEmpty { parts.append(file) }
        if row > 0 { parts.append("row \(row)") }
        if !field.isEmpty { parts.append(field) }
        return parts.joined(separator: ", ")
    }
}
