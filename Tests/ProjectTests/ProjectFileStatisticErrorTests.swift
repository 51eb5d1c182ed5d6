import Diagnostics
import Project
import Testing

@Suite("Statistics in a project file that are wrong")
struct ProjectFileStatisticErrorTests {
    /// An entry, and what the error must say.
    struct Fault: Sendable, CustomTestStringConvertible {
        var entry: String
        var field: String
        var message: String
        var remedy: String

        init(_ entry: String, _ field: String, _ message: String, _ remedy: String) {
            (self.entry, self.field, self.message, self.remedy) = (entry, field, message, remedy)
        }

        var testDescription: String { entry }
    }

    static let faults: [Fault] = [
        // Kinds and keys
        Fault("local-morann, indicator: residents", "kind", "'local-morann'", "'local-moran'"),
        Fault("moran, indicator: residents", "kind", "'moran' is no kind of layer", "known are local-moran"),
        Fault("gi, indicator: residents, groups: 3", "groups", "'groups' is not a key", "known are"),
        Fault("rate-certainty, events: sgb2, population: from15, weights: rook", "weights", "not a key", "events"),
        Fault("egohoods, group: sgb2, population: from15, nearest: [100], weights: queen", "weights", "not a key", ""),
        Fault("typology, indicators: [residents], groups: 3, permutations: 99", "permutations", "not a key", ""),
        Fault("gi", "", "'indicator' is missing", "indicator: sgb2_rate"),
        Fault("local-moran-bivariate, indicator: residents", "", "'with' is missing", "with:"),
        Fault("empirical-bayes, events: sgb2", "", "'population' is missing", "population:"),
        Fault("typology, indicators: [residents]", "", "'groups' is missing", "groups: 5"),
        Fault("regions, indicators: [residents], groups: 3", "", "'population' is missing", "population:"),
        Fault("egohoods, group: sgb2, population: from15", "", "'nearest' is missing", "nearest: [100, 400]"),
        Fault("index, preset: berlin-mss-2021", "", "'columns' is missing", "columns:"),
        // References
        Fault("gi, indicator: sgb2rate", "indicator", "'sgb2rate' is no indicator", "'sgb2_rate'"),
        Fault("gi, indicator: from15", "indicator", "'from15' is no indicator", "known are sgb2_rate, residents"),
        Fault("empirical-bayes, events: sgb2_rate, population: from15", "events", "'sgb2_rate' is no variable", "sgb2"),
        Fault("typology, indicators: [residents, age], groups: 2", "indicators[2]", "'age' is no indicator", "known"),
        Fault("typology, indicators: [residents, residents], groups: 2", "indicators[2]", "occurs twice", "once"),
        Fault(
            "index, preset: berlin-mss-2021, columns: { S1: change(x) }", "columns.S1", "'x' is no indicator",
            "known are"),
        Fault(
            "index, preset: berlin, columns: { S1: residents }", "preset", "'berlin' is no preset", "berlin-mss-2021"),
        // Values
        Fault("gi, indicator: residents, weights: quen", "weights", "'quen' is no kind of neighbours", "queen, rook"),
        Fault("gi, indicator: residents, weights: 'knn:0'", "weights", "'knn:0'", "knn:K"),
        Fault("gi, indicator: residents, weights: 'block:bezirk'", "weights", "needs a field", "another kind"),
        Fault("gi, indicator: residents, weights_style: col", "weights_style", "'col'", "known are row, binary"),
        Fault("gi, indicator: residents, gates: bridges.geojson", "gates", "no barriers", "barriers:"),
        Fault("gi, indicator: residents, gate_width: 30", "gate_width", "no barriers", "barriers:"),
        Fault("gi, indicator: residents, permutations: 10", "permutations", "10 is out of range", "99 to"),
        Fault("gi, indicator: residents, significance: 5", "significance", "5 is more than 1", "0.05"),
        Fault("gi, indicator: residents, significance: '0,05'", "significance", "'0,05'", "0.05"),
        Fault("gi, indicator: residents, adjust: fdrr", "adjust", "'fdrr'", "'fdr'"),
        Fault("gi, indicator: residents, seed: -1", "seed", "'-1'", "digits"),
        Fault("typology, indicators: [residents], groups: 1", "groups", "1 is out of range", "2 to 1000"),
        Fault("typology, indicators: [residents], groups: 3, method: pam", "method", "'pam'", "kmeans, ward"),
        Fault(
            "regions, indicators: [residents], population: residents, groups: 3, method: max", "method", "'max'",
            "skater"),
        Fault(
            "regions, indicators: [residents], population: residents, groups: 3, method: balanced, minimum: 9",
            "minimum",
            "no minimum", "take 'minimum'"),
        Fault(
            "egohoods, group: sgb2, population: from15, nearest: [100, 100]", "nearest[2]", "100 occurs twice", "once"),
        Fault("egohoods, group: sgb2, population: from15, nearest: 100", "nearest", "is no list", "[100, 400]"),
        Fault("egohoods, group: sgb2, population: from15, nearest: [5]", "nearest[1]", "5 is out of range", "10 to"),
        Fault(
            "egohoods, group: sgb2, population: from15, nearest: [50], threshold: 20", "threshold", "more than 1",
            "0.05"),
        Fault("gi, indicator: residents, id: Hot Spots", "id", "'Hot Spots'", "a to z"),
        Fault(
            "index, preset: berlin-mss-2021, recipe: r.yaml, columns: { S1: residents }", "",
            "either 'preset' or 'recipe'", "write one"),
        Fault("index, columns: { S1: residents }", "", "either 'preset' or 'recipe'", "berlin-mss"),
        // Dates: the agency has one only
        Fault(
            "index, recipe: r.yaml, columns: { D: change(sgb2_rate) }", "", "a change needs two dates",
            "same reference dates"),
    ]

