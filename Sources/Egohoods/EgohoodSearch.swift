import Planar

/// One worker's search through the places: its view of them and its memory.
///
/// ``gather(x:y:beyond:upTo:limit:)`` is all that looks at places. It takes the sums of boxes that lie wholly within the
/// inner circle, passes over those outside the outer one, and looks only at the places along the rims.
struct EgohoodSearch: ~Copyable {
    /// A place between two circles.
    struct Candidate: BitwiseCopyable {
        var square: Double
        var population: Double
        var place: Int
    }

    let nodes: UnsafeBufferPointer<BoxTree.Node>
    let totals: UnsafeBufferPointer<Double>
    let x: UnsafeBufferPointer<Double>
    let y: UnsafeBufferPointer<Double>
    let counts: UnsafeBufferPointer<Double>
    let columns: Int
    /// From one column to the next in `counts`.
    let stride: Int
    /// Column → sum within the inner circle, in units.
    let sums: UnsafeMutablePointer<Double>
    /// Slice of distance → persons.
    let bySlice: UnsafeMutablePointer<Double>
    /// The places between the circles, in no order that matters; only so many as the limit.
    private(set) var candidates: UnsafeMutableBufferPointer<Candidate>
    /// How many candidates there are.
    var candidateCount = 0
    /// The persons between the circles, those beyond the limit included.
    private(set) var between = 0.0
    /// Whether there are more candidates than the limit.
    private(set) var isIncomplete = false

    /// Looks at places whose memory stays where it is as long as the search lives.
    init(
        columns: Int, nodes: UnsafeBufferPointer<BoxTree.Node>, totals: UnsafeBufferPointer<Double>,
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, counts: UnsafeBufferPointer<Double>
    ) {
        (self.nodes, self.totals, self.x, self.y, self.counts) = (nodes, totals, x, y, counts)
        self.columns = columns
        stride = x.count
        sums = .allocate(capacity: columns)
        sums.initialize(repeating: 0, count: columns)
        bySlice = .allocate(capacity: Self.slices)
        bySlice.initialize(repeating: 0, count: Self.slices)
        candidates = .allocate(capacity: 256)
    }

    deinit {
        sums.deallocate()
        bySlice.deallocate()
        candidates.deallocate()
    }

    /// The persons within the inner circle, in units.
    var within: Double { sums[0] }

    /// Sums the places whose squared distance is at most `inner`, and lists those beyond that up to `outer`.
    ///
    /// - Parameter limit: How many candidates to list; of more, only the persons are summed.
    mutating func gather(x originX: Double, y originY: Double, beyond inner: Double, upTo outer: Double, limit: Int) {
        for column in 0..<columns { sums[column] = 0 }
        candidateCount = 0
        between = 0
        isIncomplete = false
        // Local copies stay in registers.
        let (nodes, totals, columns, end) = (nodes, totals, columns, nodes.count)
        let sums = sums
        var number = 0
        while number < end {
            let node = nodes[number]
            if node.farthest(x: originX, y: originY) <= inner {
                for column in 0..<columns { sums[column] += totals[number &* columns &+ column] }
                number = Int(node.next)
                continue
            }
            if node.nearest(x: originX, y: originY) > outer {
                number = Int(node.next)
                continue
            }
            if isIncomplete, let persons = personsBetween(number, node, originX, originY, inner, outer) {
                between += persons
                number = Int(node.next)
                continue
            }
            if BoxTree.isLeaf(number, node) { look(at: node, SIMD2(originX, originY), inner, outer, limit) }
            number &+= 1
        }
    }

    /// Sums and lists the places of a leaf at the rims: two at a time, and without a branch on where a place lies, which
    /// no processor could predict.
    @inline(__always) private mutating func look(
        at leaf: BoxTree.Node, _ origin: SIMD2<Double>, _ inner: Double, _ outer: Double, _ limit: Int
    ) {
        let (first, end) = (Int(leaf.first), Int(leaf.end))
        if candidateCount &+ end &- first >= candidates.count { grow(to: candidateCount + end - first + 1) }
        let (x, y, counts, columns, stride, sums) = (x, y, counts, columns, stride, sums)
        let candidates = candidates
        var listed = candidateCount
        var others = SIMD2<Double>.zero
        var place = first
        while place < end {
            // Behind the last place no distance is short enough; the arrays have one place more to read.
            let last = place &+ 1 < end ? 0 : Double.infinity
            let (inner, outer) = (SIMD2(inner, inner - last), SIMD2(outer, outer - last))
            let dx = SIMD2(x[place], x[place &+ 1]) - origin.x
            let dy = SIMD2(y[place], y[place &+ 1]) - origin.y
            let squares = dx * dx + dy * dy
            let isWithin = squares .<= inner
            for column in 0..<columns {
                let cell = column &* stride &+ place
                let count = SIMD2(counts[cell], counts[cell &+ 1]).replacing(with: 0, where: .!isWithin)
                sums[column] += count.x + count.y
            }
            let isBetween = .!isWithin .& (squares .<= outer)
            let populations = SIMD2(counts[place], counts[place &+ 1])
            others += populations.replacing(with: 0, where: .!isBetween)
            let steps = SIMD2<Int64>.zero.replacing(with: 1, where: isBetween)
            candidates[listed] = Candidate(square: squares.x, population: populations.x, place: place)
            listed &+= Int(steps.x)
            candidates[listed] = Candidate(square: squares.y, population: populations.y, place: place &+ 1)
            listed &+= Int(steps.y)
            place &+= 2
        }
        between += others.x + others.y
        candidateCount = listed
        if listed > limit {
            candidateCount = limit
            isIncomplete = true
        }
    }

    /// The persons of a box that lies wholly between the circles.
    private func personsBetween(
        _ number: Int, _ node: BoxTree.Node, _ originX: Double, _ originY: Double, _ inner: Double, _ outer: Double
    ) -> Double? {
        let isBetween =
            node.nearest(x: originX, y: originY) > inner && node.farthest(x: originX, y: originY) <= outer
        return isBetween ? totals[number * columns] : nil
    }

    /// Makes room for candidates.
    mutating func grow(to count: Int) {
        let larger = UnsafeMutableBufferPointer<Candidate>.allocate(capacity: max(2 * candidates.count, count))
        for candidate in 0..<candidateCount { larger.initializeElement(at: candidate, to: candidates[candidate]) }
        candidates.deallocate()
        candidates = larger
    }
}
