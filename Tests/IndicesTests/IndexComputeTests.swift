import Diagnostics
import Indices
import Statistics
import Testing

@Suite("Computing an index")
struct IndexComputeTests {
    @Test("z-values, sum and second z of three areas by hand")
    func byHand() throws {
        let plain = try recipe(["{name: x}"], "")
        let result = try plain.compute(keys: keys(3), columns: complete(["x": [1, 2, 6]]))
        let steps = try #require(result.indices[0].areas[2])
        #expect(abs(steps.standardised[0] - 3 / (14.0 / 3).squareRoot()) < 1e-15)
        #expect(steps.sum == steps.standardised[0] && steps.score == steps.sum && steps.classPlace == nil)
        let sample = try recipe(["{name: x}"], "", standardisation: "{method: z, divisor: n-1}")
        let other = try sample.compute(keys: keys(3), columns: complete(["x": [1, 2, 6]]))
        #expect(abs(try #require(other.indices[0].areas[2]).score - 3 / 7.0.squareRoot()) < 1e-15)
    }

    @Test("a linear transform of an indicator changes neither z nor class")
    func linear() throws {
        let both = try recipe(["{name: x}", "{name: y}"], threeClasses)
        let (x, y) = (randomColumn(60, seed: 1), randomColumn(60, seed: 2))
        let one = try both.compute(keys: keys(60), columns: complete(["x": x, "y": y]))
        let two = try both.compute(keys: keys(60), columns: complete(["x": x.map { 3.7 * $0 - 11 }, "y": y]))
        for (a, b) in zip(one.indices[0].areas, two.indices[0].areas) {
            let (a, b) = (try #require(a), try #require(b))
            #expect(abs(a.standardised[0] - b.standardised[0]) < 1e-12)
            #expect(a.classPlace == b.classPlace && a.rank == b.rank)
        }
    }

    @Test("polarity flips the standardised value", arguments: ["z", "min-max", "rank", "percentile", "exponential"])
    func polarity(method: String) throws {
        let values = randomColumn(20, seed: 3)
        let burden = try recipe(["{name: x}"], "", standardisation: method)
        let resource = try recipe(["{name: x, polarity: resource}"], "", standardisation: method)
        let one = try burden.compute(keys: keys(20), columns: complete(["x": values]))
        let two = try resource.compute(keys: keys(20), columns: complete(["x": values.map { -$0 }]))
        let three = try resource.compute(keys: keys(20), columns: complete(["x": values]))
        for (area, steps) in one.indices[0].areas.enumerated() {
            let steps = try #require(steps)
            #expect(two.indices[0].areas[area] == steps)
            #expect(try #require(three.indices[0].areas[area]).rank == 21 - steps.rank)
            if method == "z" {
                #expect(abs(try #require(three.indices[0].areas[area]).score + steps.score) < 1e-12)
            }
        }
    }

    @Test("weights scale the sum, and the second standardisation takes a common factor out")
    func weights() throws {
        let light = try recipe(["{name: x, weight: 2}", "{name: y, weight: 3}"], "second: z")
        let heavy = try recipe(["{name: x, weight: 8}", "{name: y, weight: 12}"], "second: z")
        let columns = complete(["x": randomColumn(40, seed: 4), "y": randomColumn(40, seed: 5)])
        let one = try light.compute(keys: keys(40), columns: columns)
        let two = try heavy.compute(keys: keys(40), columns: columns)
        for (a, b) in zip(one.indices[0].areas, two.indices[0].areas) {
            let (a, b) = (try #require(a), try #require(b))
            #expect(abs(a.sum - (2 * a.standardised[0] + 3 * a.standardised[1])) < 1e-12)
            #expect(abs(4 * a.sum - b.sum) < 1e-12 && abs(a.score - b.score) < 1e-12)
        }
    }

    @Test("areas that are excluded or lack a value have no influence on the others, and say why")
    func exclusion() throws {
        let both = try recipe(["{name: x}", "{name: y}"], threeClasses)
        let (x, y) = (randomColumn(30, seed: 6), randomColumn(30, seed: 7))
        let alone = try both.compute(keys: keys(30), columns: complete(["x": x, "y": y]))
        var more = complete(["x": x + [1e6, 0, 0], "y": y + [1e6, 3, 0]])
        more["x"]?.states[31] = .suppressed
        more["x"]?.states[32] = .noData
        more["y"]?.states[32] = .suppressed
        let result = try both.compute(keys: keys(33), columns: more, excluding: ["a30"])
        #expect(Array(result.indices[0].areas[..<30]) == alone.indices[0].areas)
        #expect(result.indices[0].areas[30...].allSatisfy { $0 == nil })
        #expect(result.memberships[30] == .excluded)
        #expect(result.memberships[31] == .without(columns: ["x"], state: .suppressed))
        #expect(result.memberships[32] == .without(columns: ["x", "y"], state: .suppressed))
        #expect(result.includedCount == 30)
    }

    @Test("relabelled and reordered areas have the same values to the last digit")
    func reordered() throws {
        let both = try recipe(["{name: x}", "{name: y}"], threeClasses)
        let (x, y) = (randomColumn(50, seed: 8), randomColumn(50, seed: 9))
        let one = try both.compute(keys: keys(50), columns: complete(["x": x, "y": y]))
        let two = try both.compute(
            keys: keys(50).reversed(), columns: complete(["x": x.reversed(), "y": y.reversed()]))
        #expect(Array(two.indices[0].areas.reversed()) == one.indices[0].areas)
    }

    @Test(
        "ties in ranks as the recipe has them",
        arguments: [
            ("{method: rank}", [1, 2.5, 2.5, 4]), ("{method: rank, ties: lowest}", [1, 2, 2, 4]),
            ("{method: rank, ties: highest}", [1, 3, 3, 4]), ("percentile", [0, 1 / 3.0, 1 / 3.0, 1]),
            ("min-max", [0, 0.4, 0.4, 1]),
        ] as [(String, [Double])])
    func ties(method: String, expected: [Double]) throws {
        let ranked = try recipe(["{name: x}"], "quantiles: 4", standardisation: method)
        let result = try ranked.compute(keys: keys(4), columns: complete(["x": [5, 7, 7, 10]]))
        let areas = result.indices[0].areas.compactMap { $0 }
        #expect(areas.map(\.score) == expected)
        // Equal scores share the smaller rank, and with it the quantile.
        #expect(areas.map(\.rank) == [4, 2, 2, 1])
        #expect(areas.map(\.quantile) == [4, 2, 2, 1])
    }

    @Test("the exponential transformation is 100 at the top, and about a tenth of the areas lie above 50")
    func exponential() throws {
        let one = try recipe(["{name: x}"], "", standardisation: "exponential")
        let result = try one.compute(keys: keys(1000), columns: complete(["x": (0..<1000).map(Double.init)]))
        let scores = result.indices[0].areas.compactMap { $0?.score }
        #expect(abs((scores.last ?? 0) - 100) < 1e-10)
        // R above (1 − e^(−50/23)) / (1 − e^(−100/23)) = 0.89794…
        #expect(scores.count { $0 > 50 } == 103)
    }

    @Test("a value at a limit is in the class that the recipe says")
    func atLimit() throws {
        // Of two areas z is −1 and 1 exactly.
        let values = complete(["x": [0.1, 0.3]])
        let inside = try recipe(["{name: x}"], threeClasses).compute(keys: keys(2), columns: values)
        #expect(inside.indices[0].areas.map { $0?.classPlace } == [1, 1])
        let outside = "second: z\nclasses: [{label: low, through: -1}, {label: mid, below: 1}, {label: high}]"
        let result = try recipe(["{name: x}"], outside).compute(keys: keys(2), columns: values)
        #expect(result.indices[0].areas.map { $0?.classPlace } == [0, 2])
    }

    @Test("dynamics are the later value minus the earlier, and the matrix joins the labels")
    func dynamics() throws {
        let recipe = try IndexRecipe(
            yaml: """
                name: years
                indices:
                  - name: status
                    standardisation: min-max
                    indicators: [{name: S, column: y2021}]
                    classes: [{label: 1, below: 0.5}, {label: 2}]
                  - name: dynamics
                    standardisation: min-max
                    indicators: [{name: D, change: {from: y2019, to: y2021}}]
                    classes: [{label: +, below: 0.5}, {label: "-"}]
                matrix: [status, dynamics]
                """)
        #expect(recipe.columns == ["y2021", "y2019"])
        #expect(recipe.combinedClasses.map(\.label) == ["1+", "1-", "2+", "2-"])
        let result = try recipe.compute(
            keys: keys(3), columns: complete(["y2019": [1, 9, 6], "y2021": [3, 4, 10]]))
        #expect((0..<3).map { result.combined($0) } == ["1-", "1+", "2-"])
    }

    @Test("ranks tell small scores apart as they do large ones", arguments: [1e-9, 1, 1e9])
    func ranks(weight: Double) throws {
        let near = try recipe(["{name: x, weight: \(weight)}"], "quantiles: 4", standardisation: "min-max")
        let values: [Double] = [0, 0.5, 0.5001, 0.5001 * (1 + 1e-15), 1]
        let result = try near.compute(keys: keys(5), columns: complete(["x": values]))
        #expect(result.indices[0].areas.map { $0?.rank } == [5, 4, 2, 2, 1])
    }

    @Test("a constant indicator, a single area, an empty table and a missing column are told by name")
    func undefined() throws {
        let both = try recipe(["{name: x}", "{name: y}"], threeClasses)
        func message(_ columns: InputColumns, _ count: Int) -> String {
            do {
                _ = try both.compute(keys: keys(count), columns: columns)
                return ""
            } catch {
                return error.description
            }
        }
        #expect(message(complete(["x": [1, 2, 3], "y": [0.1, 0.1, 0.1]]), 3).contains("'y'"))
        #expect(message(complete(["x": [1, 2, 3], "y": [3, 2, 1]]), 3).contains("sum of the index 'test'"))
        #expect(message(complete(["x": [1, 2, 1e200], "y": [1, 2, 4]]), 3).contains("1e+200 of 'x' in 'a2'"))
        #expect(message(complete(["x": [1, 2, 5], "y": [1, 2, 1e-200]]), 3).contains("1e-200 of 'y' in 'a2'"))
        #expect(message(complete(["x": [1], "y": [2]]), 1).contains("one area only"))
        #expect(message(complete(["x": [1, 2]]), 2).contains("'y'"))
        #expect(message(complete(["x": [], "y": []]), 0).contains("no area"))
        let ranked = try recipe(["{name: x}"], "quantiles: 10", standardisation: "rank")
        let single = try ranked.compute(keys: ["a"], columns: complete(["x": [4]]))
        #expect(single.indices[0].areas[0]?.rank == 1)
    }
}
