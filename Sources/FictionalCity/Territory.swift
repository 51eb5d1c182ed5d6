/// Places with neighbours, to be divided into connected groups: blocks into districts, districts into quarters.
struct Territory: Sendable {
    /// Place → first neighbour in ``neighbours``; one longer than there are places.
    let starts: [Int32]
    /// The neighbours of all places.
    let neighbours: [Int32]
    /// Where the places are.
    let x: [Double]
    /// Where the places are.
    let y: [Double]
    /// How much of a group a place makes up.
    let weights: [Double]

    /// The number of places.
    var count: Int { x.count }

    /// Divides the places into so many connected groups of about equal weight.
    ///
    /// Groups grow from seeds as shortest paths over links of random length; then each seed moves to the middle of
    /// its group, groups that are too heavy grow slower, and so on for some rounds. Every group is connected, because
    /// a place joins the group of a neighbour that joined before. The most even of all rounds is taken; few places
    /// make uneven groups, so there the whole is tried again with other lengths.
    ///
    /// - Returns: The group of each place; no group is empty.
    /// - Complexity: O(rounds · *n* log *n*).
    func divided(into groups: Int, chance: Chance, topic: Chance.Topic) -> [Int32] {
        let groups = min(groups, count)
        let target = weights.reduce(0, +) / Double(groups)
        let firstSeeds = evenlySpread(groups)
        var best = (unevenness: Double.infinity, groupOf: [Int32]())
        let isSmall = count < 2_000
        for attempt in 0..<(isSmall ? 8 : 1) {
            var seeds = firstSeeds
            var speeds = [Double](repeating: 1, count: groups)
            for _ in 0..<(isSmall ? 6 : 3) {
                let groupOf = grown(from: seeds, speeds: speeds, lengths: (chance, topic, attempt))
                var sizes = [Double](repeating: 0, count: groups)
                for place in 0..<count { sizes[Int(groupOf[place])] += weights[place] }
                let unevenness = sizes.reduce(0) { $0 + ($1 - target) * ($1 - target) }
                if unevenness < best.unevenness { best = (unevenness, groupOf) }
                seeds = middles(of: groupOf, groups: groups)
                for group in 0..<groups {
                    let factor = (target / max(sizes[group], target / 100)).squareRoot()
                    speeds[group] *= min(max(factor, 0.7), 1.4)
                }
            }
        }
        return best.groupOf
    }

    private func grown(
        from seeds: [Int], speeds: [Double], lengths: (chance: Chance, topic: Chance.Topic, attempt: Int)
    ) -> [Int32] {
        var groupOf = [Int32](repeating: -1, count: count)
        // Buckets of a sixteenth instead of a heap: a link is longer than that, so nothing joins a bucket being read,
        // and it does not matter which of two nearly equal distances comes first.
        var buckets = [seeds.enumerated().map { (place: Int32($1), group: Int32($0), distance: Float(0)) }]
        var reading = 0
        while reading < buckets.count {
            for (place, group, distance) in buckets[reading] where groupOf[Int(place)] < 0 {
                groupOf[Int(place)] = group
                for link in Int(starts[Int(place)])..<Int(starts[Int(place) + 1]) {
                    let next = neighbours[link]
                    guard groupOf[Int(next)] < 0 else { continue }
                    let low = Int(min(place, next))
                    let high = Int(max(place, next))
                    let length = 1 + 0.7 * lengths.chance.unit(lengths.topic, low, high, lengths.attempt)
                    let reached = distance + Float(length / speeds[Int(group)])
                    let bucket = max(reading + 1, Int(reached * 16))
                    while buckets.count <= bucket { buckets.append([]) }
                    buckets[bucket].append((next, group, reached))
                }
            }
            buckets[reading] = []
            reading += 1
        }
        return groupOf
    }

    /// Seeds at equal steps of weight along a space-filling curve.
    private func evenlySpread(_ groups: Int) -> [Int] {
        let minX = x.min() ?? 0
        let minY = y.min() ?? 0
        let extent = max((x.max() ?? 0) - minX, (y.max() ?? 0) - minY, 1e-9)
        let order = (0..<count).map { place in
            let column = UInt32((x[place] - minX) / extent * 65_535)
            let row = UInt32((y[place] - minY) / extent * 65_535)
            return (curve: HilbertCurve.position(column: column, row: row), place: place)
        }.sorted { ($0.curve, $0.place) < ($1.curve, $1.place) }
        let total = weights.reduce(0, +)
        var seeds: [Int] = []
        var reached = 0.0
        for (index, entry) in order.enumerated() where seeds.count < groups {
            reached += weights[entry.place]
            let isDue = reached >= total * (Double(seeds.count) + 0.5) / Double(groups)
            let mustTakeAll = count - index <= groups - seeds.count
            if isDue || mustTakeAll { seeds.append(entry.place) }
        }
        return seeds
    }

    /// The member of each group nearest to the group's centre of gravity.
    private func middles(of groupOf: [Int32], groups: Int) -> [Int] {
        let centres = Territory.centres(of: groupOf, groups: groups, x: x, y: y)
        var best = [(distance: Double, place: Int)](repeating: (.infinity, 0), count: groups)
        for place in 0..<count {
            let group = Int(groupOf[place])
            let dx = x[place] - centres.x[group]
            let dy = y[place] - centres.y[group]
            if dx * dx + dy * dy < best[group].distance { best[group] = (dx * dx + dy * dy, place) }
        }
        return best.map { $0.place }
    }

    /// The mean position of the members of each group.
    static func centres(of groupOf: [Int32], groups: Int, x: [Double], y: [Double]) -> (x: [Double], y: [Double]) {
        var sumX = [Double](repeating: 0, count: groups)
        var sumY = sumX
        var sizes = sumX
        for place in groupOf.indices {
            let group = Int(groupOf[place])
            sumX[group] += x[place]
            sumY[group] += y[place]
            sizes[group] += 1
        }
        for group in 0..<groups where sizes[group] > 0 {
            sumX[group] /= sizes[group]
            sumY[group] /= sizes[group]
        }
        return (sumX, sumY)
    }

    /// The territory whose places are the groups of this one; groups are neighbours where two members are.
    func merged(by groupOf: [Int32], groups: Int) -> Territory {
        var links: [UInt64] = []
        for place in 0..<count {
            for link in Int(starts[place])..<Int(starts[place + 1]) {
                let other = groupOf[Int(neighbours[link])]
                if other != groupOf[place] { links.append(UInt64(groupOf[place]) << 32 | UInt64(other)) }
            }
        }
        links.sort()
        var starts = [Int32](repeating: 0, count: groups + 1)
        var targets: [Int32] = []
        var previous: UInt64?
        for link in links where link != previous {
            previous = link
            targets.append(Int32(truncatingIfNeeded: link))
            starts[Int(link >> 32) + 1] += 1
        }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        let centres = Territory.centres(of: groupOf, groups: groups, x: x, y: y)
        var sums = [Double](repeating: 0, count: groups)
        for place in 0..<count { sums[Int(groupOf[place])] += weights[place] }
        return Territory(starts: starts, neighbours: targets, x: centres.x, y: centres.y, weights: sums)
    }
}
