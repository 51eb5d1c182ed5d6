import Planar

/// Cuts rings into arcs at the nodes and finds the arcs that earlier rings have cut already.
struct ArcCutting {
    private let areas: Areas
    private let first: [Int32]
    private var isNode: [Bool]
    /// Place → the number of its node; −1 where none has been given yet.
    private var nodeNumbers: [Int32]
    /// Place → the arc of which it is the first or last vertex between the nodes; −1 elsewhere.
    private var arcAtPlace: [Int32]
    /// Arc → the place after its first node.
    private var secondPlaces: [Int32] = []
    /// The arcs of a single edge.
    private var edges = EdgeTable()

    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    private(set) var arcStarts: [Int32] = [0]
    private(set) var arcNodes: [Int32] = []
    private(set) var nodeCount = 0
    private(set) var ringStarts: [Int32] = [0]
    private(set) var ringArcs: [Int32] = []

    init(_ areas: Areas, _ identity: VertexIdentity, _ marks: NodeMarks) {
        self.areas = areas
        first = identity.first
        isNode = marks.isNode
        nodeNumbers = Array(repeating: -1, count: first.count)
        arcAtPlace = Array(repeating: -1, count: first.count)
        x.reserveCapacity(first.count / 2)
        y.reserveCapacity(first.count / 2)
        ringStarts.reserveCapacity(areas.ringStarts.count)
    }

    /// Cuts all rings, in their order.
    ///
    /// - Parameter isBackward: Ring → whether it is walked against its direction.
    mutating func cutAllRings(isBackward: [Bool]) {
        for (ring, isBackward) in isBackward.enumerated() {
            cut(RingWalk(vertices: areas.vertices(ofRing: ring), isBackward: isBackward))
            ringStarts.append(Int32(ringArcs.count))
        }
    }

    /// The areas along each arc, in the order of their rings.
    func uses() -> (starts: [Int32], uses: [Int32]) {
        var starts = [Int32](repeating: 0, count: arcStarts.count)
        for arc in ringArcs { starts[Int(arc < 0 ? ~arc : arc) + 1] += 1 }
        for arc in 1..<starts.count { starts[arc] += starts[arc - 1] }
        var next = starts
        var uses = [Int32](repeating: 0, count: ringArcs.count)
        for area in 0..<areas.count {
            let rings = areas.rings(of: area)
            for place in Int(ringStarts[rings.lowerBound])..<Int(ringStarts[rings.upperBound]) {
                let arc = ringArcs[place]
                let number = Int(arc < 0 ? ~arc : arc)
                uses[Int(next[number])] = arc < 0 ? ~Int32(area) : Int32(area)
                next[number] += 1
            }
        }
        return (starts, uses)
    }

    private mutating func cut(_ walk: RingWalk) {
        guard walk.count > 0 else { return }
        var start = 0
        while start < walk.count, !isNode[place(walk, start)] { start += 1 }
        if start == walk.count {
            start = westernmost(walk)
            // Another ring that walks the same circle starts here, too.
            isNode[place(walk, start)] = true
        }
        var step = start
        while step < start + walk.count {
            let node = place(walk, step)
            let second = place(walk, step + 1)
            let next = Int32(arcStarts.count - 1)
            let arc: Int32
            if isNode[second] {
                arc = edges.number(of: Int32(node), Int32(second), orInsert: next)
            } else {
                arc = arcAtPlace[second] < 0 ? next : arcAtPlace[second]
            }
            if arc == next {
                step = add(walk, from: step)
                ringArcs.append(arc)
            } else {
                let isForward =
                    arcNodes[2 * Int(arc)] == nodeNumbers[node] && secondPlaces[Int(arc)] == Int32(second)
                ringArcs.append(isForward ? arc : ~arc)
                step += Int(arcStarts[Int(arc) + 1] - arcStarts[Int(arc)]) - 1
            }
        }
    }

    /// Adds a new arc from a step of a walk to the next node, and returns the step there.
    private mutating func add(_ walk: RingWalk, from start: Int) -> Int {
        let arc = Int32(arcStarts.count - 1)
        let second = place(walk, start + 1)
        var end = start + 1
        while !isNode[place(walk, end)] { end += 1 }
        secondPlaces.append(Int32(second))
        if end > start + 1 {
            arcAtPlace[second] = arc
            arcAtPlace[place(walk, end - 1)] = arc
        }
        arcNodes.append(number(ofNode: place(walk, start)))
        arcNodes.append(number(ofNode: place(walk, end)))
        for step in start...end {
            let vertex = walk.vertex(step)
            x.append(areas.x[vertex])
            y.append(areas.y[vertex])
        }
        arcStarts.append(Int32(x.count))
        return end
    }

    private mutating func number(ofNode place: Int) -> Int32 {
        if nodeNumbers[place] < 0 {
            nodeNumbers[place] = Int32(nodeCount)
            nodeCount += 1
        }
        return nodeNumbers[place]
    }

    @inline(__always) private func place(_ walk: RingWalk, _ step: Int) -> Int { Int(first[walk.vertex(step)]) }

    private func westernmost(_ walk: RingWalk) -> Int {
        var best = 0
        for step in 1..<walk.count {
            let (one, other) = (walk.vertex(step), walk.vertex(best))
            if (areas.x[one], areas.y[one]) < (areas.x[other], areas.y[other]) { best = step }
        }
        return best
    }
}
