import Planar

/// Places with their counts, in boxes that know the sums of what they hold.
///
/// Coordinates are whole numbers of lattice steps, counts whole numbers of units; so sums and, up to 94 million steps,
/// squares of distances are exact. Places at one position are one place.
struct PlaceTree: Sendable {
    /// Lattice steps per metre.
    let stepsPerMetre: Double
    /// The unit of the counts.
    let unit: CountUnit
    /// How many counts a place has: its population, then one for each group.
    let columns: Int
    /// Place → easting in steps; one more, which is nowhere, so that two can always be read.
    private(set) var x: [Double] = []
    /// Place → northing in steps, and one more.
    private(set) var y: [Double] = []
    /// Column · (places + 1) + place → count in units.
    private(set) var counts: [Double] = []
    /// The boxes.
    let tree: BoxTree
    /// Node · columns + column → sum in units.
    private(set) var totals: [Double] = []

    /// Sorts places into boxes.
    ///
    /// - Precondition: Coordinates are finite; see ``CountUnit`` for the counts.
    init(x stepX: [Double], y stepY: [Double], counts columnsOfCounts: [[Double]], stepsPerMetre: Double) {
        self.stepsPerMetre = stepsPerMetre
        let unit = CountUnit(columnsOfCounts)
        self.unit = unit
        columns = columnsOfCounts.count
        precondition(stepX.allSatisfy(\.isFinite) && stepY.allSatisfy(\.isFinite), "a place has finite coordinates")
        let sorted = SpatialOrder(x: stepX, y: stepY)
        // The first of each run of equal positions.
        var firsts: [Int] = []
        firsts.reserveCapacity(stepX.count + 1)
        for (place, number) in sorted.order.enumerated() {
            if place > 0 {
                let before = Int(sorted.order[place - 1])
                if stepX[before] == stepX[Int(number)] && stepY[before] == stepY[Int(number)] { continue }
            }
            firsts.append(place)
        }
        let first = { (place: Int) in Int(sorted.order[firsts[place]]) }
        x = firsts.indices.map { stepX[first($0)] } + [.infinity]
        y = firsts.indices.map { stepY[first($0)] } + [.infinity]
        let (placesX, placesY) = (x, y)
        tree = BoxTree(keys: firsts.map { sorted.keys[$0] }) { place in
            Box(minX: placesX[place], minY: placesY[place], maxX: placesX[place], maxY: placesY[place])
        }
        firsts.append(stepX.count)
        counts.reserveCapacity(firsts.count * columns)
        for column in columnsOfCounts {
            for place in 0..<firsts.count - 1 {
                var sum = 0.0
                for member in firsts[place]..<firsts[place + 1] { sum += unit.units(column[Int(sorted.order[member])]) }
                counts.append(sum)
            }
            counts.append(0)
        }
        totals = sums()
        precondition((0..<columns).allSatisfy { total($0) < 0x1p53 }, "the counts are too large to be summed exactly")
    }

    /// How many places of different position there are.
    var count: Int { x.count - 1 }

    /// The sum of a column over all places, in units.
    func total(_ column: Int) -> Double { totals.isEmpty ? 0 : totals[column] }

    /// Coordinates in metres as steps of the lattice.
    static func steps(_ metres: [Double], per stepsPerMetre: Double) -> [Double] {
        metres.map { ($0 * stepsPerMetre).rounded() }
    }

    /// Lets a search look at the places' memory.
    func withSearch<Result>(_ body: (inout EgohoodSearch) -> Result) -> Result {
        tree.nodes.withUnsafeBufferPointer { nodes in
            totals.withUnsafeBufferPointer { totals in
                x.withUnsafeBufferPointer { x in
                    y.withUnsafeBufferPointer { y in
                        counts.withUnsafeBufferPointer { counts in
                            var search = EgohoodSearch(
                                columns: columns, nodes: nodes, totals: totals, x: x, y: y, counts: counts)
                            return body(&search)
                        }
                    }
                }
            }
        }
    }

    /// The sums of the nodes, the last first: a node stands before its descendants.
    private func sums() -> [Double] {
        let nodes = tree.nodes
        var totals = [Double](repeating: 0, count: nodes.count * columns)
        for number in nodes.indices.reversed() {
            let node = nodes[number]
            if BoxTree.isLeaf(number, node) {
                for place in Int(node.first)..<Int(node.end) {
                    for column in 0..<columns {
                        totals[number * columns + column] += counts[column * x.count + place]
                    }
                }
                continue
            }
            let second = Int(nodes[number + 1].next)
            for column in 0..<columns {
                totals[number * columns + column] =
                    totals[(number + 1) * columns + column] + totals[second * columns + column]
            }
        }
        return totals
    }
}
