public import Diagnostics

/// A small table held in memory: names, and columns of text with their lines in the file.
///
///     let table = try Table(path: "einwohner.csv")
///     let keys = try table.keys("Schlüssel")
///     let residents = table.numbers(try table.column("Einwohner"))
///
/// Cells are text as it stands, without blanks around it, so keys keep their leading zeros; an empty text is a missing
/// value. For addresses by the million read the file in blocks, with ``DelimitedFile``.
public struct Table: Sendable, Equatable {
    /// The file's name as the user gave it; it appears in messages.
    public let file: String
    /// The names of the columns.
    public let header: [String]
    /// The cells, column by column.
    public let columns: [[String]]
    /// The line of each row in the file, or the number of the feature, from 1.
    public let lines: [Int]
    /// How numbers are written.
    public let numberFormat: TableNumberFormat
    /// The rows above the field row.
    public let titles: [String]
    /// The notes below the table.
    public let footnotes: [String]
    /// The line of the field row; 0 when there is none.
    let headerLine: Int

    /// A table of columns that have been read already, such as the attributes of a boundary file.
    ///
    /// - Parameters:
    ///   - file: The name for messages.
    ///   - header: The names of the columns.
    ///   - columns: The cells, column by column, all equally long; `nil` is a missing value.
    ///   - numberFormat: How numbers are written in them; attribute tables have the decimal point.
    /// - Precondition: There is a column for each name, and all have the same length.
    public init(
        file: String, header: [String], columns: [[String?]],
        numberFormat: TableNumberFormat = TableNumberFormat(decimalSign: .point)
    ) {
        let rows = columns.first?.count ?? 0
        precondition(header.count == columns.count, "a table needs one name per column")
        precondition(columns.allSatisfy { $0.count == rows }, "the columns of a table are equally long")
        self.file = file
        self.header = header
        self.columns = columns.map { $0.map { $0 ?? "" } }
        self.numberFormat = numberFormat
        lines = Array(1..<(rows + 1))
        titles = []
        footnotes = []
        headerLine = 0
    }

    /// Reads all rows of an opened file.
    ///
    /// - Throws: `InputError` for the first row that has more or fewer fields than the field row, and what
    ///   ``DelimitedFile/reduce(columns:threads:start:_:)`` throws.
    public init(_ file: DelimitedFile, threads: Int = DelimitedFile.processors) throws(InputError) {
        let width = file.header.count
        let run = try file.map(columns: Array(0..<width), threads: threads) { block throws(InputError) in
            var part = TablePart(block: block.index, columns: Array(repeating: [], count: width))
            try block.forEachRow { row throws(InputError) in
                guard row.isRegular else {
                    throw row.error(
                        .malformed, row.irregularity,
                        remedy: "mend the row, or put text that holds the separator in quotation marks")
                }
                for column in 0..<width { part.columns[column].append(row.text(column)) }
                part.lines.append(row.line)
            }
            return part
        }
        self.file = file.path
        header = file.header
        numberFormat = file.numberFormat
        titles = file.titles
        footnotes = file.footnotes
        headerLine = file.dialect.headerLine
        columns = (0..<width).map { column in run.results.flatMap { $0.columns[column] } }
        lines = run.results.flatMap { part in
            part.lines.map { run.lines.line(block: part.block, line: $0) }
        }
    }

    /// Reads a table file: delimited text, or a spreadsheet (`.xlsx`, `.ods`), which `ogr2ogr` converts.
    public init(path: String, options: DelimitedOptions = DelimitedOptions()) throws(InputError) {
        try self.init(DelimitedFile(converting: path, options: options))
    }

    /// The number of rows.
    public var count: Int { lines.count }

    /// The place of a column by its name.
    ///
    /// - Throws: `InputError` (unknown name) when there is none, with the nearest name as remedy, or when there are two.
    public func column(_ name: String) throws(InputError) -> Int {
        try TableHeader(names: header, file: file, line: headerLine).column(name)
    }

    /// The numbers and signs of a column.
    ///
    /// - Complexity: O(*n*) for *n* rows.
    public func numbers(_ column: Int) -> [TableValue] { columns[column].map(numberFormat.value) }

    /// Where a cell stands, for messages.
    public func place(row: Int, column: Int) -> Place {
        Place(file: file, row: lines[row], field: header[column])
    }
}

/// The rows of one block.
private struct TablePart: Sendable {
    var block: Int
    var columns: [[String]]
    var lines: [Int] = []
}
