import Association
import Statistics
import Testing

@Suite("Global association")
struct GlobalAssociationTests {
    @Test("A gradient along a path has the statistics that the definitions give by hand")
    func gradient() throws {
        let path = GlobalMaps.path(4)
        let moran = try Moran.association(of: [1, 2, 3, 4], neighbours: path).get()
        #expect(abs(moran.statistic - 1.0 / 3) < 1e-15)
        #expect(abs(moran.expected + 1.0 / 3) < 1e-15)
        let geary = try Geary.association(of: [1, 2, 3, 4], neighbours: path).get()
        #expect(abs(geary.statistic - 0.3) < 1e-15)
        #expect(geary.expected == 1)
        #expect(try #require(geary.zNormal) < 0)
        // (1·1 + 1·8 + 8·9) · 2 / (19² - 147), of six links among twelve pairs.
        let high = try GetisOrdG.association(of: [1, 1, 8, 9], neighbours: path).get()
        #expect(abs(high.statistic - 162.0 / 214) < 1e-15)
        #expect(high.expected == 0.5)
        let bivariate = try BivariateMoran.association(of: [1, 2, 3, 4], and: [2, 1, 4, 3], neighbours: path).get()
        #expect(abs(bivariate.statistic - 3.5 * 4 / 6 / 5) < 1e-15)
        let lee = try Lee.association(of: [1, 2, 3, 4], and: [1, 2, 3, 4], neighbours: path.rowStandardised).get()
        #expect(abs(lee.statistic - 0.2) < 1e-15)
    }

    @Test("A normal test of z gives both tails")
    func normal() throws {
        let moran = try Moran.association(
            of: GlobalMaps.noise(25, seed: 1), neighbours: GlobalMaps.grid(rows: 5, columns: 5)
        ).get()
        let z = try #require(moran.zNormal)
        #expect(try #require(moran.pNormal) == Normal.twoSided(z))
    }

    @Test("The unit of the values does not matter, however large or small it makes them", arguments: [1020, -1000])
    func units(exponent: Int) throws {
        let grid = GlobalMaps.grid(rows: 5, columns: 5)
        let unit = Double(sign: .plus, exponent: exponent, significand: 1)
        let (x, y) = (GlobalMaps.noise(25, seed: 3).map(\.magnitude), GlobalMaps.noise(25, seed: 4))
        let (xScaled, yScaled) = (x.map { $0 * unit }, y.map { $0 * unit })
        let test = GlobalPermutations(count: 99)
        func same(_ statistic: ([Double], [Double]) -> Result<GlobalAssociation, UndefinedAssociation>) throws {
            #expect(try statistic(x, y).get() == statistic(xScaled, yScaled).get())
        }
        try same { x, _ in Moran.association(of: x, neighbours: grid, permutations: test) }
        try same { x, _ in Geary.association(of: x, neighbours: grid, permutations: test) }
        try same { x, _ in GetisOrdG.association(of: x, neighbours: grid, permutations: test) }
        try same { x, y in BivariateMoran.association(of: x, and: y, neighbours: grid, permutations: test) }
        try same { x, y in Lee.association(of: x, and: y, neighbours: grid, permutations: test) }
        let huge = [Double](repeating: 1e308, count: 25)
        #expect(MoranRate.association(events: huge, populations: huge, neighbours: grid) == .failure(.outOfRange))
    }

