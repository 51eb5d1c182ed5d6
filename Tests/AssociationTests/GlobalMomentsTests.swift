import Association
import Statistics
import Testing

/// Expectations and variances against what they stand for: the mean and the variance over all orders of the values.
@Suite("Moments of global statistics")
struct GlobalMomentsTests {
    typealias Statistic = @Sendable ([Double], [Double], Neighbours) throws -> GlobalAssociation

    /// Compares the moments with those over all orders in which areas keep both their values, or the first moves alone.
    private func expectExact(
        areas: Int, moving both: Bool = true, seed: UInt64, _ statistic: Statistic
    ) throws {
        let neighbours = GlobalMaps.irregular(areas, seed: seed)
        let (x, y) = (GlobalMaps.noise(areas, seed: seed + 1), GlobalMaps.noise(areas, seed: seed + 2).map { $0 * $0 })
        let association = try statistic(x, y, neighbours)
        let all = try GlobalMaps.orders(areas).map { order in
            try statistic(both ? order.map { x[$0] } : x, order.map { y[$0] }, neighbours).statistic
        }
        let mean = all.reduce(0, +) / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
        let stated = try #require(association.varianceRandomisation)
        #expect(abs(association.expected - mean) < 1e-12)
        #expect(abs(stated - variance) < 1e-12)
        #expect(variance > 1e-4)
    }

    @Test("Moran's expectation and variance are those over all orders of the values", arguments: [4, 5, 6, 7])
    func moran(areas: Int) throws {
        try expectExact(areas: areas, seed: 1) { x, _, neighbours in
            try Moran.association(of: x, neighbours: neighbours).get()
        }
    }

    @Test("Geary's are", arguments: [4, 5, 6, 7])
    func geary(areas: Int) throws {
        try expectExact(areas: areas, seed: 2) { x, _, neighbours in
            try Geary.association(of: x, neighbours: neighbours).get()
        }
    }

    @Test("General G's are, also where the values are large beside their differences", arguments: [4, 5, 6, 7])
    func general(areas: Int) throws {
        try expectExact(areas: areas, seed: 3) { x, _, neighbours in
            try GetisOrdG.association(of: x, neighbours: neighbours).get()
        }
        let neighbours = GlobalMaps.irregular(areas, seed: 3)
        let large = GlobalMaps.noise(areas, seed: 4).map { $0 + 1e5 }
        let stated = try #require(
            try GetisOrdG.association(of: large, neighbours: neighbours).get().varianceRandomisation)
        let all = try GlobalMaps.orders(areas).map { order in
            try GetisOrdG.association(of: order.map { large[$0] }, neighbours: neighbours).get().statistic
        }
        let mean = all.reduce(0, +) / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
        #expect(abs(stated / variance - 1) < 1e-6)
    }

    @Test("Lee's are, with each area's two values moving together", arguments: [4, 5, 6, 7])
    func lee(areas: Int) throws {
        try expectExact(areas: areas, seed: 4) { x, y, neighbours in
            try Lee.association(of: x, and: y, neighbours: neighbours).get()
        }
    }

    @Test("Bivariate Moran's are, with the second variable moving alone", arguments: [4, 5, 6, 7])
    func bivariate(areas: Int) throws {
        try expectExact(areas: areas, moving: false, seed: 5) { x, y, neighbours in
            try BivariateMoran.association(of: x, and: y, neighbours: neighbours).get()
        }
    }

    @Test("Those of join counts are, for three classes and all different joins", arguments: [4, 6, 7])
    func joins(areas: Int) throws {
        let neighbours = GlobalMaps.irregular(areas, seed: 6)
        let classes = (0..<areas).map { [0, 1, 2, 1][$0 % 4] }
        let stated = try JoinCounts.count(classes: classes, of: 3, neighbours: neighbours).get()
        let all = try GlobalMaps.orders(areas).map { order in
            try JoinCounts.count(classes: order.map { classes[$0] }, of: 3, neighbours: neighbours).get()
        }
        func compare(_ one: (JoinCounts) -> JoinCount) throws {
            let counts = all.map { one($0).count }
            let mean = counts.reduce(0, +) / Double(counts.count)
            let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count)
            #expect(abs(one(stated).expected - mean) < 1e-12)
            #expect(abs(try #require(one(stated).variance) - variance) < 1e-12)
        }
        for place in stated.pairs.indices { try compare { $0.pairs[place] } }
        try compare(\.different)
    }

    @Test("The moments of random maps come near those that are stated, and their p-values near the exact ones")
    func sampled() throws {
        let neighbours = GlobalMaps.irregular(6, seed: 7)
        let x = GlobalMaps.noise(6, seed: 8)
        let observed = try Moran.association(of: x, neighbours: neighbours).get().statistic
        let all = try GlobalMaps.orders(6).map { order in
            try Moran.association(of: order.map { x[$0] }, neighbours: neighbours).get().statistic
        }
        let exact = Double(all.count { $0 >= observed - 1e-12 }) / Double(all.count)
        let tails = try #require(
            try Moran.association(
                of: x, neighbours: neighbours, permutations: GlobalPermutations(count: 40_000, seed: 9)
            ).get().tails)
        #expect(abs(tails.greater - exact) < 4 * (exact * (1 - exact) / 40_000).squareRoot())
        #expect(try #require(tails.ties) > 20)
    }
}
