import Analysis
import Diagnostics
import Formats

/// A small table for a desk command: delimited text, a spreadsheet, or the attributes of a boundary file.
enum TableFile {
    /// Reads the whole table.
    static func read(_ path: String, missing: [String]) throws(InputError) -> Table {
        if AddressTable.isDelimited(path) {
            var options = DelimitedOptions()
            options.missing = missing
            return try Table(path: path, options: options)
        }
        let file = try FeatureFile.read(path: path)
        return Table(
            file: path, header: file.fields, columns: file.columns,
            numberFormat: TableNumberFormat(decimalSign: .point, missing: missing))
    }
}
