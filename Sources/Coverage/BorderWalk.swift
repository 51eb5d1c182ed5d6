import Planar

/// Walks the border of a piece of land, which lies to the left of every arc, and splits it into simple loops.
struct BorderWalk {
    private let coverage: Coverage
    /// Node → the last arc given that starts there, as a place in `arcs`; −1 for none.
    private var lastStart: [Int]
    /// Node → how many arcs of the walk lie before it; −1 where the walk has not been.
    private var depth: [Int]

    init(_ coverage: Coverage) {
        self.coverage = coverage
        lastStart = Array(repeating: -1, count: coverage.nodeCount)
        depth = Array(repeating: -1, count: coverage.nodeCount)
    }

    /// The loops of a border; loops of one walk bear one number.
    ///
    /// - Precondition: As many arcs end in a node as start there.
    mutating func loops(of arcs: [Int32]) -> [BorderLoop] {
        var nextStart = [Int](repeating: -1, count: arcs.count)
        for (place, arc) in arcs.enumerated() {
            nextStart[place] = lastStart[start(arc)]
            lastStart[start(arc)] = place
        }
        defer { for arc in arcs { lastStart[start(arc)] = -1 } }
        var isWalked = [Bool](repeating: false, count: arcs.count)
        var loops: [BorderLoop] = []
        for first in arcs.indices where !isWalked[first] {
            var path: [Int32] = []
            var place = first
            repeat {
                isWalked[place] = true
                depth[start(arcs[place])] = path.count
                path.append(arcs[place])
                let node = end(arcs[place])
                if depth[node] >= 0 {
                    // Back where the walk has been: what came since is a loop.
                    let loop = Array(path[depth[node]...])
                    for arc in loop { depth[start(arc)] = -1 }
                    path.removeLast(loop.count)
                    loops.append(BorderLoop(coverage, loop, walk: first))
                }
                place = successor(of: place, first: first, arcs: arcs, nextStart: nextStart, isWalked: isWalked)
            } while place != first
        }
        return loops
    }

    /// The arc to walk after another: the next one clockwise, seen from where the walk came, which keeps the same piece
    /// of land to the left.
    private func successor(
        of place: Int, first: Int, arcs: [Int32], nextStart: [Int], isWalked: [Bool]
    ) -> Int {
        var best = first
        var isFound = false
        var candidate = lastStart[end(arcs[place])]
        while candidate >= 0 {
            if !isWalked[candidate] || candidate == first {
                if !isFound || isEarlier(arcs[candidate], than: arcs[best], after: arcs[place]) { best = candidate }
                isFound = true
            }
            candidate = nextStart[candidate]
        }
        return best
    }

    /// Whether one of two arcs comes before the other when turning clockwise from the way back along a third.
    private func isEarlier(_ one: Int32, than other: Int32, after arc: Int32) -> Bool {
        let turn = ClockwiseTurn(at: vertex(one, 0), from: vertex(~arc, 1))
        return turn.isEarlier(vertex(one, 1), than: vertex(other, 1))
    }

    /// The vertex of a directed arc after some steps.
    private func vertex(_ arc: Int32, _ step: Int) -> (x: Double, y: Double) {
        let vertices = coverage.vertices(ofArc: Int(arc < 0 ? ~arc : arc))
        let vertex = arc < 0 ? vertices.upperBound - 1 - step : vertices.lowerBound + step
        return (coverage.x[vertex], coverage.y[vertex])
    }

    private func start(_ arc: Int32) -> Int { Int(coverage.arcNodes[arc < 0 ? 2 * Int(~arc) + 1 : 2 * Int(arc)]) }
    private func end(_ arc: Int32) -> Int { start(~arc) }
}
