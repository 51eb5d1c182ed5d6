import Catalogue
import Diagnostics
import Foundation
import Project
import Statistics
import Testing

@Suite("Building statistics")
struct StatisticBuildTests {
    /// The release of a town, and the bytes of its file.
    private func build(_ town: StatisticTown) throws -> (release: Release, bytes: Data) {
        let folder = NSTemporaryDirectory() + "/kleinraum-town-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try town.write(to: folder)
        let id = try ProjectBuild(folder: folder).run().release
        let releases = ProjectBuild.releases(of: folder)
        return (
            try ReleaseFolder(releases).read(id),
            try Data(contentsOf: URL(fileURLWithPath: "\(releases)/\(id).kleinraum"))
        )
    }

    private func values(_ release: Release, _ layer: String) throws -> ReleasedValues {
        try #require(release.layer("town.square.\(layer)")).newest
    }

    @Test("every kind builds, each layer with a method sheet; twice in a row the same bytes")
    func everyKind() throws {
        let town = StatisticTown(layers: StatisticTown.everyKind)
        let (release, bytes) = try build(town)
        #expect(
            release.layers.map(\.id)
                == [
                    "rate", "residents", "rate-local-moran", "rate-local-moran-bivariate", "benefits-local-moran-rate",
                    "rate-local-geary", "rate-gi", "rate-gi-star", "benefits-rate-certainty",
                    "benefits-empirical-bayes",
                    "benefits-spatial-empirical-bayes", "benefits-spatial-rate", "index_status", "index_dynamics",
                    "index_combined", "typology", "ward", "regions", "equal", "benefits-location-quotient",
                    "rate-regression",
                    "benefits-egohoods_400", "benefits-egohoods_60", "walled_60",
                ].map { "town.square.\($0)" }.sorted())
        for layer in release.layers {
            let document = release.documents.first { $0.name == MethodSheet.name(of: layer.id) }
            let sheet = try #require(document.flatMap { MethodSheet($0) })
            for entry in sheet.entries { #expect(!entry.german.text.isEmpty && !entry.english.text.isEmpty) }
            #expect(sheet.entries.contains { $0.german.title == "benefits" || layer.indicator.id == "residents" })
            #expect(layer.newest.states.contains(.value))
        }
        #expect(release.layer("town.square.index_status")?.dates.map(\.date) == ["2023-12-31"])
        #expect(release.layer("town.square.typology")?.dates.map(\.date) == ["2023-12-31"])
        #expect(release.layer("town.square.rate-regression")?.details.map(\.id) == ["observed", "fitted"])
        #expect(try values(release, "index_status").states[35] == .notApplicable)
        #expect(try build(town).bytes == bytes)
    }

    @Test("the lag of row-standardised neighbours is their plain mean, however long borders or distances are")
    func lags() throws {
        let town = StatisticTown(
            layers: ["weights: rook", "weights: queen", "weights: 'knn:4'"].enumerated().map {
                "kind: local-moran, id: lag\($0), indicator: residents, permutations: 99, \($1)"
            })
        let release = try build(town).release
        let counts = try values(release, "residents").values
        /// The squares around one in the middle: left, right, above, below.
        let cross = [13, 15, 8, 20].map { counts[$0] }.reduce(0, +)
        let corners = [7, 9, 19, 21].map { counts[$0] }.reduce(0, +)
        for (layer, mean) in [("lag0", cross / 4), ("lag1", (cross + corners) / 8), ("lag2", cross / 4)] {
            #expect(abs(try values(release, layer).details[0].values[14] - mean) < 1e-9)
        }
    }

    @Test("egohoods are those of a search through all houses, and sums go by the residents' square")
    func bruteForce() throws {
        var town = StatisticTown(layers: [
            "kind: egohoods, group: benefits, population: residents, nearest: [400, 60], threshold: 0.2",
            "kind: egohoods, id: walled, group: benefits, population: residents, nearest: [60], barriers: river.geojson",
        ])
        town.threshold = 0
        let release = try build(town).release
        for (layer, nearest, hasRiver) in [
            ("benefits-egohoods_400", 400, false), ("benefits-egohoods_60", 60, false), ("walled_60", 60, true),
        ] {
            let found = try values(release, layer)
            var (sums, exceeding, people) = (
                [Double](repeating: 0, count: 36), [Double](repeating: 0, count: 36), [Double](repeating: 0, count: 36)
            )
            for house in town.houses {
                let share = share(around: house, nearest: nearest, hasRiver: hasRiver, in: town)
                sums[house.square] += share * Double(house.residents)
                exceeding[house.square] += share > 0.2 ? Double(house.residents) : 0
                people[house.square] += Double(house.residents)
            }
            for square in 0..<36 {
                #expect(abs(found.values[square] - 100 * sums[square] / people[square]) <= 0.05 + 1e-6)
                #expect(found.states[square] == .value)
                if !hasRiver {
                    #expect(abs(found.details[0].values[square] - 100 * exceeding[square] / people[square]) < 1e-9)
                }
            }
        }
    }

