public import Analysis
public import Diagnostics
import Planar
public import Projection

/// What a repair does to addresses: how many lie in each area before and after.
///
/// For the desk: it counts addresses.
public struct RepairMoves: Sendable, Equatable {
    /// Area → addresses before.
    public private(set) var before: [Int]
    /// Area → addresses after.
    public private(set) var after: [Int]
    /// How many addresses lie in another area afterwards, or in one for the first time.
    public private(set) var moved = 0

    private init(areas: Int) {
        before = [Int](repeating: 0, count: areas)
        after = before
    }

    /// Locates all addresses twice.
    ///
    /// - Parameters:
    ///   - table: The addresses.
    ///   - system: The reference system of their coordinates; by default what a point file states, else that of the
    ///     boundaries.
    /// - Throws: ``InputError`` when the file cannot be read, or when most coordinates cannot be in their system.
    public init(
        _ repair: Repair, of layer: CheckedLayer, addresses table: AddressTable, system: ReferenceSystem? = nil,
        threads: Int? = nil
    ) throws(InputError) {
        var source = layer.system
        if let system {
            source = system
        } else if let declared = table.declaredSystem {
            source = try ReferenceSystem(declared: declared)
        }
        let bridge = try CoordinateBridge(from: source, to: layer.metricSystem)
        let old = PointLocator(layer.metric, threads: threads)
        let new = PointLocator(repair.areas, threads: threads)
        let count = layer.count
        let run = try table.reduce(threads: threads, start: { Part(moves: RepairMoves(areas: count)) }) {
            (part: inout Part, block: inout AddressBlock) throws(InputError) in
            try part.add(&block, bridge: bridge, old: old, new: new)
        }
        if let fault = BridgeWorker.fault(of: run.accumulators.compactMap(\.worker), file: table.file) { throw fault }
        self.init(areas: count)
        for part in run.accumulators {
            for area in 0..<count {
                before[area] += part.moves.before[area]
                after[area] += part.moves.after[area]
            }
            moved += part.moves.moved
        }
    }

    /// What one worker has counted.
    private struct Part: Sendable {
        var moves: RepairMoves
        var worker: BridgeWorker?

        mutating func add(
            _ block: inout AddressBlock, bridge: CoordinateBridge, old: PointLocator, new: PointLocator
        ) throws(InputError) {
            let worker: BridgeWorker
            if let open = self.worker { worker = open } else { worker = try BridgeWorker([bridge]) }
            self.worker = worker
            let (x, y) = worker.prepare(&block)[0]
            for row in 0..<block.count where !x[row].isNaN {
                let (earlier, later) = (old.locate(x: x[row], y: y[row]).area, new.locate(x: x[row], y: y[row]).area)
                if earlier >= 0 { moves.before[Int(earlier)] += 1 }
                if later >= 0 { moves.after[Int(later)] += 1 }
                if earlier != later { moves.moved += 1 }
            }
        }
    }
}
