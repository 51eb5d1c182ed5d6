import Association
import Statistics
import Testing

@Suite("Random maps")
struct GlobalPermutationTests {
    private let grid = GlobalMaps.grid(rows: 9, columns: 11).rowStandardised

    @Test("The number of threads changes nothing", arguments: [2, 8])
    func threads(threads: Int) throws {
        let (x, y) = (GlobalMaps.noise(99, seed: 1), GlobalMaps.noise(99, seed: 2))
        let (one, many) = (
            GlobalPermutations(count: 1001, seed: 5, threads: 1),
            GlobalPermutations(count: 1001, seed: 5, threads: threads)
        )
        #expect(
            Moran.association(of: x, neighbours: grid, permutations: one)
                == Moran.association(of: x, neighbours: grid, permutations: many))
        #expect(
            Geary.association(of: x, neighbours: grid, permutations: one)
                == Geary.association(of: x, neighbours: grid, permutations: many))
        #expect(
            GetisOrdG.association(of: x, neighbours: grid, permutations: one)
                == GetisOrdG.association(of: x, neighbours: grid, permutations: many))
        #expect(
            Lee.association(of: x, and: y, neighbours: grid, permutations: one)
                == Lee.association(of: x, and: y, neighbours: grid, permutations: many))
        #expect(
            BivariateMoran.association(of: x, and: y, neighbours: grid, permutations: one)
                == BivariateMoran.association(of: x, and: y, neighbours: grid, permutations: many))
        let classes = x.map { $0 > 0.5 ? 1 : 0 }
        #expect(
            JoinCounts.count(classes: classes, of: 2, neighbours: grid, permutations: one)
                == JoinCounts.count(classes: classes, of: 2, neighbours: grid, permutations: many))
    }

    @Test("Another seed draws other maps, and more maps begin with the same ones")
    func seeds() throws {
        let x = GlobalMaps.noise(99, seed: 3)
        func greater(_ count: Int, seed: UInt64) throws -> Double {
            let permutations = GlobalPermutations(count: count, seed: seed)
            let tails = try Moran.association(of: x, neighbours: grid, permutations: permutations).get().tails
            return (try #require(tails?.greater) * Double(count + 1)).rounded() - 1
        }
        #expect(try greater(999, seed: 1) == greater(999, seed: 1))
        #expect(try greater(999, seed: 1) != greater(999, seed: 2))
        let more = try greater(1000, seed: 1) - greater(999, seed: 1)
        #expect(more == 0 || more == 1)
    }

    @Test("Maps that are the same up to symmetry count as ties, though their sums round differently")
    func ties() throws {
        // One area of a ring differs: every order of the values is the same map turned round.
        let ring = Neighbours(
            starts: (0...20).map { 2 * $0 },
            targets: (0..<20).flatMap { place in [(place + 19) % 20, (place + 1) % 20].sorted().map { Int32($0) } },
            weights: Array(repeating: 0.1, count: 40))
        let x = (0..<20).map { $0 == 7 ? 0.3 : 0.1 }
        let permutations = GlobalPermutations(count: 500)
        let y = (0..<20).map { $0 == 3 ? -7.7 : 0.7 }
        for association in [
            try Moran.association(of: x, neighbours: ring, permutations: permutations).get(),
            try Geary.association(of: x, neighbours: ring, permutations: permutations).get(),
            try GetisOrdG.association(of: x, neighbours: ring, permutations: permutations).get(),
            try Lee.association(of: x, and: x, neighbours: ring, permutations: permutations).get(),
        ] {
            #expect(association.tails?.ties == 500)
            #expect(association.tails?.p == 1)
        }
        let bivariate = try BivariateMoran.association(of: x, and: y, neighbours: ring, permutations: permutations)
            .get()
        #expect(try #require(bivariate.tails?.ties) > 400)
    }

    @Test("Far from rounding, statistics that differ are told apart whatever the unit of the values")
    func scale() throws {
        let x = GlobalMaps.noise(99, seed: 4)
        let permutations = GlobalPermutations(count: 999)
        let plain = try Moran.association(of: x, neighbours: grid, permutations: permutations).get()
        #expect(plain.tails?.ties == 0)
        for unit in [1e-9, 1e9] {
            let scaled = try Moran.association(
                of: x.map { $0 * unit }, neighbours: grid, permutations: permutations
            ).get()
            #expect(scaled.tails == plain.tails)
        }
    }

    @Test("p-values of maps without association are evenly distributed")
    func uniform() throws {
        let p = try (0..<400).map { map in
            let x = GlobalMaps.noise(99, seed: 1000 + UInt64(map))
            let permutations = GlobalPermutations(count: 199, seed: UInt64(map))
            return try #require(
                try Moran.association(of: x, neighbours: grid, permutations: permutations).get().tails
            ).greater
        }.sorted()
        // Kolmogorov–Smirnov at the level 0.001: 1.949 / √n, and the steps of 1/200 beside it.
        let distance = p.indices.map { max(Double($0 + 1) / 400 - p[$0], p[$0] - Double($0) / 400) }.max() ?? 1
        #expect(distance < 1.949 / 20 + 1.0 / 200)
    }

    @Test("A clustered map is significant, and no p-value is below one in the number of maps and the map itself")
    func clustered() throws {
        let x = (0..<99).map { Double($0 / 11) }
        let moran = try Moran.association(of: x, neighbours: grid, permutations: GlobalPermutations(count: 999)).get()
        let tails = try #require(moran.tails)
        #expect(tails.greater == 0.001)
        #expect(tails.p == 0.002)
        #expect(tails.less == 1)
    }
}