    private func share(around house: StatisticTown.House, nearest: Int, hasRiver: Bool, in town: StatisticTown)
        -> Double
    {
        var others = town.houses.map { other in
            (
                square: (other.x - house.x) * (other.x - house.x) + (other.y - house.y) * (other.y - house.y),
                house: other
            )
        }
        if hasRiver { others.removeAll { ($0.house.x < 500_310) != (house.x < 500_310) } }
        others.sort { $0.square < $1.square }
        var (people, group, reach) = (0, 0, -1.0)
        for other in others {
            if people >= nearest && other.square > reach { break }
            people += other.house.residents
            group += other.house.benefits
            reach = other.square
        }
        return Double(group) / Double(people)
    }

    /// The town with a square whose benefits are a secret count, all in one house.
    private func town(_ secret: Int, layers: [String]) -> StatisticTown {
        var town = StatisticTown(layers: layers)
        var isFirst = true
        for place in town.houses.indices where town.houses[place].square == 14 {
            town.houses[place].benefits = isFirst ? secret : 0
            isFirst = false
        }
        return town
    }

    @Test("two builds that differ in a hidden count only are the same release, whatever is computed from the areas")
    func hiddenCount() throws {
        // The changes of the index look at the older date, where the count is another.
        let layers = StatisticTown.everyKind.filter { !$0.contains("egohoods") }
        var (one, other) = (town(1, layers: layers), town(2, layers: layers))
        for town in [one, other] { #expect(town.houses.filter { $0.square == 14 }.count > 3) }
        one.threshold = 12
        other.threshold = 12
        let first = try build(one)
        #expect(try values(first.release, "rate").states[14] == .suppressed)
        #expect(try build(other).bytes == first.bytes)
    }

    @Test("with neighbourhoods of people they differ in these only")
    func hiddenNeighbours() throws {
        let (one, other) = (
            try build(town(1, layers: StatisticTown.everyKind)).release,
            try build(town(2, layers: StatisticTown.everyKind)).release
        )
        for (layer, same) in zip(one.layers, other.layers) {
            #expect(layer.id == same.id)
            let isEgohood = layer.kind == "egohoods"
            if !isEgohood { #expect(layer.newest == same.newest, "\(layer.id)") }
            guard isEgohood else { continue }
            for (value, state) in zip(layer.newest.values, layer.newest.states) where state == .value {
                #expect((value * 10).rounded() / 10 == value)
            }
        }
    }

    @Test("a square of few houses has no neighbourhood, and one with unknown counts neither")
    func fewHouses() throws {
        var town = StatisticTown(layers: ["kind: egohoods, group: benefits, population: residents, nearest: [60]"])
        let houses = town.houses.filter { $0.square != 14 && $0.square != 21 }
        let lonely = town.houses.filter { $0.square == 14 }.prefix(1) + town.houses.filter { $0.square == 21 }.prefix(3)
        town.houses = houses + lonely
        let unknown = try #require(town.houses.firstIndex { $0.square == 28 })
        town.houses[unknown].isUnknown = true
        let found = try values(try build(town).release, "benefits-egohoods_60")
        #expect(found.states[14] == .suppressed && found.values[14] == 0 && found.details[0].states[14] == .suppressed)
        #expect(found.states[21] == .value && found.states[22] == .value)
        #expect(found.states[28] == .noData && found.details[0].states[28] != .value)
    }

    @Test(
        "mistakes that only the files tell are told with layer and remedy",
        arguments: [
            (
                ["kind: typology, indicators: [rate], groups: 40"],
                "layer 'town.square.typology' at 2023-12-31: 36 areas"
            ),
            (["kind: index, recipe: recipe.yaml, columns: { S: rate }"], "needs the column 'D'"),
            (["kind: index, recipe: recipe.yaml, columns: { S: rate, D: rate, X: rate }"], "has no column 'X'"),
            (["kind: gi, indicator: rate, weights: 'knn:50'"], "an area has only 35 others, not 50"),
            (["kind: gi, indicator: rate, barriers: bridge.geojson"], "the file holds no line"),
            (["kind: gi, indicator: rate, barriers: areas.geojson"], "areas.geojson"),
            (
                [
                    "kind: egohoods, id: a, group: benefits, population: residents, nearest: [60]",
                    "kind: gi, id: a_60, indicator: rate",
                ], "the layer 'town.square.a_60', of 'town.square.a_60', occurs twice"
            ),
        ])
    func mistakes(_ layers: [String], _ message: String) throws {
        let error = try #require(throws: InputError.self) { try build(StatisticTown(layers: layers)) }
        #expect("\(error.place.file) \(error.message)".contains(message), "\(error)")
        #expect(!error.remedy.isEmpty && !error.place.file.isEmpty, "\(error)")
    }
}
