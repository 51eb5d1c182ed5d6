import Analysis
import Diagnostics
import Foundation
import Projection

/// The reading of a table by a crew of workers, whose blocks come out of the queue in the order of the file.
final class AddressReading: @unchecked Sendable {
    /// What a worker makes of a block.
    struct Located: Sendable {
        var block: Analysis.AddressBlock
        /// Level → row → area.
        var areas: [[Int32]]
        /// The rows' coordinates in the system of the first level; NaN for rejected rows.
        var plane: (x: [Double], y: [Double])
        /// Level → the block's own ledger.
        var ledgers: [Analysis.Ledger]
    }

    let queue = BlockQueue<Located>(capacity: 16)
    private let table: AddressTable
    private let targets: [AddressImport.Target]
    private let bridges: [CoordinateBridge]
    /// Level → its bridge.
    private let bridgeOfTarget: [Int]
    private let done = DispatchSemaphore(value: 0)
    private var result: Result<AddressTable.Run<BridgeWorker?>, InputError>?

    init(table: AddressTable, targets: [AddressImport.Target], bridges: [CoordinateBridge]) {
        self.table = table
        self.targets = targets
        self.bridges = bridges
        bridgeOfTarget = targets.map { target in
            guard let place = bridges.firstIndex(where: { $0.transformation.target == target.system }) else {
                preconditionFailure("no bridge leads to \(target.system.label)")
            }
            return place
        }
    }

    /// Begins to read on threads of its own.
    func start() {
        Thread { [self] in
            let run: Result<AddressTable.Run<BridgeWorker?>, InputError>
            do throws(InputError) {
                run = .success(
                    try table.reduce(start: { BridgeWorker?.none }, failed: { self.queue.end() }) {
                        (worker: inout BridgeWorker?, block: inout Analysis.AddressBlock) throws(InputError) in
                        try self.locate(&block, worker: &worker)
                    })
            } catch {
                run = .failure(error)
            }
            result = run
            queue.end()
            done.signal()
        }.start()
    }

    /// Ends the reading, wherever it is, and waits until no worker is left.
    func stop() {
        queue.end()
        done.wait()
        done.signal()
    }

    /// Waits for the end; the lines of the rows' places, or what went wrong.
    func finish() throws(InputError) -> (Int) -> Int {
        done.wait()
        done.signal()
        guard let run = try result?.get() else { preconditionFailure("the reading has not ended") }
        if let fault = BridgeWorker.fault(of: run.accumulators.compactMap { $0 }, file: table.file) { throw fault }
        return { run.line(of: $0) }
    }

    private func locate(_ block: inout Analysis.AddressBlock, worker: inout BridgeWorker?) throws(InputError) {
        // Nobody waits for what comes now.
        if queue.isEnded { return }
        let open: BridgeWorker
        if let known = worker { open = known } else { open = try BridgeWorker(bridges) }
        worker = open
        let coordinates = open.prepare(&block)
        var ledgers = targets.map { _ in Analysis.Ledger(columns: block.values.count) }
        var areas: [[Int32]] = []
        for (place, target) in targets.enumerated() {
            let (x, y) = coordinates[bridgeOfTarget[place]]
            areas.append(ledgers[place].book(block, x: x, y: y, locator: target.locator))
        }
        queue.put(
            Located(block: block, areas: areas, plane: coordinates[bridgeOfTarget[0]], ledgers: ledgers),
            number: block.index)
    }
}
