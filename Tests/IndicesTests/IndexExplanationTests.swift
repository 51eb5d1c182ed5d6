import Indices
import Statistics
import Testing

@Suite("Explaining an index")
struct IndexExplanationTests {
    let count = 60

    func input() -> [String: [Double]] {
        ["x": randomColumn(count, seed: 21), "y": randomColumn(count, seed: 22), "w": randomColumn(count, seed: 23)]
    }

    /// The group of one area when one of its values is another.
    func group(_ recipe: IndexRecipe, _ area: Int, _ column: String, _ value: Double) throws -> Int? {
        var columns = input()
        columns[column]?[area] = value
        let steps = try recipe.compute(keys: keys(count), columns: complete(columns)).indices[0].areas[area]
        return steps?.classPlace ?? steps?.quantile.map { $0 - 1 }
    }

    @Test("contributions add up to the sum, and the distance leads to the nearest limit")
    func contributions() throws {
        let recipe = try recipe(["{name: x, weight: 2}", "{name: y, polarity: resource}", "{name: w}"], threeClasses)
        let result = try recipe.compute(keys: keys(count), columns: complete(input()))
        for explanation in result.explanations() {
            let steps = try #require(result.indices[0].areas[explanation.area])
            #expect(abs(explanation.parts.reduce(0) { $0 + $1.contribution } - steps.sum) < 1e-12)
            let distance = try #require(explanation.distance)
            #expect(abs(distance) == min(abs(steps.score - 1), abs(steps.score + 1)))
            #expect(explanation.group == steps.classPlace && explanation.chanceOfOther == nil)
            #expect(explanation.parts[1].value == input()["y"]?[explanation.area])
        }
    }

    @Test(
        "the needed change is where a whole new computation changes the class",
        arguments: ["second: z", "second: {method: z, divisor: n-1}", ""])
    func needed(second: String) throws {
        let classes = "classes: [{label: low, below: -1}, {label: mid, through: 1}, {label: high}]"
        let recipe = try recipe(
            ["{name: x, weight: 2}", "{name: y, polarity: resource}", "{name: w}"], second + "\n" + classes)
        let result = try recipe.compute(keys: keys(count), columns: complete(input()))
        var checked = 0
        for explanation in result.explanations() {
            for (part, name) in zip(explanation.parts, ["x", "y", "w"]) {
                guard let needed = part.needed else { continue }
                checked += 1
                #expect(try group(recipe, explanation.area, name, part.value + 0.999_999 * needed) == explanation.group)
                #expect(
                    try group(recipe, explanation.area, name, part.value + 1.000_001 * needed) == explanation.beyond)
            }
        }
        #expect(checked > 100)
    }

    @Test("with ranks the needed change leads to the value of the area to be overtaken")
    func neededRank() throws {
        let recipe = try recipe(["{name: x}"], "quantiles: 4", standardisation: "rank")
        let result = try recipe.compute(keys: keys(8), columns: complete(["x": [10, 20, 30, 40, 50, 60, 70, 80]]))
        let explanations = result.explanations()
        // Two of eight in each quarter: 60 is the first below the quarter of greatest need, whose last is 70.
        #expect(explanations[5].group == 1 && explanations[5].limit == 7 && explanations[5].beyond == 0)
        #expect(explanations[5].parts[0].needed == 10)
        #expect(explanations[7].parts[0].needed == -20)
    }

    @Test("one case more or fewer changes the class exactly where a whole new computation does")
    func oneCase() throws {
        let recipe = try recipe(["{name: x, weight: 2}", "{name: y, polarity: resource}", "{name: w}"], threeClasses)
        let result = try recipe.compute(keys: keys(count), columns: complete(input()))
        var changes = 0
        let people = (0..<count).map { Double(5 + $0 % 7) as Double? }
        let unknown = [Double?](repeating: nil, count: count)
        let cases = ["x", "y", "w"].map { ($0, IndexCases(cases: unknown, populations: people)) }
        for explanation in result.explanations(cases: Dictionary(uniqueKeysWithValues: cases)) {
            for (part, name) in zip(explanation.parts, ["x", "y", "w"]) {
                let step = 100 / Double(5 + explanation.area % 7)
                #expect(part.withOneMore == (try group(recipe, explanation.area, name, part.value + step)))
                #expect(part.withOneFewer == (try group(recipe, explanation.area, name, part.value - step)))
                if part.withOneMore != explanation.group { changes += 1 }
            }
            #expect(explanation.chanceOfOther == nil)
        }
        #expect(changes > 20)
    }

    @Test("the chance by Poisson error is the weight of the counts that change the class")
    func chance() throws {
        let recipe = try recipe(["{name: x}"], threeClasses)
        let values = input()["x"] ?? []
        let result = try recipe.compute(keys: keys(count), columns: complete(["x": values]))
        let people = [Double?](repeating: 200, count: count)
        let counts = IndexCases(cases: values.map { 2 * $0 }, populations: people)
        let explanations = result.explanations(cases: ["x": counts], draws: 20_000, seed: 5)
        for area in stride(from: 0, to: count, by: 7) {
            var exact = 0.0
            for drawn in 0..<250 {
                let group = try group(recipe, area, "x", Double(drawn) / 2)
                if group != explanations[area].group { exact += Poisson.mass(drawn, mean: 2 * values[area]) }
            }
            #expect(abs(try #require(explanations[area].chanceOfOther) - exact) < 0.018, "area \(area)")
        }
        #expect(
            result.explanations(cases: ["x": counts], draws: 200)
                == result.explanations(cases: ["x": counts], draws: 200))
    }

    @Test("no case cannot become fewer, and without people nothing is said")
    func noCases() throws {
        let recipe = try recipe(["{name: x}"], threeClasses)
        let result = try recipe.compute(keys: keys(4), columns: complete(["x": [0, 1, 2, 7]]))
        let counts = IndexCases(cases: [0, 3, nil, 7], populations: [100, 0, 100, 100])
        let parts = result.explanations(cases: ["x": counts]).map { $0.parts[0] }
        #expect(parts[0].withOneFewer == nil && parts[0].withOneMore != nil)
        #expect(parts[1].withOneMore == nil && parts[1].withOneFewer == nil)
        #expect(parts[2].withOneMore != nil)
    }

    @Test("the class without an indicator is that of the recipe without it")
    func without() throws {
        let columns = complete(input())
        let all = try recipe(["{name: x}", "{name: y}", "{name: w}"], threeClasses)
        let fewer = try recipe(["{name: x}", "{name: w}"], threeClasses)
        let one = try all.compute(keys: keys(count), columns: columns).explanations()
        let two = try fewer.compute(keys: keys(count), columns: columns)
        for explanation in one {
            #expect(explanation.parts[1].without == two.indices[0].areas[explanation.area]?.classPlace)
        }
    }

    @Test("the table of explanations has a row per indicator, and the reason of an area left out")
    func table() throws {
        let recipe = try recipe(["{name: x}", "{name: y}"], threeClasses)
        var columns = complete(["x": [1, 2, 4, 0], "y": [3, 5, 1, 0]])
        columns["y"]?.states[3] = .suppressed
        let result = try recipe.compute(keys: ["d", "c", "b", "a"], columns: columns)
        let lines = String(decoding: result.table(of: result.explanations()), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 1 + 1 + 3 * 2)
        #expect(lines[1] == "a,suppressed,,,,,,,,,,,,,,,")
        #expect(lines[2].hasPrefix("b,value,test,"))
    }
}
