public import Statistics

extension Coverage {
    /// The neighbours of all areas, weighted by the length of the shared border, from arcs and nodes.
    ///
    ///     coverage.neighbours(.rook).targets(of: 0)  // the areas with which area 0 shares an arc
    ///
    /// The same as ``Contiguity/neighbours(of:threads:)`` up to the order in which lengths are summed; for one who has
    /// the coverage already.
    ///
    /// - Complexity: O(*n* + *k*) for *n* vertices, with areas at a node once for each pair.
    public func neighbours(_ kind: Contiguity) -> Neighbours {
        let lengths = arcLengths
        let (nodeStarts, areasAtNode) = areasAtNodes
        var rows = BorderRows(areas: count)
        var seen = [Int32](repeating: -1, count: arcCount)
        for area in 0..<count {
            for place in arcPlaces(of: area) {
                let arc = Int(ringArcs[place] < 0 ? ~ringArcs[place] : ringArcs[place])
                guard seen[arc] != Int32(area) else { continue }
                seen[arc] = Int32(area)
                for node in [arcNodes[2 * arc], arcNodes[2 * arc + 1]] {
                    for other in areasAtNode[nodeStarts[Int(node)]..<nodeStarts[Int(node) + 1]] where other < area {
                        _ = rows.touch(other)
                    }
                }
                var last: Int32 = -1
                for use in uses(of: arc) {
                    let other = use < 0 ? ~use : use
                    guard other < area, other != last else { continue }
                    last = other
                    rows.add(lengths[arc], at: rows.touch(other))
                }
            }
            rows.close()
        }
        return BorderRows.joined([rows], count: count, kind: kind)
    }

    /// The length of each arc, in the coordinates' unit.
    public var arcLengths: [Double] {
        (0..<arcCount).map { arc in
            var sum = 0.0
            for vertex in vertices(ofArc: arc).dropFirst() {
                let (width, height) = (x[vertex] - x[vertex - 1], y[vertex] - y[vertex - 1])
                sum += (width * width + height * height).squareRoot()
            }
            return sum
        }
    }

    /// The places of an area's arcs in ``ringArcs``, over all its rings.
    func arcPlaces(of area: Int) -> Range<Int> {
        let rings = Int(partStarts[Int(areaStarts[area])])..<Int(partStarts[Int(areaStarts[area + 1])])
        return Int(ringStarts[rings.lowerBound])..<Int(ringStarts[rings.upperBound])
    }

    /// Node → the areas whose arcs meet there, in compressed rows; an area may occur more than once.
    private var areasAtNodes: (starts: [Int], areas: [Int32]) {
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        for arc in 0..<arcCount {
            for end in 0..<2 { starts[Int(arcNodes[2 * arc + end]) + 1] += uses(of: arc).count }
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        var areas = [Int32](repeating: 0, count: starts[nodeCount])
        for arc in 0..<arcCount {
            for end in 0..<2 {
                let node = Int(arcNodes[2 * arc + end])
                for use in uses(of: arc) {
                    areas[next[node]] = use < 0 ? ~use : use
                    next[node] += 1
                }
            }
        }
        return (starts, areas)
    }
}
