public import Diagnostics

/// Reads spreadsheets (XLSX, ODS) as CSV, so that the table reader finds header row and footnotes in them as in any
/// other table.
///
///     let csv = try Spreadsheet.csv("counts.xlsx", sheet: "2023")
public enum Spreadsheet {
    /// The rows of a sheet as CSV in UTF-8, with commas and decimal points, every cell as text, nothing taken for a
    /// header.
    ///
    /// - Parameter sheet: The sheet's name; may be left out where there is one.
    /// - Throws: ``InputError`` where the file cannot be read, where `ogr2ogr` is not installed, or where the sheet is
    ///   unknown or in doubt.
    /// - Complexity: O(*n*) for *n* cells.
    public static func csv(_ path: String, sheet: String? = nil) throws(InputError) -> [UInt8] {
        let cells = try ConvertedFile.read(path: path, layer: sheet, attributesOnly: true, cellsAsText: true)
        var out = OutputBuffer()
        for row in 0..<cells.count {
            for (index, column) in cells.columns.enumerated() {
                if index > 0 { out.write(byte: UInt8(ascii: ",")) }
                if let text = column[row] { write(text, into: &out) }
            }
            out.write(byte: UInt8(ascii: "\n"))
        }
        return out.bytes
    }

    private static func write(_ text: String, into out: inout OutputBuffer) {
        let isPlain = !text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D }
        if isPlain { return out.write(text) }
        out.write(byte: 0x22)
        for byte in text.utf8 {
            if byte == 0x22 { out.write(byte: byte) }
            out.write(byte: byte)
        }
        out.write(byte: 0x22)
    }
}
