public import Diagnostics
import Formats

/// The words that name an address at the desk, looked up for the few lines that a report shows.
public enum AddressLabels {
    /// Line → the texts of the columns, joined by blanks.
    ///
    /// The file is read once more, which is cheaper than keeping the texts of all rows.
    ///
    /// - Parameters:
    ///   - lines: The lines wanted, from 1; for a point file the features.
    ///   - path: The address table.
    ///   - columns: The columns that name an address, e.g. street and house number.
    /// - Throws: `InputError` when the file cannot be read or a column does not exist.
    public static func read(
        lines: Set<Int>, path: String, columns: [String]
    ) throws(InputError) -> [Int: String] {
        guard !lines.isEmpty, !columns.isEmpty else { return [:] }
        guard AddressTable.isDelimited(path) else {
            let file = try FeatureFile.read(path: path)
            var texts: [[String?]] = []
            for column in columns { texts.append(try file.column(column)) }
            let labels = lines.map { line in (line, joined(texts.map { $0[line - 1] ?? "" })) }
            return Dictionary(uniqueKeysWithValues: labels)
        }
        let file = try DelimitedFile(converting: path).settled()
        var places: [Int] = []
        for column in columns { places.append(try file.column(column)) }
        let width = places.count
        let firstLine = file.firstLine
        // One worker sees the blocks in the order of the file, so that it can count the lines.
        let run = try file.reduce(columns: places, threads: 1, start: { (line: firstLine, labels: [Int: String]()) }) {
            (found: inout (line: Int, labels: [Int: String]), block) throws(InputError) in
            try block.forEachRow { row in
                let line = found.line + row.line - 1
                if lines.contains(line) { found.labels[line] = joined((0..<width).map { row.text($0) }) }
            }
            found.line += block.lineCount
        }
        return run.accumulators.reduce(into: [:]) { $0.merge($1.labels) { one, _ in one } }
    }

    private static func joined(_ texts: [String]) -> String {
        texts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
