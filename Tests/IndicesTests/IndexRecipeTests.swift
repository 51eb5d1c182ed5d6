import Diagnostics
import Indices
import Testing

@Suite("Recipes of indices")
struct IndexRecipeTests {
    @Test("every preset reads, and has its columns")
    func presets() throws {
        for name in IndexRecipe.presetNames { #expect(try IndexRecipe.preset(name).name == name) }
        #expect(try IndexRecipe.preset("berlin-mss-2021").columns == ["S1", "S3", "S4", "D1", "D3", "D4"])
        #expect(
            try IndexRecipe.preset("berlin-mss-2017").columns == ["S1", "S2", "S3", "S4", "D1", "D2", "D3", "D4"])
        let labels = try IndexRecipe.preset("berlin-mss-2021").combinedClasses.map(\.label)
        #expect(labels.count == 12 && labels[4] == "2+/-")
        #expect(try IndexRecipe.preset("imd-2025").indices[0].indicators.map(\.weight).reduce(0, +) < 1)
        #expect(throws: InputError.self) { try IndexRecipe.preset("imd-2019") }
    }

    @Test("the example of the documentation reads, with its defaults")
    func example() throws {
        let recipe = try IndexRecipe(
            yaml: """
                name: need
                indices:
                  - name: need
                    standardisation: z
                    indicators:
                      - {name: unemployed, title: {de: Arbeitslose, en: unemployed}, weight: 2}
                      - {name: income, polarity: resource}
                    second: z
                    classes:
                      - {label: low, below: -1}
                      - {label: medium, through: 1}
                      - {label: high}
                """)
        let index = recipe.indices[0]
        #expect(recipe.columns == ["unemployed", "income"])
        #expect(index.standardisation == .z(.all) && index.second == .z(.all))
        #expect(index.indicators[0].title.german == "Arbeitslose" && index.indicators[1].title.german == "income")
        #expect(index.indicators[1].polarity == .resource && index.indicators[1].weight == 1)
        #expect(index.classes.map(\.limit) == [.below(-1), .through(1), nil])
        #expect(index.groupLabel(1) == "medium")
        #expect([-1.5, -1, 1, 1.5].map { index.classPlace(of: $0) } == [0, 1, 1, 2])
    }

    @Test(
        "what is wrong is told with line, value and remedy",
        arguments: [
            ("", 0, "empty"),
            ("name: x", 1, "needs 'indices'"),
            ("name: a b\nindices: []", 1, "'a b'"),
            ("name: x\nindices: 3", 2, "'3'"),
            ("name: x\nindices: []", 2, "not an empty one"),
            ("name: x\nindices: \(String(repeating: "y", count: 99))", 2, "\(String(repeating: "y", count: 60))…'"),
            ("name: x\nindexes: []", 2, "'indexes'"),
            ("name: x\nname: y", 1, "twice"),
            ("name: x\nindices:\n  - name: [", 4, "breaks off"),
            (base(standardisation: "zz"), 4, "'zz'"),
            (base(standardisation: "{method: rank, divisor: n}"), 4, "divisor"),
            (base(standardisation: "{method: z, ties: lowest}"), 4, "ties"),
            (base(indicator: "{name: x, weight: 0}"), 6, "0 is not above 0"),
            (base(indicator: "{name: x, weight: two}"), 6, "'two'"),
            (base(indicator: "{name: x, weight: 1e308}"), 6, "1e308 is out of range"),
            (base(indicator: "{name: x, polarity: bad}"), 6, "'bad'"),
            (base(indicator: "{name: x}\n      - {name: x}"), 7, "two indicators 'x'"),
            (base(indicator: "{name: x, change: {from: a}}"), 6, "'to'"),
            (base(indicator: "{name: x, column: y, change: {from: a, to: b}}"), 6, "not both"),
            (base(more: "classes: [{label: 1}, {label: 2}]"), 7, "one upper limit"),
            (base(more: "classes: [{label: 1, below: 2}, {label: 2, below: 1}, {label: 3}]"), 7, "not above"),
            (base(more: "classes: [{label: 1, below: 2}, {label: 1}]"), 7, "two classes '1'"),
            (base(more: "classes: [{label: 1, below: 2}]"), 7, "last class"),
            (base(more: "quantiles: 1"), 7, "'1'"),
            (base() + "matrix: [i, i]\n", 7, "'i'"),
            (base() + "matrix: [i]\n", 7, "two indices"),
            (base() + "output: all\n", 7, "'all'"),
        ])
    func wrong(yaml: String, line: Int, words: String) throws {
        do {
            _ = try IndexRecipe(yaml: yaml)
            Issue.record("it was read")
        } catch {
            #expect(error.description.contains(words), "\(error)")
            #expect(error.place.row == line, "\(error)")
            #expect(!error.remedy.isEmpty)
        }
    }

    static func base(standardisation: String = "z", indicator: String = "{name: x}", more: String = "") -> String {
        "name: x\nindices:\n  - name: i\n    standardisation: \(standardisation)\n    indicators:\n"
            + "      - \(indicator)\n" + (more.isEmpty ? "" : "    \(more)\n")
    }

    @Test("a recipe file that is not there is told with its name")
    func absent() {
        do {
            _ = try IndexRecipe(path: "/nowhere/recipe.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error.description.contains("/nowhere/recipe.yaml"))
        }
    }
}
