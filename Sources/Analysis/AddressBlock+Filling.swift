import Diagnostics
import Formats
import Statistics

extension AddressBlock {
    /// Reads the rows of a block of a delimited file: columns 0 and 1 are the coordinates, the others the counts.
    mutating func fill(from source: borrowing DelimitedBlock, counts: CountReading) throws(InputError) {
        clear()
        index = source.index
        lineCount = source.lineCount
        let base = source.index << 32
        let columns = values.count
        try source.forEachRow { row throws(InputError) in
            let index = count
            places.append(base | row.line)
            let easting = row.number(0)
            let northing = row.number(1)
            x.append(easting.number ?? .nan)
            y.append(northing.number ?? .nan)
            for column in 0..<columns {
                let value = row.number(2 + column)
                append(value, to: column, counts: counts)
            }
            if !row.isRegular { reject(row: index, reason: row.irregularity) }
            if !easting.isPlain || !northing.isPlain {
                reject(row: index, reason: AddressBlock.coordinateFault(row, easting, northing))
            }
            for column in 0..<columns where cells[column][index] == .unreadable {
                settle(row: index, column: column, text: row.text(2 + column), counts: counts)
            }
        }
    }

    /// Copies rows out of columns in memory; `faults` says by row which cannot be used.
    mutating func fill(
        x sourceX: [Double], y sourceY: [Double], faults: [Int: String], values sourceValues: [[TableValue]],
        rows: Range<Int>, block: Int, counts: CountReading
    ) {
        clear()
        index = block
        lineCount = rows.count
        x.append(contentsOf: sourceX[rows])
        y.append(contentsOf: sourceY[rows])
        for line in 1...max(1, rows.count) { places.append(block << 32 | line) }
        for column in values.indices {
            for row in rows {
                let value = sourceValues[column][row]
                append(value, to: column, counts: counts)
            }
        }
        for (index, row) in rows.enumerated() {
            if let fault = faults[row] { reject(row: index, reason: fault) }
            if !x[index].isFinite || !y[index].isFinite { reject(row: index, reason: "the point has no coordinates") }
            for column in values.indices where cells[column][index] == .unreadable {
                settle(row: index, column: column, text: "", counts: counts)
            }
        }
    }

    /// What becomes of a row with a count that is none: it is rejected, or only that count is missing.
    private mutating func settle(row: Int, column: Int, text: String, counts: CountReading) {
        let value = text.isEmpty ? "the value" : "'\(text)'"
        let reason = "\(value) in \(counts.names[column]) is no count"
        if counts.keepsRows {
            cells[column][row] = .missing
            unusable.append((row, reason))
        } else {
            reject(row: row, reason: reason)
        }
    }

    /// The largest count that one address may have; sums of such numbers stay exact.
    private static let largestCount = 1e15

    private mutating func append(_ value: TableValue, to column: Int, counts: CountReading) {
        var cell = Cell.missing
        var number = 0.0
        if let found = value.number {
            let isCount = found.magnitude <= AddressBlock.largestCount && (found >= 0 || !counts.keepsRows)
            cell = isCount ? .value : .unreadable
            number = cell == .value ? found : 0
        } else if value.isUnreadable {
            cell = .unreadable
        } else if value.state == .suppressed {
            cell = .secret
        }
        values[column].append(number)
        cells[column].append(cell)
    }

    private static func coordinateFault(
        _ row: borrowing DelimitedRow, _ easting: TableValue, _ northing: TableValue
    ) -> String {
        let texts = [row.text(0), row.text(1)]
        if texts.allSatisfy({ $0.isEmpty }) { return "the row has no coordinates" }
        let column = easting.isPlain ? 1 : 0
        let name = column == 0 ? "easting" : "northing"
        if texts[column].isEmpty { return "the \(name) is missing" }
        return "the \(name) '\(texts[column])' is not a number"
    }
}

extension TableValue {
    /// A number without any sign: a coordinate may be nothing else, the zero that `-` means included.
    fileprivate var isPlain: Bool { number != nil && sign == nil }
}
