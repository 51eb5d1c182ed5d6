public import Diagnostics

/// A table in a delimited text file (CSV and its relatives), opened and understood, its rows not yet read.
///
///     let file = try DelimitedFile(path: "counts_2023-12-31.csv")
///     file.header                 // ["Stichtag", "ObjektID", …]
///     file.dialect.encoding       // windows1252
///     let residents = try file.column("Einwohner")
///
/// The rows are read with ``reduce(columns:threads:start:_:)`` or ``map(columns:threads:_:)``, in blocks and in
/// parallel, in memory that does not grow with the file; small tables with `Table`. Rows above the field row and notes
/// below the table are no rows: they are in ``titles`` and ``footnotes``, so that nothing is lost silently.
public struct DelimitedFile: Sendable {
    /// The file's name as the user gave it.
    public let path: String
    /// How the file is written.
    public let dialect: DelimitedDialect
    /// The names of the fields, without blanks around them, byte order mark and line ends; those without a name at the
    /// end are left out.
    public let header: [String]
    /// The text above the field row, line by line, without the empty lines.
    public let titles: [String]
    /// The notes below the table, top to bottom.
    public let footnotes: [String]

    let descriptor: DelimitedDescriptor
    let options: DelimitedOptions
    /// Bytes of the rows.
    let rows: Range<Int>
    /// The line in which the rows begin, from 1.
    public let firstLine: Int
    /// Whether line ends within quoted fields have been seen at the beginning already.
    var hasQuotedLineEnds: Bool

    /// Opens a file and finds out how it is written.
    ///
    /// - Throws: `InputError` when the file cannot be read, is UTF-16, a spreadsheet or otherwise no text, is empty (but
    ///   see ``DelimitedOptions/mayBeEmpty``), or when the prescribed header line does not exist.
    public init(path: String, options: DelimitedOptions = DelimitedOptions()) throws(InputError) {
        try self.init(DelimitedDescriptor(path: path), path: path, options: options)
    }

    /// Understands an open file; `path` is what messages say. A first line that is skipped has no number.
    init(
        _ descriptor: DelimitedDescriptor, path: String, options: DelimitedOptions, skipsFirstLine: Bool = false
    ) throws(InputError) {
        do throws(InputError) {
            let opening = try DelimitedOpening(descriptor, options: options, skipsFirstLine: skipsFirstLine)
            self.path = path
            self.descriptor = descriptor
            self.options = options
            dialect = opening.dialect
            header = opening.header
            titles = opening.titles
            firstLine = opening.firstLine
            hasQuotedLineEnds = opening.hasQuotedLineEnds
            var end = descriptor.size
            var notes: [String] = []
            if options.recognisesFootnotes, !header.isEmpty {
                (end, notes) = try DelimitedFile.notes(descriptor, opening)
            }
            rows = opening.rowsStart..<max(end, opening.rowsStart)
            footnotes = notes
        } catch {
            throw error.inFile(path)
        }
    }

    /// Where the table ends, and the notes below it.
    private static func notes(
        _ descriptor: DelimitedDescriptor, _ opening: DelimitedOpening
    ) throws(InputError) -> (end: Int, texts: [String]) {
        let start = max(opening.rowsStart, descriptor.size - 64 << 10)
        var tail = try descriptor.bytes(start..<descriptor.size)[...]
        // The tail must begin with a line.
        if start > opening.rowsStart { tail = tail[((tail.firstIndex(of: 0x0A) ?? tail.endIndex - 1) + 1)...] }
        let notes = DelimitedFootnotes(tail, dialect: opening.dialect, width: opening.header.count)
        return (start + notes.start, notes.texts)
    }

    /// The place of a column by its name.
    ///
    /// - Throws: `InputError` (unknown name) when there is none, with the nearest name as remedy, or when there are two.
    public func column(_ name: String) throws(InputError) -> Int {
        try TableHeader(names: header, file: path, line: dialect.headerLine).column(name)
    }

    /// How numbers are written in the file.
    public var numberFormat: TableNumberFormat {
        TableNumberFormat(decimalSign: dialect.decimalSign, missing: options.missing)
    }
}
