import Catalogue
import Diagnostics
import Disclosure
import Fixtures
import Formats
import Statistics
import Testing

/// Columns as a statistic over four areas would make them.
struct MadeColumns: AreaStatistic {
    let columns: [(values: [Double], states: [ValueState])]

    func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] { columns }

    /// The columns; an empty cell is suppressed.
    static func columns(_ columns: [[Double?]]) throws -> [ProtectedColumn] {
        try ProtectedColumn.computed(
            from: [protected([5, 5, 5, 5])],
            by: MadeColumns(
                columns: columns.map { ($0.map { $0 ?? 0 }, $0.map { $0 == nil ? .suppressed : .value }) }))
    }
}

@Suite("layers with categories and details")
struct CategoryTests {
    static let categories = [
        ReleasedCategory(id: "high-high", german: "hoch, hoch", english: "high, high", colour: "#ca0020"),
        ReleasedCategory(id: "island", german: "ohne Nachbarn & <allein>", english: "no neighbours", colour: "#969696"),
    ]
    static let details = [
        ReleasedDetail(id: "p", german: "p-Wert", english: "p-value", decimals: 4),
        ReleasedDetail(id: "lag", german: "Umgebung", english: "Surroundings", decimals: 1),
    ]

    /// A cluster layer on two dates: the third area is suppressed, the second an island.
    static func clusters(
        values: [Double?] = [12, 3, nil, 7], places: [Double?] = [0, 1, nil, 0],
        numbers: [[Double?]] = [[0.01, nil, 0.5, 0.25], [10, nil, 11, 9]],
        categories: [ReleasedCategory] = Self.categories, details: [ReleasedDetail] = Self.details,
        hasCategories: Bool = true
    ) throws -> ReleasedLayer {
        let made = try MadeColumns.columns([values, places] + numbers)
        let dates = ["2019-12-31", "2023-12-31"].map { date in
            ReleasedValues(
                date: date, source: "Register", column: made[0], categories: hasCategories ? made[1] : nil,
                details: Array(made[2...]))
        }
        return ReleasedLayer(
            id: "city.district.clusters", division: "city", level: "district",
            indicator: ReleasedIndicator(
                id: "clusters", title: "Häufungen", unit: "%", formula: "local-moran(rate)", description: "",
                decimals: 1, isCount: false, style: ""),
            kind: "local-moran", categories: categories, details: details, dates: dates)
    }

    @Test("kind, categories and details are read back as they were written, beside layers without")
    func roundTrip() throws {
        let folder = TemporaryFolder()
        let clusters = try Self.clusters()
        let draft = draft(layers: [layer("residents", [("2023-12-31", [5, 6, 7, 8])]), clusters])
        let release = try ReleaseFile.read(try ReleaseFile.write(draft, in: folder.path).path)
        #expect(release.layers.map(\.kind) == ["local-moran", "indicator"])
        let read = release.layers[0]
        #expect(read.categories == Self.categories && read.details == Self.details)
        #expect(read.dates == clusters.dates)
        #expect(read.dates[1].categories == [0, 1, -1, 0])
        #expect(release.layers[1].categories.isEmpty && release.layers[1].details.isEmpty)
        #expect(release.layers[1].newest.categories.isEmpty && release.layers[1].newest.details.isEmpty)
    }