    @Test("A constant map has no statistic, and says so")
    func constant() {
        let path = GlobalMaps.path(5)
        let flat = [Double](repeating: 0.1, count: 5)
        #expect(Moran.association(of: flat, neighbours: path) == .failure(.constant))
        #expect(Geary.association(of: flat, neighbours: path) == .failure(.constant))
        #expect(GetisOrdG.association(of: flat, neighbours: path) == .failure(.constant))
        #expect(BivariateMoran.association(of: flat, and: [1, 2, 3, 4, 5], neighbours: path) == .failure(.constant))
        #expect(Lee.association(of: [1, 2, 3, 4, 5], and: flat, neighbours: path) == .failure(.constant))
        #expect(JoinCounts.count(classes: [1, 1, 1, 1, 1], of: 2, neighbours: path) == .failure(.constant))
        #expect(
            MoranRate.association(events: [0, 0, 0, 0, 0], populations: flat, neighbours: path) == .failure(.constant))
    }

    @Test("What the statistics cannot take has its own reason")
    func undefined() {
        let two = GlobalMaps.path(2)
        #expect(Moran.association(of: [1, 2], neighbours: two) == .failure(.tooFewAreas))
        let none = Neighbours(starts: [0, 0, 0, 0], targets: [], weights: [])
        #expect(Geary.association(of: [1, 2, 3], neighbours: none) == .failure(.tooFewAreas))
        #expect(GetisOrdG.association(of: [1, -2, 3], neighbours: GlobalMaps.path(3)) == .failure(.negative))
        let against = Neighbours(starts: [0, 1, 2, 3], targets: [1, 2, 0], weights: [-1, -1, -1])
        #expect(Moran.association(of: [1, 2, 3], neighbours: against) == .failure(.noWeight))
        for reason in [UndefinedAssociation.tooFewAreas, .noWeight, .constant, .negative] {
            #expect(!reason.reason.isEmpty)
        }
    }

    @Test("An island changes nothing but its number, wherever it stands and whatever its value")
    func islands() throws {
        let values = GlobalMaps.noise(12, seed: 3)
        let grid = GlobalMaps.grid(rows: 3, columns: 4).rowStandardised
        // The island stands between the fifth area and the sixth.
        let shifted = grid.targets.map { $0 < 5 ? $0 : $0 + 1 }
        let starts = Array(grid.starts[...5]) + Array(grid.starts[5...])
        let withIsland = Neighbours(starts: starts, targets: shifted, weights: grid.weights)
        let more = Array(values[..<5]) + [1000] + Array(values[5...])
        let permutations = GlobalPermutations(count: 99)
        for (plain, island) in [
            (
                try Moran.association(of: values, neighbours: grid, permutations: permutations).get(),
                try Moran.association(of: more, neighbours: withIsland, permutations: permutations).get()
            ),
            (
                try Geary.association(of: values, neighbours: grid, permutations: permutations).get(),
                try Geary.association(of: more, neighbours: withIsland, permutations: permutations).get()
            ),
            (
                try GetisOrdG.association(of: values, neighbours: grid, permutations: permutations).get(),
                try GetisOrdG.association(of: more, neighbours: withIsland, permutations: permutations).get()
            ),
            (
                try Lee.association(of: values, and: values, neighbours: grid, permutations: permutations).get(),
                try Lee.association(of: more, and: more, neighbours: withIsland, permutations: permutations).get()
            ),
            (
                try MoranRate.association(
                    events: values, populations: Array(repeating: 2, count: 12), neighbours: grid,
                    permutations: permutations
                ).get(),
                try MoranRate.association(
                    events: more, populations: Array(repeating: 2, count: 13), neighbours: withIsland,
                    permutations: permutations
                ).get()
            ),
        ] {
            #expect(plain.statistic == island.statistic)
            #expect(plain.expected == island.expected)
            #expect(plain.varianceNormal == island.varianceNormal)
            #expect(plain.varianceRandomisation == island.varianceRandomisation)
            #expect(plain.tails == island.tails)
            #expect((plain.areas, plain.islands) == (12, 0))
            #expect((island.areas, island.islands) == (12, 1))
        }
    }

    @Test("Links to oneself and of weight zero are no links")
    func selfLinks() throws {
        let path = Neighbours(
            starts: [0, 2, 5, 8, 10], targets: [0, 1, 0, 1, 2, 0, 1, 3, 2, 3], weights: [9, 1, 1, 9, 1, 0, 1, 1, 1, 9])
        let moran = try Moran.association(of: [1, 2, 4, 4], neighbours: path).get()
        #expect(moran == (try Moran.association(of: [1, 2, 4, 4], neighbours: GlobalMaps.path(4)).get()))
    }

    @Test("Numbering the areas otherwise changes nothing but the last digits")
    func relabelling() throws {
        let values = GlobalMaps.noise(30, seed: 5)
        let grid = GlobalMaps.grid(rows: 5, columns: 6).rowStandardised
        var generator = SplitMix64(seed: 6)
        var order = Array(0..<30)
        for place in (1..<30).reversed() { order.swapAt(place, generator.below(place + 1)) }
        let (turned, moved) = (grid.restricted(to: order), order.map { values[$0] })
        let squares = moved.map { $0 * $0 }
        for (one, other) in [
            (Moran.association(of: values, neighbours: grid), Moran.association(of: moved, neighbours: turned)),
            (Geary.association(of: values, neighbours: grid), Geary.association(of: moved, neighbours: turned)),
            (GetisOrdG.association(of: values, neighbours: grid), GetisOrdG.association(of: moved, neighbours: turned)),
            (
                Lee.association(of: values, and: values.map { $0 * $0 }, neighbours: grid),
                Lee.association(of: moved, and: squares, neighbours: turned)
            ),
            (
                BivariateMoran.association(of: values, and: values.map { $0 * $0 }, neighbours: grid),
                BivariateMoran.association(of: moved, and: squares, neighbours: turned)
            ),
        ] {
            let (one, other) = (try one.get(), try other.get())
            #expect(abs(one.statistic - other.statistic) < 1e-13)
            #expect(abs(one.expected - other.expected) < 1e-13)
            let (left, right) = (try #require(one.varianceRandomisation), try #require(other.varianceRandomisation))
            #expect(abs(left - right) < 1e-13)
        }
    }

    @Test("Rates of equal populations have the index of their counts")
    func rates() throws {
        let events: [Double] = [3, 9, 1, 14, 7, 2, 8, 8, 30, 4, 5, 11]
        let grid = GlobalMaps.grid(rows: 3, columns: 4).rowStandardised
        let populations = [Double](repeating: 100, count: 12)
        let rates = try MoranRate.association(events: events, populations: populations, neighbours: grid).get()
        let counts = try Moran.association(of: events, neighbours: grid).get()
        #expect(abs(rates.statistic - counts.statistic) < 1e-13)
    }

    @Test("A correlogram falls from neighbours to those farther away, and its first class has the limit in it")
    func correlogram() throws {
        let x: [Double] = [0, 1, 2, 3, 4, 5]
        let lags = Correlogram.distanceClasses(upTo: [1, 2, 3], x: x, y: [0, 0, 0, 0, 0, 0])
        #expect(lags.map(\.targets.count) == [10, 8, 6])
        let moran = try Correlogram.moran(of: x, lags: lags).map { try $0.get() }
        #expect(moran[0].statistic > moran[1].statistic && moran[1].statistic > moran[2].statistic)
        #expect(moran[0] == (try Moran.association(of: x, neighbours: GlobalMaps.path(6).rowStandardised).get()))
        #expect(Correlogram.distanceClasses(upTo: [], x: x, y: x).isEmpty)
    }
}
