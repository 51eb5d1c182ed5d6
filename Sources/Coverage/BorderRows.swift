import Statistics

/// The neighbours of consecutive areas that come before them, with the lengths of their shared borders.
///
/// Each pair is kept once, at its later area, so that both get the same sum.
struct BorderRows {
    /// Area of these rows, counted from the first → end of its row.
    private(set) var ends: [Int] = []
    private(set) var targets: [Int32] = []
    /// Parallel to ``targets``; −1 where no edge is shared.
    private(set) var lengths: [Double] = []
    /// Area → where it was added last; valid if not before the open row.
    private var places: [Int]
    private var open = 0

    /// No rows yet, for so many areas in all.
    init(areas: Int) { places = Array(repeating: -1, count: areas) }

    /// Notes that the open row's area and an earlier one share a vertex; returns the place of the pair.
    @inline(__always) mutating func touch(_ area: Int32) -> Int {
        let known = places[Int(area)]
        if known >= open { return known }
        places[Int(area)] = targets.count
        targets.append(area)
        lengths.append(-1)
        return targets.count - 1
    }

    /// Adds an edge's length to a pair.
    @inline(__always) mutating func add(_ length: Double, at place: Int) {
        lengths[place] = max(lengths[place], 0) + length
    }

    /// Ends the open row and sorts it.
    mutating func close() {
        for place in open..<targets.count {
            let (target, length) = (targets[place], lengths[place])
            var free = place
            while free > open, targets[free - 1] > target {
                (targets[free], lengths[free]) = (targets[free - 1], lengths[free - 1])
                free -= 1
            }
            (targets[free], lengths[free]) = (target, length)
        }
        open = targets.count
        ends.append(open)
    }

    /// All rows of consecutive batches as neighbours, each pair in both rows.
    static func joined(_ batches: [BorderRows], count: Int, kind: Contiguity) -> Neighbours {
        var starts = [Int](repeating: 0, count: count + 1)
        forEachPair(of: batches, kind: kind) { area, target, _ in
            starts[area + 1] += 1
            starts[target + 1] += 1
        }
        for area in 0..<count { starts[area + 1] += starts[area] }
        // Pairs come by their later area, so that a row gets its earlier neighbours first, then the later ones rising.
        var next = starts
        var targets = [Int32](repeating: 0, count: starts[count])
        var weights = [Double](repeating: 0, count: starts[count])
        forEachPair(of: batches, kind: kind) { area, target, length in
            targets[next[area]] = Int32(target)
            weights[next[area]] = length
            next[area] += 1
            targets[next[target]] = Int32(area)
            weights[next[target]] = length
            next[target] += 1
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }

    private static func forEachPair(
        of batches: [BorderRows], kind: Contiguity, _ body: (_ area: Int, _ target: Int, _ length: Double) -> Void
    ) {
        var area = 0
        for rows in batches {
            var place = 0
            for end in rows.ends {
                while place < end {
                    let length = rows.lengths[place]
                    if kind == .queen || length >= 0 { body(area, Int(rows.targets[place]), max(length, 0)) }
                    place += 1
                }
                area += 1
            }
        }
    }
}