    @Test("nothing of a suppressed area's details is released, and an island keeps its value and its category")
    func secrecy() throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(try draft(layers: [Self.clusters()]), in: folder.path)
        let values = try ReleaseFile.read(written.path).layers[0].newest
        #expect(values.states == [.value, .value, .suppressed, .value])
        for detail in values.details {
            #expect(detail.states == [.value, .suppressed, .suppressed, .value])
            #expect(detail.values[2] == 0)
        }
        #expect(values.values[1] == 3 && values.categories[1] == 1)
        // The numbers that were hidden do not change the release.
        let other = try Self.clusters(numbers: [[0.01, nil, 0.75, 0.25], [10, nil, nil, 9]])
        #expect(try ReleaseFile.write(draft(layers: [other]), in: folder.path).id == written.id)
    }

    @Test("another kind, category or detail is another release")
    func identity() throws {
        let folder = TemporaryFolder()
        var ids: Set<String> = []
        var other = try Self.clusters()
        ids.insert(try ReleaseFile.write(draft(layers: [other]), in: folder.path).id)
        other.kind = "gi-star"
        ids.insert(try ReleaseFile.write(draft(layers: [other]), in: folder.path).id)
        other.categories[0].colour = "#ca0021"
        ids.insert(try ReleaseFile.write(draft(layers: [other]), in: folder.path).id)
        other.details[0].decimals = 3
        ids.insert(try ReleaseFile.write(draft(layers: [other]), in: folder.path).id)
        let layers = [try Self.clusters(numbers: [[0.02, nil, nil, 0.25], [10, nil, nil, 9]])]
        ids.insert(try ReleaseFile.write(draft(layers: layers), in: folder.path).id)
        #expect(ids.count == 5)
    }

    @Test("a layer whose categories or details do not fit is refused before anything is written")
    func faults() throws {
        let folder = TemporaryFolder()
        func coloured(_ colour: String) throws -> ReleasedLayer {
            var layer = try Self.clusters()
            layer.categories[1].colour = colour
            return layer
        }
        var precise = try Self.clusters()
        precise.details[0].decimals = -1
        let layers: [(ReleasedLayer, String)] = [
            (try coloured("red"), "'red' is no colour"), (try coloured("#CA0020"), "is no colour"),
            (try coloured("#ca00200"), "is no colour"), (try coloured("#ca00\u{301}0"), "is no colour"),
            (try Self.clusters(categories: [Self.categories[0], Self.categories[0]]), "a category or a detail twice"),
            (try Self.clusters(details: [Self.details[0], Self.details[0]]), "a category or a detail twice"),
            (
                try Self.clusters(
                    details: [ReleasedDetail(id: "value", german: "", english: "", decimals: 0), Self.details[0]]),
                "calls a detail 'value'"
            ),
            (precise, "p has -1 decimals"),
            (try Self.clusters(places: [0, 2, nil, 0]), "an area with a value is in no category"),
            (try Self.clusters(places: [0, nil, nil, 0]), "an area with a value is in no category"),
            (try Self.clusters(places: [0, 1, 1, 0]), "or one without is"),
            (try Self.clusters(hasCategories: false), "an area with a value is in no category"),
            (try Self.clusters(categories: []), "has areas in categories, and no categories"),
            (try Self.clusters(details: [Self.details[0]]), "not one column on 2019-12-31 for each detail"),
            (try Self.clusters(numbers: [[1, 2, nil, 3]]), "not one column on 2019-12-31 for each detail"),
            (try Self.clusters(numbers: [[.nan, 2, nil, 3], [1, 2, nil, 3]]), "a number on 2019-12-31"),
        ]
        for (layer, words) in layers {
            let error = #expect(throws: InputError.self) {
                try ReleaseFile.write(draft(layers: [layer]), in: folder.path)
            }
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "") lacks \(words)")
            #expect(error?.remedy.isEmpty == false)
        }
        #expect(folder.files().isEmpty)
    }

    @Test("a file of categories in which one bit is turned is refused, or reads as it was, and never traps")
    func flippedBits() throws {
        let folder = TemporaryFolder()
        let draft = draft(
            layers: [try Self.clusters()], documents: [MethodSheetTests.sheet.document(of: "city.district.clusters")])
        let written = try ReleaseFile.write(draft, in: folder.path)
        let whole = try FileBytes.read(written.path)
        var generator = SplitMix64(seed: 12)
        var refused = 0
        for _ in 0..<400 {
            var bytes = whole
            bytes[generator.below(bytes.count)] ^= 1 << UInt8(generator.below(8))
            let path = folder.write("damaged.kleinraum", bytes)
            do {
                #expect(try ReleaseFile.read(path).id == written.id)
            } catch {
                refused += 1
                #expect(!error.message.isEmpty && !error.remedy.isEmpty)
            }
        }
        #expect(refused > 20)
    }
}
