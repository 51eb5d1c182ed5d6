public import Diagnostics
import Overlay
import Planar

/// The findings that are to be repaired, each with its task.
public struct RepairPlan: Sendable {
    /// One finding to be repaired.
    public struct Item: Sendable {
        /// The finding.
        public let finding: Finding
        /// What is done about it.
        public let task: RepairTask
        /// Whether no ground moves, so that nobody has to confirm it.
        public let isSafe: Bool
    }

    /// The items, in the order of the findings.
    public let items: [Item]
    /// Findings that were asked for and whose areas cannot be told by their keys, as several have the same.
    public let ambiguous: [Finding]
    /// How many findings are left alone because somebody accepted them.
    public let acceptedCount: Int

    /// Selects findings and turns them into tasks.
    ///
    /// - Parameters:
    ///   - findings: The findings of a check of `layer`.
    ///   - fill: Who gains gaps and keeps overlaps; nil takes what the findings propose.
    /// - Throws: ``InputError`` when an id names no finding, or one that cannot be repaired.
    public init(
        _ findings: [Finding], in layer: CheckedLayer, selection: RepairSelection, fill: RepairFill? = nil
    ) throws(InputError) {
        var areas: [String: [Int]] = [:]
        for (area, key) in layer.keys.enumerated() { areas[key, default: []].append(area) }
        var items: [Item] = []
        var ambiguous: [Finding] = []
        var accepted = 0
        for finding in findings {
            let found = RepairPlan.areas(of: finding, among: areas, layer)
            let numbers = found ?? []
            let isTouching = finding.kind == .invalidRing ? try RepairPlan.isTouching(numbers, layer) : false
            guard selection.includes(finding, isTouching: isTouching) else {
                if selection.matches(finding, isTouching: isTouching) { accepted += 1 }
                continue
            }
            guard let kind = RepairPlan.kind(of: finding) else {
                throw InputError(
                    .unknownName, "the finding \(finding.id) (\(finding.kind.rawValue)) has no repair",
                    remedy: finding.kind == .duplicateGeometry
                        ? "which of two equal areas is the right one, only a person can say" : "mend it by hand")
            }
            guard found != nil else {
                ambiguous.append(finding)
                continue
            }
            let proposed = finding.repair?.key
            let gainer = fill == nil ? numbers.first { layer.keys[$0] == proposed } : nil
            let isSafe = kind == .makeValid ? isTouching : kind != .fillGap && kind != .assignOverlap
            items.append(
                Item(
                    finding: finding,
                    task: RepairTask(kind, areas: numbers, ground: finding.metric.ground, gainer: gainer),
                    isSafe: isSafe))
        }
        let known = Set(findings.map(\.id))
        if let unknown = selection.ids.first(where: { !known.contains($0) }) {
            throw InputError(
                .unknownName, "no finding has the id '\(unknown)'", remedy: "kleinraum check lists the ids")
        }
        self.items = items
        self.ambiguous = ambiguous
        acceptedCount = accepted
    }

    /// The tasks.
    public var tasks: [RepairTask] { items.map(\.task) }

    /// Whether ground moves, so that somebody has to confirm it.
    public var needsConfirmation: Bool { items.contains { !$0.isSafe } }

    /// The areas that a finding is about, rising; of those with the same key, the ones at its place. Nil where these are
    /// more than it names.
    private static func areas(
        of finding: Finding, among numbers: [String: [Int]], _ layer: CheckedLayer
    ) -> [Int]? {
        var box = finding.metric.box
        let margin = 1e-3
        box = Box(minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin, maxY: box.maxY + margin)
        var found: [Int] = []
        for key in Set(finding.keys) {
            var candidates = numbers[key] ?? []
            let count = finding.keys.count { $0 == key }
            if candidates.count > count { candidates = candidates.filter { layer.metric.box(of: $0).intersects(box) } }
            guard candidates.count == count else { return nil }
            found += candidates
        }
        return found.sorted()
    }

    private static func isTouching(_ numbers: [Int], _ layer: CheckedLayer) throws(InputError) -> Bool {
        guard let area = numbers.first else { return false }
        let valid = try Overlay.repaired(layer.metric, area: area)
        // A ring on a line has no ground to keep: the area would vanish.
        return valid.area(of: 0) > 0 && RepairRings.keepsGround(layer.metric, area: area, valid: valid)
    }

    private static func kind(of finding: Finding) -> RepairTask.Kind? {
        switch finding.kind {
        case .repeatedVertex: .dropRepeatedVertices
        case .orientation: .orientRings
        case .unmatchedEdge: .insertVertices
        case .invalidRing: .makeValid
        case .gap: .fillGap
        case .overlap: .assignOverlap
        case .sliver: finding.details.first == FindingKind.gap.rawValue ? .fillGap : .assignOverlap
        default: nil
        }
    }
}
