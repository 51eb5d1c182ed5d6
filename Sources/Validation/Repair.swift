public import Diagnostics
import Overlay
public import Planar

/// Areas of a coverage after repairs, with a ledger of what they gained and lost.
///
///     let task = RepairTask(.fillGap, areas: [0, 1], ground: gap, gainer: 1)
///     let repair = try Repair(areas, tasks: [task])
///     repair.ledger.filled  // the gap's m²
///     repair.created        // []: a repair that makes new faults must not be used
///
/// Only what is asked for is done, and only what has to be done for it: rings are dropped, split, or traced anew along
/// vertices that are there. A vertex never moves; new ones stand only where borders cross. An area that no task
/// concerns comes out bit for bit as it was, but that it may have vertices inserted that its neighbours got. Rings that
/// are written anew lose vertices that repeat the one before. The outer border stays where it is: a task that would
/// move it fails, and so does one about an area whose ring crosses itself and is not to be made valid with it.
///
/// Afterwards the areas are checked again, and vertices that the repair itself left unmatched are inserted.
public struct Repair: Sendable {
    /// A task that was not done.
    public struct Failure: Sendable, Equatable {
        /// The task.
        public var task: RepairTask
        /// Why, in a few words.
        public var reason: String
    }

    /// The areas, in metres.
    public private(set) var areas: Areas
    /// Area → whether its rings are not what they were.
    public private(set) var touched: [Bool]
    /// What areas gained and lost.
    public private(set) var ledger = RepairLedger()
    /// The areas that the repair would take all ground from, or that had none and would lose their geometry.
    public private(set) var vanished: [Int] = []
    /// The tasks that were not done.
    public private(set) var failures: [Failure] = []
    /// The faults that are there now and were not before.
    public private(set) var created: [CoverageFault] = []
    /// All faults that are there now.
    public private(set) var faults: [CoverageFault] = []

    /// Rounds of repairing what a repair left behind.
    private static let rounds = 6

    /// Repairs areas.
    ///
    /// - Parameters:
    ///   - areas: Areas in metres.
    ///   - tasks: What is to be done, in the order of the findings.
    ///   - fill: Who gains where a task does not say it.
    ///   - known: The faults of the areas, where they have been sought already.
    /// - Throws: ``InputError`` when a coordinate is not finite or GEOS gives up on an area.
    /// - Complexity: That of looking for faults, once before and two or three times after, and O(*n* *k*) for the *n*
    ///   border vertices of the areas around the tasks, of which *k* share a range of eastings.
    public init(
        _ areas: Areas, tasks: [RepairTask], fill: RepairFill = .longestBorder, known: [CoverageFault]? = nil,
        threads: Int = 1
    ) throws(InputError) {
        let before: [CoverageFault]
        if let known { before = known } else { before = try CoverageFaults(areas, threads: threads).faults }
        var rings = RepairRings(areas)
        for task in tasks where !task.needsArrangement { try rings.perform(task) }
        var round = RepairRound(rings.finish())
        ledger.mended = rings.mended
        let crossed = try Repair.crossed(in: areas, before, tasks)
        var pending = tasks.filter { task in task.needsArrangement && !task.areas.contains { crossed.contains($0) } }
        let asked = Set(pending.map { AskedFault(task: $0) })
        faults = before
        for number in 0..<Repair.rounds {
            if number > 0 && pending.isEmpty { break }
            // A vertex is unmatched when it lies on an edge to a micrometre; only what exactness left is taken so.
            round.perform(pending, fill: fill, tolerance: number == 0 ? 0 : 1e-6)
            faults = try CoverageFaults(round.areas, threads: threads).faults
            created = faults.filter { fault in !before.contains { Repair.isSame($0, fault) } }
            pending = created.compactMap { Repair.afterTask($0) }
            // What is asked for and still there may have needed another repair first.
            if number < 2 {
                pending += faults.filter { fault in asked.contains(AskedFault(fault: fault)) }
                    .filter { fault in before.contains { Repair.isSame($0, fault) } }
                    .compactMap { Repair.task(again: $0, tasks: tasks) }
            }
        }
        self.areas = round.areas
        touched = zip(rings.touched, round.touched).map { $0 || $1 }
        ledger.filled = round.filled
        ledger.resolved = round.resolved
        for area in 0..<areas.count where touched[area] {
            let (size, now) = (areas.area(of: area), round.areas.area(of: area))
            ledger.rows.append(
                RepairLedger.Row(
                    area: area, before: size, after: now, base: max(size, rings.validSizes[area] ?? size)))
            let isGone = round.areas.parts(of: area).isEmpty || (size > 0 && !(now > 0))
            if isGone && !areas.parts(of: area).isEmpty { vanished.append(area) }
        }
        let reason = "a ring of its areas crosses itself, which has to be repaired first or with it"
        let refused = tasks.filter { task in task.needsArrangement && task.areas.contains { crossed.contains($0) } }
        failures = left(of: tasks, reasons: round.failures + refused.map { ($0, reason) })
    }

