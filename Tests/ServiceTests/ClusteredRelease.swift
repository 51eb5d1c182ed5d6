import Catalogue
import Disclosure
import Statistics
import Testing

/// The invented release with a statistic of the rate as a third layer, and a method sheet of it.
///
/// | key | value | category | p | lag |
/// |---|---|---|---|---|
/// | `01` | 12 | `high-high` | 0.0125 | 40 |
/// | `02` | suppressed | | made as 0.5, and hidden | made as 7, and hidden |
/// | `03` | no data | | | |
/// | `04` | not applicable | | | |
/// | `05/ü` | 0 | `not "significant"` | 0.25 | 12 |
/// | `06` | 40 | `island` | | |
enum ClusteredRelease {
    static let clusters = "gliederung.stadtteil.sgb2_cluster"
    static let categories = [
        ReleasedCategory(id: "high-high", german: "hoch & hoch", english: "high & high", colour: "#ca0020"),
        ReleasedCategory(id: "low-low", german: "niedrig", english: "low", colour: "#0571b0"),
        ReleasedCategory(
            id: "not \"significant\"", german: "nicht <auffällig>", english: "not <significant>", colour: "#eeeeee"),
        ReleasedCategory(id: "island", german: "ohne Nachbarn", english: "no neighbours", colour: "#969696"),
    ]
    static let sheet = MethodSheet([
        .init(german: ("Verfahren", "Lokaler <Moran>-Index"), english: ("Method", "Local <Moran> \"I\"")),
        .init(german: ("Startwert", "1"), english: ("Seed", "1")),
    ])

    /// The release.
    ///
    /// - Parameter hidden: What the statistic says of the details of the suppressed area: nothing that is served may tell.
    static func make(hidden: Double = 0.5) throws -> Release {
        var release = InventedRelease.make()
        let columns = try ProtectedColumn.computed(from: [rate], by: Made(hidden: hidden))
        release.layers.append(
            ReleasedLayer(
                id: clusters, division: "gliederung", level: "stadtteil",
                indicator: ReleasedIndicator(
                    id: "sgb2_cluster", title: "SGB-II-Quote: Häufungen", unit: "%", formula: "local-moran(sgb2_rate)",
                    description: "", decimals: 1, isCount: false, style: ""),
                kind: "local-moran", categories: categories,
                details: [
                    ReleasedDetail(id: "p", german: "p-Wert", english: "p-value", decimals: 3),
                    ReleasedDetail(id: "lag", german: "Umgebung (%)", english: "Surroundings (%)", decimals: 1),
                ],
                dates: [
                    ReleasedValues(
                        date: "2023-12-31", source: "Melderegister & BA", column: columns[0], categories: columns[1],
                        details: Array(columns[2...]))
                ]))
        release.documents.append(sheet.document(of: clusters))
        return release
    }

    /// Any column that passed the gate: what is made of it here does not depend on its numbers.
    private static var rate: ProtectedColumn {
        let keys = InventedRelease.keys
        let atoms = Atoms(
            geographies: [
                Geography(division: "gliederung", level: "stadtteil", version: "2021", areaCount: keys.count)
            ],
            variables: [CountVariable(id: "sgb2", date: "2023-12-31", source: "register")],
            areas: [keys.indices.map(Int32.init)], sums: [keys.map { _ in 9 }], missing: [keys.map { _ in 0 }],
            contributors: [keys.map { _ in 1 }])
        return ThresholdProtection().protect(
            ProtectionProblem(
                atoms: atoms, tables: [.init(geography: 0, variable: 0)], rules: ["register": SourceRule(threshold: 3)])
        ).columns[0]
    }

    private struct Made: AreaStatistic {
        let hidden: Double

        func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
            let states: [ValueState] = [.value, .suppressed, .noData, .notApplicable, .value, .value]
            let details: [ValueState] = [.value, .value, .noData, .notApplicable, .value, .notApplicable]
            return [
                ([12, 0, 0, 0, 0, 40], states), ([0, 0, 0, 0, 2, 3], states),
                ([0.0125, hidden, 0, 0, 0.25, 0], details),
                ([40, 14 * hidden, 0, 0, 12, 0], details),
            ]
        }
    }
}
