public import Diagnostics
import Planar
import Projection

/// A bridge at work in one thread: PROJ's handles are opened once for all of its blocks.
///
/// It is handed from worker to worker at most between blocks; two threads never use it at once, since each accumulator
/// of a run belongs to one worker.
public final class BridgeWorker: @unchecked Sendable {
    private let plausibility: Plausibility
    private let projectors: [Projecting]

    /// How many rows had coordinates that cannot be in the system.
    public private(set) var implausible = 0
    /// The box of those rows.
    private var implausibleBox = Box.empty
    /// How many rows had coordinates.
    private var checked = 0

    /// Opens the handles of bridges that start from the same system and lead to different ones.
    ///
    /// - Precondition: There is at least one bridge.
    public init(_ bridges: [CoordinateBridge]) throws(InputError) {
        precondition(!bridges.isEmpty, "a worker needs a bridge")
        plausibility = bridges[0].plausibility
        var opened: [Projecting] = []
        for bridge in bridges { opened.append(Projecting(try Projector(bridge.transformation))) }
        projectors = opened
    }

    /// Rejects rows whose coordinates cannot be in their system or cannot be transformed.
    ///
    /// - Returns: For each bridge the rows' coordinates in its target system; NaN for rejected rows.
    public func prepare(_ block: inout AddressBlock) -> [(x: [Double], y: [Double])] {
        for row in 0..<block.count {
            let (x, y) = (block.x[row], block.y[row])
            guard x.isFinite && y.isFinite else { continue }
            checked += 1
            guard !plausibility.admits(x: x, y: y) else { continue }
            implausible += 1
            implausibleBox.add(x: x, y: y)
            block.reject(row: row, reason: "x \(x), y \(y) cannot be in \(plausibility.system.label)")
        }
        let rejected = block.rejections.count
        var coordinates: [(x: [Double], y: [Double])] = []
        var hasFailed = false
        for projecting in projectors {
            var x = block.x
            var y = block.y
            if projecting.projector.apply(x: &x, y: &y) > rejected { hasFailed = true }
            coordinates.append((x, y))
        }
        if hasFailed { rejectFailed(in: &block, coordinates: &coordinates) }
        return coordinates
    }

    private func rejectFailed(in block: inout AddressBlock, coordinates: inout [(x: [Double], y: [Double])]) {
        for row in 0..<block.count where coordinates.contains(where: { $0.x[row].isNaN }) {
            if !block.x[row].isNaN { block.reject(row: row, reason: "the coordinates cannot be transformed") }
            for place in coordinates.indices {
                coordinates[place].x[row] = .nan
                coordinates[place].y[row] = .nan
            }
        }
    }

    /// The fault of the file as a whole, when most coordinates cannot be in their system: swapped axes, say.
    public static func fault(of workers: [BridgeWorker], file: String) -> InputError? {
        let implausible = workers.reduce(0) { $0 + $1.implausible }
        let checked = workers.reduce(0) { $0 + $1.checked }
        guard let plausibility = workers.first?.plausibility, implausible * 2 > checked else { return nil }
        var box = Box.empty
        for worker in workers { box.add(worker.implausibleBox) }
        return plausibility.fault(in: box)?.inFile(file)
    }
}

/// A projector in a class, since arrays hold no noncopyable values.
private final class Projecting: Sendable {
    let projector: Projector

    init(_ projector: consuming Projector) { self.projector = projector }
}
