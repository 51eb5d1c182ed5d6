public import Diagnostics
public import Formats
import Planar

/// A table with one row per address, opened: a delimited file, the attributes of another table, or a point file.
///
///     let table = try AddressTable.open(path: "counts.csv", x: "Rechtswert", y: "Hochwert", counts: ["Einwohner"])
///     let run = try table.reduce(start: { 0 }) { rows, block in rows += block.count }
///
/// Rows are read in blocks and in parallel, in memory that does not grow with the file when it is a delimited one.
public struct AddressTable: Sendable {
    /// The file as the user named it.
    public let file: String
    /// The count columns, in the order asked for.
    public let counts: [String]
    /// The reference system that a point file states; `nil` for tables.
    public let declaredSystem: DeclaredSystem?

    private let rows: Rows
    private var keepsRows = false

    /// Rows of a block of a table in memory.
    private static let memoryBlock = 65_536

    /// What stands above and below the rows and is no row, one sentence each: titles and footnotes.
    public var remarks: [String] {
        guard case .delimited(let file, _) = rows else { return [] }
        var remarks: [String] = []
        if !file.titles.isEmpty { remarks.append("\(file.titles.count) title lines above the fields are no rows") }
        for note in file.footnotes { remarks.append("taken as a footnote and not as a row: '\(note.prefix(60))'") }
        return remarks
    }

    /// The line of the first row, from 1; for a point file the first feature.
    public var firstLine: Int {
        switch rows {
        case .delimited(let file, _): file.firstLine
        case .memory: 1
        }
    }

    private enum Rows: Sendable {
        /// A delimited file; x, y and the counts are its columns 0, 1, 2 ….
        case delimited(DelimitedFile, columns: [Int])
        /// Everything in memory.
        case memory(x: [Double], y: [Double], faults: [Int: String], values: [[TableValue]])
    }

    /// What one run over the rows gave.
    public struct Run<Accumulator: Sendable>: Sendable {
        /// One accumulator per worker, in no order that matters.
        public let accumulators: [Accumulator]
        fileprivate let lines: DelimitedLines?

        /// The line in the file of a row's place, from 1; for a point file the feature's number.
        public func line(of place: Int) -> Int {
            let (block, line) = (place >> 32, place & 0xFFFF_FFFF)
            guard let lines else { return block * AddressTable.memoryBlock + line }
            return lines.line(block: block, line: line)
        }
    }

    /// Opens a table.
    ///
    /// - Parameters:
    ///   - path: CSV or its relatives; GeoJSON, GeoPackage or Shapefile; a bare `.dbf`; a spreadsheet where `ogr2ogr` is.
    ///   - x: The column of the easting or longitude; `nil` for a point file.
    ///   - y: The column of the northing or latitude.
    ///   - counts: The columns to be summed.
    ///   - missing: Texts that mean a missing value.
    ///   - keepsRows: Whether a row with a count that is none, or a negative one, stays with that count missing and a
    ///     remark; else such a row is rejected, and negative numbers are summed like others.
    /// - Throws: `InputError` when the file cannot be read or a column does not exist.
    public static func open(
        path: String, x: String?, y: String?, counts: [String], missing: [String] = [], keepsRows: Bool = false
    ) throws(InputError) -> AddressTable {
        if isDelimited(path) {
            var options = DelimitedOptions()
            options.missing = missing
            let file = try DelimitedFile(converting: path, options: options)
            guard let x, let y else { throw coordinatesAreMissing(path, fields: file.header) }
            var columns = [try file.column(x), try file.column(y)]
            for name in counts { columns.append(try file.column(name)) }
            return AddressTable(
                file: path, counts: counts, declaredSystem: nil, rows: .delimited(file, columns: columns),
                keepsRows: keepsRows)
        }
        var table = try TableSource.addresses(path: path, x: x, y: y, counts: counts, missing: missing)
        table.keepsRows = keepsRows
        return table
    }

    init(
        file: String, counts: [String], declaredSystem: DeclaredSystem?, x: [Double], y: [Double],
        faults: [Int: String], values: [[TableValue]]
    ) {
        self.init(
            file: file, counts: counts, declaredSystem: declaredSystem,
            rows: .memory(x: x, y: y, faults: faults, values: values))
    }

    private init(
        file: String, counts: [String], declaredSystem: DeclaredSystem?, rows: Rows, keepsRows: Bool = false
    ) {
        self.file = file
        self.counts = counts
        self.declaredSystem = declaredSystem
        self.rows = rows
        self.keepsRows = keepsRows
    }

    /// Whether a file is delimited text, or a spreadsheet that becomes delimited text, rather than features.
    public static func isDelimited(_ path: String) -> Bool { TableSource.isDelimited(path) }

    static func coordinatesAreMissing(_ path: String, fields: [String]) -> InputError {
        InputError(
            .unknownName, "a table has no coordinates without the columns that hold them",
            remedy: "name them with --x and --y; its fields are \(fields.joined(separator: ", "))",
            at: Place(file: path))
    }

    /// The same table, prepared so that ``reduce(threads:start:failed:_:)`` shows no block twice.
    public func settled() throws(InputError) -> AddressTable {
        guard case .delimited(let file, let columns) = rows else { return self }
        return AddressTable(
            file: self.file, counts: counts, declaredSystem: nil,
            rows: .delimited(try file.settled(), columns: columns), keepsRows: keepsRows)
    }

    /// Shows all rows to `body`, block by block, on several threads.
    ///
    /// Each worker starts with `start()` and sees its own blocks in the order of the file; which worker sees which is
    /// not fixed, so what is accumulated must not depend on it. The block is valid during the call. `failed` is called as
    /// soon as a block has failed, while other workers may still be busy.
    public func reduce<Accumulator: Sendable>(
        threads: Int? = nil, start: @escaping @Sendable () -> Accumulator,
        failed: @escaping @Sendable () -> Void = {},
        _ body: @escaping @Sendable (inout Accumulator, inout AddressBlock) throws(InputError) -> Void
    ) throws(InputError) -> Run<Accumulator> {
        let counts = CountReading(names: self.counts, keepsRows: keepsRows)
        switch rows {
        case .delimited(let file, let columns):
            let width = self.counts.count
            let run = try file.reduce(
                columns: columns, threads: threads ?? DelimitedFile.processors,
                start: { Scratch(accumulator: start(), block: AddressBlock(columns: width)) }, failed: failed
            ) { (scratch: inout Scratch<Accumulator>, block) throws(InputError) in
                try scratch.block.fill(from: block, counts: counts)
                try body(&scratch.accumulator, &scratch.block)
            }
            return Run(accumulators: run.accumulators.map(\.accumulator), lines: run.lines)
        case .memory(let x, let y, let faults, let values):
            var accumulator = start()
            var block = AddressBlock(columns: self.counts.count)
            for first in stride(from: 0, to: x.count, by: AddressTable.memoryBlock) {
                block.fill(
                    x: x, y: y, faults: faults, values: values,
                    rows: first..<min(first + AddressTable.memoryBlock, x.count),
                    block: first / AddressTable.memoryBlock, counts: counts)
                try body(&accumulator, &block)
            }
            return Run(accumulators: [accumulator], lines: nil)
        }
    }

    /// What a worker holds: its result so far, and one block's memory for all its blocks.
    private struct Scratch<Accumulator: Sendable>: Sendable {
        var accumulator: Accumulator
        var block: AddressBlock
    }
}
