import Association
import Statistics
import Testing

/// The fast counts against one area at a time, draw by draw.
@Suite("Conditional permutation")
struct ConditionalPermutationTests {
    static let maps: [(String, Neighbours)] = [
        ("rook", LocalMaps.lattice(7, 6)), ("queen", LocalMaps.lattice(7, 6, queen: true)),
        ("tiny", LocalMaps.lattice(3, 2, queen: true)), ("standardised", LocalMaps.lattice(7, 6).rowStandardised),
        ("uneven", LocalMaps.uneven(LocalMaps.lattice(7, 6, queen: true))),
    ]
    static let permutations = 499
    static let test = ConditionalPermutation(permutations: permutations, seed: 17)

    /// The tails of Σ score(own, neighbour's values) over the same draws: for each row of the table the first draws
    /// that are not the area's own place.
    static func tails(
        _ values: [Double], _ weights: Neighbours, _ area: Int, score: (Double, Double) -> Double
    ) -> TailProbabilities {
        let sorted = values.sorted()
        let own = sorted.firstIndex(of: values[area]) ?? 0
        let row = weights.row(of: area).sorted {
            (-weights.weights[$0], values[Int(weights.targets[$0])])
                < (-weights.weights[$1], values[Int(weights.targets[$1])])
        }
        let observed = row.reduce(0) {
            $0 + weights.weights[$1] * score(values[area], values[Int(weights.targets[$1])])
        }
        var (larger, smaller) = (0, 0)
        let table = ReferenceTable(rows: 0..<permutations, width: row.count + 1, population: values.count, seed: 17)
        for start in stride(from: 0, to: table.ids.count, by: row.count + 1) {
            let draws = table.ids[start...start + row.count].filter { Int($0) != own }.prefix(row.count)
            let sum = zip(row, draws).reduce(0) { $0 + weights.weights[$1.0] * score(values[area], sorted[Int($1.1)]) }
            if sum > observed + 1e-10 { larger += 1 } else if sum < observed - 1e-10 { smaller += 1 }
        }
        return TailProbabilities(larger: larger, smaller: smaller, ties: permutations - larger - smaller)
    }

    @Test("All counts of the fast way are those of drawing for one area at a time", arguments: 0..<5, [false, true])
    func matchesDrawing(map: Int, hasTies: Bool) {
        let weights = Self.maps[map].1
        let values = hasTies ? LocalMaps.rareCounts(weights.count, seed: 4) : LocalMaps.noise(weights.count)
        let mean = values.reduce(0, +) / Double(values.count)
        let moran = LocalMoran(weights: weights, test: Self.test).compute(values)
        let gi = LocalGetisOrd(weights: weights, test: Self.test).compute(values)
        let star = LocalGetisOrd(weights: weights, includingSelf: .rowMaximum, test: Self.test).compute(values)
        let geary = LocalGeary(weights: weights, test: Self.test).compute(values)
        for area in values.indices {
            #expect(moran.areas[area].tails == Self.tails(values, weights, area) { ($0 - mean) * ($1 - mean) })
            #expect(gi.areas[area].tails == Self.tails(values, weights, area) { $1 })
            #expect(star.areas[area].tails == gi.areas[area].tails)
            #expect(geary.areas[area].tails == Self.tails(values, weights, area) { ($0 - $1) * ($0 - $1) })
        }
    }

    @Test("Tails come near those of all ways to choose the neighbours", arguments: [false, true])
    func approachesEnumeration(isUneven: Bool) {
        let lattice = LocalMaps.lattice(3, 3)
        let weights = isUneven ? LocalMaps.uneven(lattice) : lattice
        let values = [3.0, 1, 4, 1, 5, 9, 2, 6, 5]
        let test = ConditionalPermutation(permutations: 39_999, seed: 2)
        let (moran, geary) = (
            LocalMoran(weights: weights, test: test).compute(values),
            LocalGeary(weights: weights, test: test).compute(values)
        )
        for area in values.indices {
            let mean = 4.0
            let likeness = Self.enumerated(values, weights, area) { ($0 - mean) * ($1 - mean) }
            let difference = Self.enumerated(values, weights, area) { ($0 - $1) * ($0 - $1) }
            for (tails, exact) in [(moran.areas[area].tails, likeness), (geary.areas[area].tails, difference)] {
                // Five standard errors at most.
                #expect(abs((tails?.greater ?? -1) - exact.greater) < 0.0125)
                #expect(abs((tails?.less ?? -1) - exact.less) < 0.0125)
            }
        }
        // A value of 1 among others: three and more ways to the same sum are ties.
        #expect((moran.areas[0].tails?.ties ?? 0) > 1_000)
    }

