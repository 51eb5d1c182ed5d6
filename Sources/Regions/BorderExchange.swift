import Algebra

/// Areas that change sides at the borders of regions.
struct BorderExchange {
    let matrix: Matrix
    let contiguity: ContiguityGraph
    let sizes: [Double]
    /// The region of each area.
    private(set) var labels: [Int]
    let target: Double
    let tolerance: Double
    private var people: [Double] = []
    private var members: [Set<Int>] = []
    private var means: [[Double]] = []

    init(
        matrix: Matrix, contiguity: ContiguityGraph, sizes: [Double], labels: [Int], target: Double, tolerance: Double
    ) {
        self.matrix = matrix
        self.contiguity = contiguity
        self.sizes = sizes
        self.labels = labels
        self.target = target
        self.tolerance = tolerance
        let count = (labels.max() ?? -1) + 1
        people = Array(repeating: 0, count: count)
        members = Array(repeating: [], count: count)
        for (area, label) in labels.enumerated() {
            people[label] += sizes[area]
            members[label].insert(area)
        }
        means = members.map { members in mean(of: members) }
    }

    /// Moves areas until every region is within the tolerance, or no move lowers Σ (*pᵣ* − *p̄*)².
    mutating func balance() {
        var outside = people.count { !isWithin($0) }
        while outside > 0 {
            let isDone = !pass { exchange, area, from, to in
                guard exchange.people.contains(where: { !exchange.isWithin($0) }) else { return nil }
                let size = exchange.sizes[area]
                // What the sum of squares loses when the size goes over.
                let gain = 2 * size * (exchange.people[from] - exchange.people[to] - size)
                return gain > 1e-9 * exchange.target * exchange.target ? gain : nil
            }
            if isDone { return }
            outside = people.count { !isWithin($0) }
        }
    }

    /// Moves areas while regions become more alike within and stay within the tolerance.
    mutating func smooth() {
        while pass(gain: { $0.likeness($1, from: $2, to: $3) }) {}
    }

    /// By how much a move lowers the sum of squares within regions; nil where it does not, or upsets the balance.
    private func likeness(_ area: Int, from: Int, to: Int) -> Double? {
        guard keepsBalance(area, from: from, to: to) else { return nil }
        let (here, there) = (Double(members[from].count), Double(members[to].count))
        let gain = here / (here - 1) * squares(area, from) - there / (there + 1) * squares(area, to)
        return gain > 1e-9 ? gain : nil
    }

    private func isWithin(_ people: Double) -> Bool { abs(people - target) <= tolerance * target }

    private func keepsBalance(_ area: Int, from: Int, to: Int) -> Bool {
        for (region, size) in [(from, -sizes[area]), (to, sizes[area])] {
            let (before, after) = (abs(people[region] - target), abs(people[region] + size - target))
            guard after <= max(tolerance * target, before) else { return false }
        }
        return true
    }

    /// Looks at all moves, in falling order of gain, and makes those that still have one when their turn comes and
    /// leave the region in one piece.
    ///
    /// - Returns: Whether any was made.
    private mutating func pass(
        gain: (borrowing BorderExchange, _ area: Int, _ from: Int, _ to: Int) -> Double?
    ) -> Bool {
        var moves: [(gain: Double, area: Int, from: Int, to: Int)] = []
        for area in labels.indices where members[labels[area]].count > 1 {
            let from = labels[area]
            var seen: [Int] = []
            for other in contiguity.beside[area] where labels[other] != from && !seen.contains(labels[other]) {
                seen.append(labels[other])
                if let gain = gain(self, area, from, labels[other]) { moves.append((gain, area, from, labels[other])) }
            }
        }
        moves.sort { ($1.gain, $0.area, $0.to) < ($0.gain, $1.area, $1.to) }
        var isMoved = false
        for (_, area, from, to) in moves where labels[area] == from && members[from].count > 1 {
            guard contiguity.beside[area].contains(where: { labels[$0] == to }), gain(self, area, from, to) != nil
            else {
                continue
            }
            members[from].remove(area)
            guard contiguity.isConnected(Array(members[from]), isMember: { members[from].contains($0) }) else {
                members[from].insert(area)
                continue
            }
            labels[area] = to
            members[to].insert(area)
            people[from] -= sizes[area]
            people[to] += sizes[area]
            for region in [from, to] { means[region] = mean(of: members[region]) }
            isMoved = true
        }
        return isMoved
    }

    /// The mean of some areas, summed in rising order so that it is the same each time.
    private func mean(of members: Set<Int>) -> [Double] {
        let rising = members.sorted()
        return (0..<matrix.columns).map { column in
            rising.reduce(0) { $0 + matrix[$1, column] } / Double(max(rising.count, 1))
        }
    }

    private func squares(_ area: Int, _ region: Int) -> Double {
        (0..<matrix.columns).reduce(0) {
            let difference = matrix[area, $1] - means[region][$1]
            return $0 + difference * difference
        }
    }
}
