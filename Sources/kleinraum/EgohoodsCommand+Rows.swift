import Analysis
import Diagnostics
import Formats

/// The blocks of one worker.
struct EgohoodRows: Sendable {
    var blocks: [AddressBlock] = []
    var worker: BridgeWorker?

    /// More persons than any address has; sums of such numbers stay exact.
    private static let largestCount = 1e8

    /// Keeps a block, its unusable rows rejected.
    mutating func add(_ block: inout AddressBlock, bridge: CoordinateBridge?, names: [String]) throws(InputError) {
        for row in 0..<block.count where !block.x[row].isNaN {
            for (column, name) in names.enumerated() {
                let value = block.values[column][row]
                if block.cells[column][row] != .value {
                    let what = block.cells[column][row] == .secret ? "is secret" : "is missing"
                    block.reject(row: row, reason: "the count in \(name) \(what)")
                } else if value < 0 || value > Self.largestCount {
                    block.reject(row: row, reason: "\(Message.number(value)) in \(name) is no count of an address")
                } else {
                    continue
                }
                break
            }
        }
        if let bridge {
            let worker: BridgeWorker
            if let open = self.worker { worker = open } else { worker = try BridgeWorker([bridge]) }
            self.worker = worker
            _ = worker.prepare(&block)
        }
        blocks.append(block)
    }
}

extension EgohoodRows {
    /// The keys of all rows, rejected ones too; nil where they are the rows' numbers.
    static func keys(path: String, field: String) throws(InputError) -> [String]? {
        if field == "@row" { return nil }
        guard AddressTable.isDelimited(path) else { return try FeatureFile.read(path: path).keys(field) }
        let file = try DelimitedFile(converting: path)
        if field == "@row0" {
            let run = try file.map(columns: []) { block throws(InputError) in
                var count = 0
                try block.forEachRow { _ in count += 1 }
                return count
            }
            return (0..<run.results.reduce(0, +)).map { String($0) }
        }
        let column = try file.column(field)
        let run = try file.map(columns: [column]) { block throws(InputError) in
            var keys: [(line: Int, key: String)] = []
            try block.forEachRow { row in keys.append((block.index << 32 | row.line, row.text(0))) }
            return keys
        }
        var places: [String: Int] = [:]
        var keys: [String] = []
        for (place, key) in run.results.flatMap(\.self) {
            let line = { (place: Int) in run.lines.line(block: place >> 32, line: place & 0xFFFF_FFFF) }
            guard !key.isEmpty else {
                throw InputError(
                    .invalidKey, "the key is missing", remedy: "fill it in, or leave --key out to number the rows",
                    at: Place(file: path, row: line(place), field: field))
            }
            if let earlier = places.updateValue(place, forKey: key) {
                throw InputError(
                    .invalidKey, "the key '\(key)' occurs twice, also in row \(line(earlier))",
                    remedy: "keep one row per key, or leave --key out to number the rows",
                    at: Place(file: path, row: line(place), field: field))
            }
            keys.append(key)
        }
        return keys
    }
}