    /// The tails over all ordered choices of neighbours from the others.
    static func enumerated(
        _ values: [Double], _ weights: Neighbours, _ area: Int, score: (Double, Double) -> Double
    ) -> (greater: Double, less: Double) {
        let row = weights.row(of: area)
        let observed = row.reduce(0) {
            $0 + weights.weights[$1] * score(values[area], values[Int(weights.targets[$1])])
        }
        var (greater, less, all) = (0, 0, 0)
        func choose(_ link: Int, _ used: Set<Int>, _ sum: Double) {
            guard link < row.upperBound else {
                all += 1
                if sum >= observed - 1e-10 { greater += 1 }
                if sum <= observed + 1e-10 { less += 1 }
                return
            }
            for other in values.indices where !used.contains(other) {
                choose(link + 1, used.union([other]), sum + weights.weights[link] * score(values[area], values[other]))
            }
        }
        choose(row.lowerBound, [area], 0)
        return (Double(greater) / Double(all), Double(less) / Double(all))
    }

    @Test("Threads make no difference, to the last bit", arguments: 0..<5)
    func ignoresThreads(map: Int) {
        let weights =
            map < 4 ? LocalMaps.lattice(110, 100, queen: map > 1) : LocalMaps.uneven(LocalMaps.lattice(30, 30))
        let values = map % 2 == 0 ? LocalMaps.noise(weights.count) : LocalMaps.rareCounts(weights.count)
        func results(_ threads: Int) -> [LocalAssociation] {
            let test = ConditionalPermutation(permutations: 199, seed: 5, threads: threads)
            return [
                LocalMoran(weights: weights, test: test).compute(values),
                LocalGeary(weights: weights, test: test).compute(values),
                LocalGetisOrd(weights: weights, includingSelf: .rowMaximum, test: test).compute(values),
            ]
        }
        let one = results(1)
        #expect(results(2) == one)
        #expect(results(8) == one)
    }

    @Test("Numbering the areas anew permutes the results and does nothing else, to the last bit", arguments: 0..<4)
    func ignoresNumbers(map: Int) {
        let lattice = LocalMaps.lattice(12, 11, queen: map == 1)
        let weights = map == 2 ? LocalMaps.uneven(lattice) : map == 3 ? lattice.rowStandardised : lattice
        let order = LocalMaps.order(weights.count, seed: 6)
        let other = LocalMaps.renumbered(weights, order)
        let test = ConditionalPermutation(permutations: 299, seed: 8)
        for values in [LocalMaps.noise(weights.count), LocalMaps.rareCounts(weights.count, seed: 3)] {
            let moved = order.map { values[$0] }
            let second = LocalMaps.noise(weights.count, seed: 99)
            let (here, there) = (
                LocalMoran(weights: weights, test: test), LocalMoran(weights: other, test: test)
            )
            #expect(there.compute(moved).areas == order.map { here.compute(values).areas[$0] })
            let bivariate = here.compute(values, lagged: second)
            #expect(there.compute(moved, lagged: order.map { second[$0] }).areas == order.map { bivariate.areas[$0] })
            let geary = LocalGeary(weights: weights, test: test).compute(variables: [values, second])
            let movedGeary = LocalGeary(weights: other, test: test)
                .compute(variables: [moved, order.map { second[$0] }])
            #expect(movedGeary.areas == order.map { geary.areas[$0] })
            let gi = LocalGetisOrd(weights: weights, includingSelf: .rowMaximum, test: test).compute(values)
            let movedGi = LocalGetisOrd(weights: other, includingSelf: .rowMaximum, test: test).compute(moved)
            #expect(movedGi.areas == order.map { gi.areas[$0] })
        }
    }

    @Test("Sums that are equal in truth are ties, though their roundings differ")
    func tiesDespiteRounding() {
        // The middle of a path; its neighbours' 0.1 + 0.2 is 0.3 + 0, in doubles it is not.
        let weights = Neighbours(starts: [0, 1, 3, 4, 4, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1])
        let values = [0.1, 7, 0.2, 0.3, 0]
        let result = LocalMoran(weights: weights, test: ConditionalPermutation(permutations: 5_999)).compute(values)
        // Of the six pairs of others two have the sum 0.3.
        let ties = Double(result.areas[1].tails?.ties ?? 0)
        #expect(abs(ties / 5_999 - 2.0 / 6) < 0.03)
    }
}
