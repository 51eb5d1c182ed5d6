public import Coverage
public import Planar
public import Statistics

extension Coverage {
    /// Neighbours by contiguity that no barrier keeps apart, weighted by the length of border that can be passed.
    ///
    ///     coverage.neighbours(.rook, uncutBy: barriers, within: 25)
    ///
    /// A barrier cuts two areas where their common border runs along it: a stretch of border at most `tolerance` from a
    /// barrier cannot be passed, unless a gate is near (`Barriers.blocks(x:y:within:)`). The two stay neighbours when
    /// none of their border is blocked, when more than `tolerance` of it can be passed, or when a gate opens some of it.
    /// Areas that meet in points only stay neighbours when one of these points is not blocked.
    ///
    /// A river through the middle of both areas does not cut them: people pass on either bank. Neither does one that lies
    /// farther from the border than `tolerance`; take one as large as the offset between river axis and district border.
    ///
    /// - Parameters:
    ///   - kind: Which contacts count before barriers are looked at.
    ///   - barriers: In the plane of the areas, in metres.
    ///   - tolerance: How far a border may lie from the barrier it runs along, and how wide a passage must be.
    /// - Returns: Symmetric rows in the order of the areas.
    /// - Precondition: The tolerance is positive and finite.
    /// - Complexity: O(*n* + *l*) searches of barriers around a place, for *n* vertices and a shared border of *l*
    ///   tolerances in length.
    public func neighbours(
        _ kind: Contiguity, uncutBy barriers: Barriers, within tolerance: Double
    ) -> Neighbours {
        precondition(tolerance > 0 && tolerance.isFinite, "a tolerance above zero")
        let touching = neighbours(kind)
        guard !barriers.isEmpty else { return touching }
        var passages = Passages(touching)
        for arc in 0..<arcCount {
            let areas = areas(along: arc)
            guard areas.count > 1 else { continue }
            let (open, blocked, hasGate) = passage(of: arc, barriers, tolerance)
            passages.forEachLink(among: areas) { link, passages in
                passages.open[link] += open
                passages.blocked[link] += blocked
                if hasGate { passages.isOpened[link] = true }
            }
        }
        openCorners(in: &passages, barriers, tolerance)
        return passages.result(tolerance: tolerance)
    }

    /// The areas along an arc, each once.
    private func areas(along arc: Int) -> [Int] {
        var areas: [Int] = []
        for use in uses(of: arc) {
            let area = Int(use < 0 ? ~use : use)
            if !areas.contains(area) { areas.append(area) }
        }
        return areas
    }

    /// How much of an arc can be passed, how much cannot, and whether a gate opens some of it.
    private func passage(
        of arc: Int, _ barriers: Barriers, _ tolerance: Double
    ) -> (open: Double, blocked: Double, hasGate: Bool) {
        var (open, blocked, hasGate) = (0.0, 0.0, false)
        for vertex in vertices(ofArc: arc).dropFirst() {
            let (width, height) = (x[vertex] - x[vertex - 1], y[vertex] - y[vertex - 1])
            let length = (width * width + height * height).squareRoot()
            // Pieces of a tolerance at most; the middle of each stands for it.
            let pieces = max((length / tolerance).rounded(.up), 1)
            for piece in stride(from: 0.5, to: pieces, by: 1) {
                let (placeX, placeY) = (x[vertex - 1] + width * piece / pieces, y[vertex - 1] + height * piece / pieces)
                if barriers.blocks(x: placeX, y: placeY, within: tolerance) {
                    blocked += length / pieces
                } else {
                    open += length / pieces
                    if !hasGate, barriers.hasGate(x: placeX, y: placeY) { hasGate = true }
                }
            }
        }
        return (open, blocked, hasGate)
    }

    /// Marks the links of areas that meet at a node which is not blocked.
    private func openCorners(in passages: inout Passages, _ barriers: Barriers, _ tolerance: Double) {
        var areasAtNode = [[Int]](repeating: [], count: nodeCount)
        var placeOfNode = [Int](repeating: 0, count: nodeCount)
        for arc in 0..<arcCount {
            let vertices = vertices(ofArc: arc)
            for (node, vertex) in [
                (Int(arcNodes[2 * arc]), vertices.lowerBound), (Int(arcNodes[2 * arc + 1]), vertices.upperBound - 1),
            ] {
                placeOfNode[node] = vertex
                for area in areas(along: arc) where !areasAtNode[node].contains(area) { areasAtNode[node].append(area) }
            }
        }
        for (node, areas) in areasAtNode.enumerated() where areas.count > 1 {
            let vertex = placeOfNode[node]
            if barriers.blocks(x: x[vertex], y: y[vertex], within: tolerance) { continue }
            passages.forEachLink(among: areas) { link, passages in passages.isTouched[link] = true }
        }
    }
}

/// What is known of the border of each link.
private struct Passages {
    let touching: Neighbours
    /// The lengths that can be passed and those that cannot.
    var open, blocked: [Double]
    /// Whether a gate lies at the border.
    var isOpened: [Bool]
    /// Whether there is a common point that is not blocked.
    var isTouched: [Bool]

    init(_ touching: Neighbours) {
        self.touching = touching
        let count = touching.targets.count
        open = Array(repeating: 0, count: count)
        blocked = open
        isOpened = Array(repeating: false, count: count)
        isTouched = isOpened
    }

    /// Visits the links between each two of some areas, in both directions.
    mutating func forEachLink(among areas: [Int], _ visit: (Int, inout Passages) -> Void) {
        for one in areas {
            for other in areas where other != one {
                let link = touching.row(of: one).first { touching.targets[$0] == Int32(other) }
                if let link { visit(link, &self) }
            }
        }
    }

    /// The links that stay.
    func result(tolerance: Double) -> Neighbours {
        var starts = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        for member in 0..<touching.count {
            for link in touching.row(of: member) {
                let hasBorder = open[link] + blocked[link] > 0
                let isOpen = blocked[link] == 0 || open[link] > tolerance || isOpened[link]
                guard hasBorder ? isOpen : isTouched[link] else { continue }
                targets.append(touching.targets[link])
                // A whole border keeps its length as contiguity sums it.
                weights.append(blocked[link] == 0 ? touching.weights[link] : open[link])
            }
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }
}
