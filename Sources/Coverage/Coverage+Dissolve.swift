public import Planar

extension Coverage {
    /// The areas united by group, without overlay: arcs with the same group on both sides go, the others are walked.
    ///
    ///     let districts = coverage.dissolved(groups: [0, 0, 1, -1], groupCount: 2)
    ///     districts.count  // 2; the fourth area belongs to none
    ///
    /// No vertex is added, moved or left out. Where a border meets itself in a vertex, the walk stays with the same
    /// piece of land, and rings are split there: parts that touch in a point only are parts of their own, and a lake
    /// that touches the shore is a hole. So the result of a clean coverage is valid in the sense of the OGC. Shells run
    /// counter-clockwise, holes clockwise. A group without land comes out without geometry.
    ///
    /// Where areas of one group overlap, so do the parts of the result: then `Overlay.dissolve` is what you want.
    ///
    /// - Parameters:
    ///   - groups: The group of each area, `0 ..< groupCount`; a negative number is no group.
    /// - Precondition: There is one group number for each area.
    /// - Complexity: O(*n*) for *n* vertices; holes that do not touch their shells cost the vertices of the shells whose
    ///   boxes they lie in.
    public func dissolved(groups: [Int], groupCount: Int) -> Areas {
        precondition(groups.count == count, "one group for each area")
        let (starts, arcs) = borderArcs(groups: groups, groupCount: groupCount)
        var walk = BorderWalk(self)
        var builder = Areas.Builder()
        for group in 0..<groupCount {
            let loops = walk.loops(of: Array(arcs[starts[group]..<starts[group + 1]]))
            for part in LoopNesting.parts(loops) {
                for ring in part { builder.addRing(x: ring.x, y: ring.y) }
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }

    /// The border of all areas together, as one area: its shells are the outer border, its holes what no area covers.
    ///
    ///     Coverage(districts).outerBorder.area(of: 0)  // the city's area
    public var outerBorder: Areas {
        dissolved(groups: [Int](repeating: 0, count: count), groupCount: 1)
    }

    /// Group → the arcs of its border, as complements where the group lies to the right.
    ///
    /// An arc that a group has on the left more often than on the right is given so many times more, and the other way
    /// round: what comes in at a node also goes out, whatever the areas are.
    private func borderArcs(groups: [Int], groupCount: Int) -> (starts: [Int], arcs: [Int32]) {
        var found: [(group: Int, arc: Int32)] = []
        for arc in 0..<arcCount {
            var surplus: [(group: Int, count: Int)] = []
            for use in uses(of: arc) {
                let group = groups[Int(use < 0 ? ~use : use)]
                guard group >= 0 else { continue }
                let step = use < 0 ? -1 : 1
                if let place = surplus.firstIndex(where: { $0.group == group }) {
                    surplus[place].count += step
                } else {
                    surplus.append((group, step))
                }
            }
            for (group, count) in surplus {
                for _ in 0..<abs(count) { found.append((group, count > 0 ? Int32(arc) : ~Int32(arc))) }
            }
        }
        var starts = [Int](repeating: 0, count: groupCount + 1)
        for (group, _) in found { starts[group + 1] += 1 }
        for group in 0..<groupCount { starts[group + 1] += starts[group] }
        var next = starts
        var arcs = [Int32](repeating: 0, count: found.count)
        for (group, arc) in found {
            arcs[next[group]] = arc
            next[group] += 1
        }
        return (starts, arcs)
    }
}
