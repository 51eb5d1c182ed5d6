public import Diagnostics
import Formats
import Planar
public import Projection
public import Statistics

/// Address counts summed over areas: the desk's oldest task, in one pass over the file.
///
///     let result = try Aggregation.run(areas: districts, addresses: table, system: nil)
///     result.addresses[0]        // rows in the first area
///     result.sums[0][0].value    // the first count, summed over them
///
/// Sums are exact, so the answer does not depend on the number of threads.
public struct Aggregation: Sendable {
    /// The areas' keys, bytewise sorted.
    public let keys: [String]
    /// The columns that were summed.
    public let columns: [String]
    /// Area → rows located in it.
    public let addresses: [Int]
    /// Column → area → sum.
    public let sums: [[DecimalSum]]
    /// What became of every row.
    public let ledger: Ledger
    /// How coordinates were transformed, in words; empty where they were not.
    public let transformation: String

    /// Reads all addresses, locates them and sums their counts.
    ///
    /// - Parameters:
    ///   - areas: The areas.
    ///   - table: The addresses.
    ///   - system: The system of the coordinates; by default what a point file states, else that of the areas.
    ///   - threads: An upper bound; by default the machine decides.
    /// - Throws: `InputError` when the file cannot be read, or when most coordinates cannot be in their system.
    public static func run(
        areas: BoundaryLayer, addresses table: AddressTable, system: ReferenceSystem?, threads: Int? = nil
    ) throws(InputError) -> Aggregation {
        var source = areas.system
        if let system {
            source = system
        } else if let declared = table.declaredSystem {
            source = try ReferenceSystem(declared: declared)
        }
        let bridge = try CoordinateBridge(from: source, to: areas.system)
        let locator = PointLocator(areas.areas, threads: threads)
        let columns = table.counts.count
        let areaCount = areas.keys.count
        let run = try table.reduce(
            threads: threads, start: { Partial(columns: columns, areas: areaCount) }
        ) { (partial: inout Partial, block: inout AddressBlock) throws(InputError) in
            try partial.add(&block, bridge: bridge, locator: locator)
        }
        if let fault = BridgeWorker.fault(of: run.accumulators.compactMap(\.worker), file: table.file) { throw fault }
        var total = Partial(columns: columns, areas: areaCount)
        for partial in run.accumulators { total.add(partial, line: run.line(of:)) }
        precondition(total.ledger.isBalanced, "a row or a count has been lost")
        return Aggregation(
            keys: areas.keys, columns: table.counts, addresses: total.addresses,
            sums: (0..<columns).map { column in (0..<areaCount).map { total.sums[$0 * columns + column] } },
            ledger: total.ledger, transformation: bridge.description)
    }

    /// The result as a table: `key,addresses,COL,…`, one row per area, areas without addresses included.
    public func table(german: Bool = false) -> [UInt8] {
        var writer = TableWriter(header: ["key", "addresses"] + columns, german: german)
        for area in keys.indices {
            writer.write(
                [.text(keys[area]), .integer(addresses[area])] + sums.map { .number($0[area].value) })
        }
        return writer.bytes
    }

    /// The ledger as JSON.
    public var report: AggregationReport {
        AggregationReport(ledger: ledger, columns: columns, transformation: transformation)
    }
}

/// What one worker has summed.
private struct Partial: Sendable {
    var ledger: Ledger
    var addresses: [Int]
    /// Area · columns + column → sum: one row's sums lie side by side.
    var sums: [DecimalSum]
    var worker: BridgeWorker?

    init(columns: Int, areas: Int) {
        ledger = Ledger(columns: columns)
        addresses = Array(repeating: 0, count: areas)
        sums = Array(repeating: DecimalSum(), count: areas * columns)
    }

    mutating func add(
        _ block: inout AddressBlock, bridge: CoordinateBridge, locator: PointLocator
    ) throws(InputError) {
        let worker: BridgeWorker
        if let open = self.worker { worker = open } else { worker = try BridgeWorker([bridge]) }
        self.worker = worker
        let (x, y) = worker.prepare(&block)[0]
        let columns = ledger.totals.count
        let areas = ledger.book(block, x: x, y: y, locator: locator)
        for (row, area) in areas.enumerated() where area >= 0 {
            addresses[Int(area)] += 1
            for column in 0..<columns where block.cells[column][row] == .value {
                sums[Int(area) * columns + column].add(block.values[column][row])
            }
        }
    }

    mutating func add(_ other: Partial, line: (Int) -> Int) {
        ledger.add(other.ledger.withLines(line))
        for area in addresses.indices { addresses[area] += other.addresses[area] }
        for place in sums.indices { sums[place].add(other.sums[place]) }
    }
}
