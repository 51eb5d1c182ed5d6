import Overlay
import Planar

/// Faults of the coverage as findings: with keys, names and what could be done.
struct FaultFindings {
    let layer: CheckedLayer
    /// The areas as the faults were sought in them.
    let mended: Areas
    /// Below this width in metres a long overlap or gap is called a sliver; nil keeps them what they are.
    let sliverWidth: Double?

    /// The finding of a fault.
    func finding(_ fault: CoverageFault) -> Finding {
        var kind = FaultFindings.kind(of: fault.kind)
        var details: [String] = fault.detail.isEmpty ? [] : [fault.detail]
        if fault.kind == .invalidRing, fault.detail.contains("Self-intersection"), isFolded(fault.areas[0]) {
            details = ["Spike"]
        }
        let width = width(of: fault)
        if fault.kind == .overlap || fault.kind == .gap, isSliver(fault.ground, width: width) {
            details = [kind.rawValue]
            kind = .sliver
        }
        return Finding(
            kind, keys: fault.areas.map { layer.keys[$0] }, names: fault.areas.map { layer.names[$0] },
            measure: fault.measure, width: width,
            metric: FindingShape(x: fault.x, y: fault.y, ground: fault.ground, lines: fault.lines),
            details: details, repair: repair(of: fault))
    }

    private static func kind(of kind: CoverageFault.Kind) -> FindingKind {
        switch kind {
        case .invalidRing: .invalidRing
        case .repeatedVertex: .repeatedVertex
        case .overlap: .overlap
        case .gap: .gap
        case .unmatchedEdge: .unmatchedEdge
        case .duplicateGeometry: .duplicateGeometry
        }
    }

    /// Whether an area's border somewhere turns straight back, and a repair takes no ground from it: GEOS calls that a
    /// self-intersection, but nothing crosses.
    private func isFolded(_ area: Int) -> Bool {
        let metric = layer.metric
        let size = metric.area(of: area)
        guard abs(mended.area(of: area) - size) <= 1e-9 * size else { return false }
        return metric.rings(of: area).contains { ring in
            let edges = metric.vertices(ofRing: ring).dropLast()
                .filter { metric.x[$0] != metric.x[$0 + 1] || metric.y[$0] != metric.y[$0 + 1] }
            return edges.indices.contains { place in
                metric.segment(edges[place]).isFolded(by: metric.segment(edges[(place + 1) % edges.count]))
            }
        }
    }

    /// The width that the fault states, or twice the ground's area by half its perimeter, which a long strip has.
    private func width(of fault: CoverageFault) -> Double {
        guard fault.kind == .overlap || fault.kind == .gap else { return .nan }
        if fault.width.isFinite { return fault.width }
        guard fault.ground.count > 0 else { return .nan }
        let perimeter = fault.ground.perimeter(of: 0)
        return perimeter > 0 ? 2 * fault.measure / perimeter : .nan
    }

    /// Whether ground is narrow: under the width asked for, and less compact than a rectangle of one to four. Compactness
    /// is Polsby and Popper's, 4π · area / perimeter² (The third criterion, Yale Law & Policy Review 9, 1991), which
    /// mapshaper's sliver filter uses, too; that rectangle has 0.50.
    private func isSliver(_ ground: Areas, width: Double) -> Bool {
        guard let sliverWidth, width < sliverWidth, ground.count > 0 else { return false }
        let perimeter = ground.perimeter(of: 0)
        return 4 * Double.pi * ground.area(of: 0) < 0.5 * perimeter * perimeter
    }

    private func repair(of fault: CoverageFault) -> ProposedRepair? {
        switch fault.kind {
        case .repeatedVertex: ProposedRepair(action: .dropRepeatedVertices, isSafe: true, squareMetres: 0)
        case .unmatchedEdge: ProposedRepair(action: .insertVertices, isSafe: true, squareMetres: 0)
        case .duplicateGeometry: nil
        case .invalidRing: mending(fault.areas[0], detail: fault.detail)
        case .gap: assignment(.fillGap, of: fault)
        case .overlap: assignment(.assignOverlap, of: fault)
        }
    }

    /// A ring that only touches itself keeps its ground; else the ground is another one afterwards.
    private func mending(_ area: Int, detail: String) -> ProposedRepair {
        let before = layer.metric.area(of: area)
        let change = abs(mended.area(of: area) - before)
        let keepsGround = detail.hasPrefix("Ring Self-intersection") && change <= 1e-9 * before
        return ProposedRepair(
            action: keepsGround ? .splitTouchingRing : .makeValid, isSafe: keepsGround,
            squareMetres: keepsGround ? 0 : change)
    }

    /// The ground goes to the area with which it has the longest border in common, as in GEOS's coverage cleaning. An
    /// overlap's border with an area's rest runs along the other's border.
    private func assignment(_ action: ProposedRepair.Action, of fault: CoverageFault) -> ProposedRepair? {
        guard !fault.areas.isEmpty, fault.ground.count > 0 else { return nil }
        var lengths = BorderLengths(of: fault.ground, in: mended, candidates: fault.areas).lengths
        if action == .assignOverlap { lengths.reverse() }
        var winner = 0
        // Rounding must not decide between equals: the first key keeps.
        for place in lengths.indices where lengths[place] > lengths[winner] * (1 + 1e-9) { winner = place }
        // An area that is nothing but the overlap would vanish without it.
        let vanishing = fault.areas.firstIndex { mended.area(of: $0) <= fault.measure * (1 + 1e-6) }
        if action == .assignOverlap, let vanishing { winner = vanishing }
        return ProposedRepair(
            action: action, key: layer.keys[fault.areas[winner]], isSafe: false, squareMetres: fault.measure)
    }
}
