import Diagnostics
import Formats
import Planar

/// Which reader a table file needs, and the addresses of those that are not delimited text.
enum TableSource {
    /// Endings of files that hold features or attributes rather than lines of text.
    private static let featureEndings = [
        ".geojson", ".json", ".gpkg", ".shp", ".dbf", ".zip", ".gml", ".kml", ".fgb", ".tab", ".gdb", ".sqlite",
    ]

    /// Whether the file is delimited text, or a spreadsheet that becomes delimited text.
    static func isDelimited(_ path: String) -> Bool {
        let name = path.lowercased()
        return !featureEndings.contains { name.hasSuffix($0) || name.contains("\($0):") }
    }

    /// The addresses of a point file, or of attributes with coordinate columns.
    static func addresses(
        path: String, x: String?, y: String?, counts: [String], missing: [String]
    ) throws(InputError) -> AddressTable {
        let file = try FeatureFile.read(path: path)
        let format = TableNumberFormat(decimalSign: .point, missing: missing)
        var values: [[TableValue]] = []
        for name in counts { values.append(try file.column(name).map { format.value($0 ?? "") }) }
        if let x, let y {
            let columns = (try file.column(x), try file.column(y))
            var faults: [Int: String] = [:]
            func coordinates(_ texts: [String?], _ name: String) -> [Double] {
                texts.enumerated().map { row, text in
                    guard let text, !text.isEmpty else {
                        faults[row] = "the \(name) is missing"
                        return .nan
                    }
                    let value = format.value(text)
                    if let number = value.number, value.sign == nil { return number }
                    faults[row] = "the \(name) '\(text)' is not a number"
                    return .nan
                }
            }
            return AddressTable(
                file: path, counts: counts, declaredSystem: nil, x: coordinates(columns.0, "easting"),
                y: coordinates(columns.1, "northing"), faults: faults, values: values)
        }
        guard case .points(let pointX, let pointY) = file.geometry else {
            throw AddressTable.coordinatesAreMissing(path, fields: file.fields)
        }
        return AddressTable(
            file: path, counts: counts, declaredSystem: file.declaredSystem, x: pointX, y: pointY, faults: [:],
            values: values)
    }
}
