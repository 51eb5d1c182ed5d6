import Diagnostics
import Overlay
import Planar
import Projection

extension HierarchyCheck {
    /// The parents that their children do not make up, and the children that reach beyond theirs.
    func mismatches(
        of layer: CheckedLayer, mended: Areas, groups: [Int], threads: Int
    ) throws(InputError) -> [Finding] {
        var members = [[Int]](repeating: [], count: parents.count)
        for (child, parent) in groups.enumerated() where parent >= 0 { members[parent].append(child) }
        var findings: [Finding] = []
        var unequal: [Int] = []
        for parent in 0..<parents.count {
            if members[parent].isEmpty {
                findings.append(
                    Finding(
                        .parentWithoutChildren, keys: [parents.keys[parent]], names: [parents.names[parent]],
                        measure: 1, metric: parents.shape(of: parent)))
            } else if !OuterEdges.areEqual(members[parent], in: mended, parent, in: parents.metric) {
                unequal.append(parent)
            }
        }
        guard !unequal.isEmpty else { return findings }
        var renumbered = [Int](repeating: -1, count: parents.count)
        for (place, parent) in unequal.enumerated() { renumbered[parent] = place }
        let united = try Overlay.dissolve(
            mended, groups: groups.map { $0 < 0 ? -1 : renumbered[$0] }, groupCount: unequal.count, threads: threads)
        let (beyond, missing) = try Overlay.differences(
            united, parents.metric.reordered(unequal), threads: threads)
        for (place, parent) in unequal.enumerated() {
            let (more, less) = (beyond.area(of: place), missing.area(of: place))
            guard more + less >= smallest(parent, children: layer) else { continue }
            var shape = FindingShape(x: 0, y: 0, ground: HierarchyCheck.joined(missing, beyond, place))
            guard let point = shape.ground.labelPoint(of: 0) else { continue }
            (shape.x, shape.y) = (point.x, point.y)
            findings.append(
                Finding(
                    .parentMismatch, keys: [parents.keys[parent]], names: [parents.names[parent]],
                    measure: more + less, metric: shape, details: [less.description, more.description]))
            if more >= 1 {
                findings += try crossings(of: members[parent], in: layer, mended: mended, parent: parent)
            }
        }
        return findings
    }

    /// From how many m² on a difference counts. Where the two files are in different systems, coordinates have been
    /// rounded on the way: a micrometre along the whole border is no difference.
    private func smallest(_ parent: Int, children: CheckedLayer) -> Double {
        guard parents.system != children.system else { return HierarchyCheck.smallest }
        return max(HierarchyCheck.smallest, 1e-6 * parents.metric.perimeter(of: parent))
    }

    /// The children of a parent of which more than 1 m² and more than 1 % lies in another parent.
    private func crossings(
        of members: [Int], in layer: CheckedLayer, mended: Areas, parent: Int
    ) throws(InputError) -> [Finding] {
        let parentAgain = parents.metric.reordered(members.map { _ in parent })
        let beyond = try Overlay.differences(mended.reordered(members), parentAgain).only
        var findings: [Finding] = []
        let locator = PointLocator(parents.metric, threads: 1)
        for (place, child) in members.enumerated() {
            let size = beyond.area(of: place)
            let whole = mended.area(of: child)
            // A child that lies elsewhere altogether is a disagreement, not a crossing.
            guard size > 1, size > 0.01 * whole, size < 0.99 * whole,
                let point = beyond.labelPoint(of: place)
            else { continue }
            let other = Int(locator.locate(x: point.x, y: point.y).area)
            guard other >= 0, other != parent else { continue }
            var ground = Areas.Builder()
            ground.addArea(place, of: beyond)
            findings.append(
                Finding(
                    .childCrossing, keys: [layer.keys[child]], names: [layer.names[child]], measure: size,
                    metric: FindingShape(x: point.x, y: point.y, ground: ground.finish()),
                    details: [parents.keys[parent], parents.keys[other]]))
        }
        return findings
    }

    /// Two areas' parts as one area.
    private static func joined(_ one: Areas, _ other: Areas, _ area: Int) -> Areas {
        var builder = Areas.Builder()
        for areas in [one, other] {
            for part in areas.parts(of: area) {
                for ring in areas.rings(ofPart: part) {
                    let vertices = areas.vertices(ofRing: ring)
                    builder.addRing(x: areas.x[vertices], y: areas.y[vertices])
                }
                builder.closePart()
            }
        }
        builder.closeArea()
        return builder.finish()
    }
}

/// The edges that remain of some areas when those that occur twice are taken out.
private enum OuterEdges {
    /// An edge from its lower to its upper end.
    private struct Edge: Hashable, Comparable {
        var lowX, lowY, highX, highY: Double

        static func < (one: Edge, other: Edge) -> Bool {
            (one.lowX, one.lowY, one.highX, one.highY) < (other.lowX, other.lowY, other.highX, other.highY)
        }
    }

    /// Whether the outer edges of some areas are the edges of another one.
    static func areEqual(_ members: [Int], in areas: Areas, _ parent: Int, in parents: Areas) -> Bool {
        once(edges(of: members, in: areas)) == once(edges(of: [parent], in: parents))
    }

    private static func edges(of members: [Int], in areas: Areas) -> [Edge] {
        var edges: [Edge] = []
        for area in members {
            for ring in areas.rings(of: area) {
                for vertex in areas.vertices(ofRing: ring).dropLast() {
                    let start = (areas.x[vertex], areas.y[vertex])
                    let end = (areas.x[vertex + 1], areas.y[vertex + 1])
                    if start == end { continue }
                    let (low, high) = start < end ? (start, end) : (end, start)
                    edges.append(Edge(lowX: low.0, lowY: low.1, highX: high.0, highY: high.1))
                }
            }
        }
        return edges.sorted()
    }

    /// The edges that occur an odd number of times.
    private static func once(_ sorted: [Edge]) -> [Edge] {
        var kept: [Edge] = []
        for edge in sorted {
            if kept.last == edge { kept.removeLast() } else { kept.append(edge) }
        }
        return kept
    }
}