    /// The areas whose rings cross themselves and that no task makes valid: what they own is a matter of opinion.
    private static func crossed(
        in areas: Areas, _ faults: [CoverageFault], _ tasks: [RepairTask]
    ) throws(InputError) -> Set<Int> {
        let mended = Set(tasks.filter { $0.kind == .makeValid }.flatMap(\.areas))
        var crossed: Set<Int> = []
        for area in faults.filter({ $0.kind == .invalidRing }).flatMap(\.areas) where !mended.contains(area) {
            let valid = try Overlay.repaired(areas, area: area)
            if !RepairRings.keepsGround(areas, area: area, valid: valid) { crossed.insert(area) }
        }
        return crossed
    }

    /// A fault by kind and areas, to find a task's fault again.
    private struct AskedFault: Hashable {
        var kind: CoverageFault.Kind
        var areas: [Int]

        init(task: RepairTask) {
            kind =
                switch task.kind {
                case .fillGap: .gap
                case .assignOverlap: .overlap
                default: .unmatchedEdge
                }
            areas = task.areas
        }

        init(fault: CoverageFault) {
            kind = fault.kind
            areas = fault.areas
        }
    }

    /// Whether a fault after a repair is one that was there before: the same kind between the same areas, or ground at
    /// the same place.
    static func isSame(_ before: CoverageFault, _ after: CoverageFault) -> Bool {
        guard before.kind == after.kind else { return false }
        if before.kind == .gap {
            return before.ground.box.intersects(after.ground.box) && after.measure <= before.measure * (1 + 1e-6) + 1e-6
        }
        return before.areas == after.areas && after.measure <= before.measure * (1 + 1e-6) + 1e-6
    }

    /// What is to be done about a fault that the repair itself made: only what moves no ground to speak of.
    private static func afterTask(_ fault: CoverageFault) -> RepairTask? {
        switch fault.kind {
        case .unmatchedEdge: RepairTask(fault)
        case .gap, .overlap: fault.measure < 1e-3 ? RepairTask(fault) : nil
        default: nil
        }
    }

    /// The same task for what is left of its fault.
    private static func task(again fault: CoverageFault, tasks: [RepairTask]) -> RepairTask? {
        let kind: RepairTask.Kind =
            fault.kind == .gap ? .fillGap : fault.kind == .overlap ? .assignOverlap : .insertVertices
        let box = fault.ground.box
        let task = tasks.first {
            $0.kind == kind && $0.areas == fault.areas && (kind != .fillGap || $0.ground.box.intersects(box))
        }
        guard var task else { return nil }
        task.ground = fault.ground
        return task
    }

    /// The tasks whose faults are still there.
    private func left(of tasks: [RepairTask], reasons: [(task: RepairTask, reason: String)]) -> [Failure] {
        tasks.filter { task in
            faults.contains { fault in
                switch (task.kind, fault.kind) {
                case (.dropRepeatedVertices, .repeatedVertex), (.makeValid, .invalidRing),
                    (.insertVertices, .unmatchedEdge), (.assignOverlap, .overlap):
                    task.areas == fault.areas
                case (.fillGap, .gap): task.ground.box.intersects(fault.ground.box) && task.areas == fault.areas
                default: false
                }
            }
        }
        .map { task in
            Failure(
                task: task, reason: reasons.first { $0.task == task }?.reason ?? "the fault is still there afterwards")
        }
    }
}
