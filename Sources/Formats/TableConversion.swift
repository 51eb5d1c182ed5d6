public import Diagnostics

/// Spreadsheets (XLSX, ODS) as delimited text, by way of GDAL's `ogr2ogr`, where it is installed.
///
/// The program writes the sheet into a temporary file that has no name, so nothing is left behind. All cells are asked
/// for as text and no row is taken as the field row: leading zeros stay, and title rows are found as in any other file.
enum TableConversion {
    /// Whether the file's name says that it is a spreadsheet.
    static func isSpreadsheet(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".xlsx", ".xlsm", ".ods"].contains { name.hasSuffix($0) }
    }

    /// A sheet as comma separated UTF-8 with decimal points; its first line holds GDAL's own names of the fields.
    static func delimitedText(of path: String, sheet: String?) throws(InputError) -> DelimitedDescriptor {
        // Opening it first gives the usual message when the file is not there.
        _ = try DelimitedDescriptor(path: path)
        // GDAL would take a name that begins with a hyphen as an option.
        let source = path.hasPrefix("-") ? "./" + path : path
        let chosen: String
        if let sheet {
            chosen = sheet
        } else {
            chosen = try firstSheet(of: source, path: path)
        }
        // GDAL 3.6 knows these as open options for XLSX only, but as configuration for both.
        var options: [String] = []
        for driver in ["XLSX", "ODS"] {
            options += [
                "--config", "OGR_\(driver)_HEADERS", "DISABLE", "--config", "OGR_\(driver)_FIELD_TYPES", "STRING",
            ]
        }
        return try run("ogr2ogr", ["-f", "CSV", "/vsistdout/", source, chosen] + options, path: path)
    }

    /// The name of the first sheet: `ogrinfo` lists them as `1: name (None)`.
    private static func firstSheet(of source: String, path: String) throws(InputError) -> String {
        let list = try run("ogrinfo", ["-ro", "-q", source], path: path)
        let text = String(decoding: try list.bytes(0..<list.size), as: UTF8.self)
        for line in text.split(separator: "\n") where line.hasPrefix("1: ") {
            let name = line.dropFirst(3)
            return String(name.hasSuffix(" (None)") ? name.dropLast(7) : name)
        }
        throw InputError(.malformed, "the spreadsheet has no sheet", at: Place(file: path))
    }

    private static func run(
        _ name: String, _ arguments: [String], path: String
    ) throws(InputError) -> DelimitedDescriptor {
        guard let program = ExternalProgram(name) else {
            throw InputError(
                .missingProgram, "reading a spreadsheet needs the program \(name), which is not installed",
                remedy: "install the Debian package gdal-bin, or save the sheet as CSV", at: Place(file: path))
        }
        let result = try program.output(of: arguments)
        guard result.status == 0 else {
            let said = String(decoding: try result.messages.bytes(0..<min(result.messages.size, 4096)), as: UTF8.self)
            let message = said.split(separator: "\n").first.map(String.init) ?? "status \(result.status)"
            throw InputError(
                .malformed, "\(name) cannot read the spreadsheet: \(message)",
                remedy: "open it and save it again, or save the sheet as CSV", at: Place(file: path))
        }
        return result.output
    }
}

extension DelimitedFile {
    /// Opens a table file: delimited text, or a spreadsheet (`.xlsx`, `.xlsm`, `.ods`), of which the first sheet is read
    /// unless ``DelimitedOptions/sheet`` names another. Lines are then the rows of the sheet.
    ///
    /// - Throws: What ``init(path:options:)`` throws; `InputError` (missing program) when a spreadsheet is given and
    ///   `ogr2ogr` is not installed.
    public init(converting path: String, options: DelimitedOptions = DelimitedOptions()) throws(InputError) {
        guard TableConversion.isSpreadsheet(path) else {
            try self.init(path: path, options: options)
            return
        }
        let descriptor = try TableConversion.delimitedText(of: path, sheet: options.sheet)
        var options = options
        options.separator = UInt8(ascii: ",")
        options.encoding = .utf8
        try self.init(descriptor, path: path, options: options, skipsFirstLine: true)
    }
}