    @Test("names file, line, key, value and remedy", arguments: faults)
    func fault(_ fault: Fault) throws {
        let text = StatisticSample.text([fault.entry])
        let error = try #require(throws: InputError.self) { try ProjectFileSample.read(text) }
        #expect(error.code == .project)
        #expect(error.place.file == "kleinraum.yaml")
        #expect(error.place.row == ProjectFileSample.line(of: "kind: ", in: text), "\(error)")
        #expect(error.place.field == "layers[1]" + (fault.field.isEmpty ? "" : ".\(fault.field)"), "\(error)")
        #expect(error.message.contains(fault.message), "\(error)")
        #expect(error.remedy.contains(fault.remedy), "\(error)")
    }

    @Test("an id twice, and a statistic with the id of an indicator, are refused with the second's line")
    func ids() throws {
        let twice = StatisticSample.text(["gi, indicator: residents", "gi, indicator: residents"])
        let error = try #require(throws: InputError.self) { try ProjectFileSample.read(twice) }
        #expect(error.message == "the layer 'gliederung.bezirk.residents-gi' occurs twice")
        #expect(error.place.field == "layers[2]" && error.remedy.contains("'id'"))
        let shown = StatisticSample.text(["gi, id: residents, indicator: residents"])
        let other = try #require(throws: InputError.self) { try ProjectFileSample.read(shown) }
        #expect(other.message.contains("'gliederung.bezirk.residents' is an indicator and a statistic"))
        let named =
            "  - { division: gliederung, level: bezirk, indicators: [residents] }\n"
        let third = try #require(throws: InputError.self) { try ProjectFileSample.read(shown + named) }
        #expect(third.message.contains("occurs twice") && third.place.field == "layers[2]")
    }

    @Test("counts without a date in common are no layer")
    func dates() throws {
        let text = StatisticSample.text(["location-quotient, group: sgb2, population: under15"])
            .replacing("date: 2023-12-31, path: points", with: "date: 2021-12-31, path: points")
            .replacing("100*sgb2/from15", with: "100*under15/from15")
        let error = try #require(throws: InputError.self) { try ProjectFileSample.read(text) }
        #expect(error.message.contains("no date in common: 2022-12-31, 2023-12-31 against 2021-12-31"))
        #expect(error.place.field == "layers[1]" && error.place.row > 0)
    }
}
