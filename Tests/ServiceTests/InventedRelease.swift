import Catalogue
import Disclosure
import Planar
import Statistics
import Testing

/// A release of six invented areas with every state, zero, odd names and odd geometry.
///
/// | key | name | residents | sgb2 | rate 2023 |
/// |---|---|---|---|---|
/// | `01` | Südost & "Mitte" | 100 | 12 | 12 |
/// | `02` | `<script>alert(1)</script>` | 50 | 2 | suppressed |
/// | `03` | Ödland | 40 | missing | no data |
/// | `04` | (none) | 0 | 0 | not applicable |
/// | `05/ü` | Null, Komma | 30 | 0 | 0 |
/// | `06` | Sechs | 20 | 8 | 40 |
///
/// `01` runs clockwise and has a hole, `05/ü` has two parts, `06` has no geometry.
///
/// The count of `02` can be another one below the threshold of 3: nothing that is released may tell.
enum InventedRelease {
    static let rate = "gliederung.stadtteil.sgb2_rate"
    static let residents = "gliederung.stadtteil.residents"
    static let keys = ["01", "02", "03", "04", "05/ü", "06"]

    static func make(
        id: String = String(repeating: "ab", count: 32), notice: String = ThresholdProtection.notice,
        hidden: Double = 2
    ) -> Release {
        let header = ReleaseHeader(
            title: "Atlas <Musterstadt>", publisher: "Amt für \"Statistik\"", licence: "dl-de/by-2-0",
            protectionNotice: notice)
        let counts = columns(sgb2: [12, hidden, 9, 0, 0, 8], missing: [0, 0, 1, 0, 0, 0])
        let older = columns(sgb2: [10, 5, 9, 0, 6, 4], missing: [0, 0, 0, 0, 0, 0])
        let layers = [
            layer("residents", "Einwohner", unit: "Personen", dates: [("2023-12-31", counts.residents)]),
            layer(
                "sgb2_rate", "SGB-II-Quote <\"A & B\">", unit: "%",
                dates: [("2019-12-31", share(older)), ("2023-12-31", share(counts))]),
        ]
        return Release(id: id, header: header, levels: [level], layers: layers)
    }

    private static func layer(
        _ indicator: String, _ title: String, unit: String, dates: [(date: String, column: ProtectedColumn)]
    ) -> ReleasedLayer {
        ReleasedLayer(
            id: "gliederung.stadtteil.\(indicator)", division: "gliederung", level: "stadtteil",
            indicator: ReleasedIndicator(
                id: indicator, title: title, unit: unit, formula: "100 * sgb2 / residents", description: "",
                decimals: unit == "%" ? 1 : 0, isCount: unit != "%", style: ""),
            dates: dates.map { ReleasedValues(date: $0.date, source: "Melderegister & BA", column: $0.column) })
    }

    private static func columns(
        sgb2: [Double], missing: [Int32]
    ) -> (residents: ProtectedColumn, sgb2: ProtectedColumn) {
        let none = [Int32](repeating: 0, count: keys.count)
        let some = [Int32](repeating: 1, count: keys.count)
        let atoms = Atoms(
            geographies: [Geography(division: "gliederung", level: "stadtteil", version: "2021", areaCount: 6)],
            variables: [
                CountVariable(id: "residents", date: "2023-12-31", source: "register"),
                CountVariable(id: "sgb2", date: "2023-12-31", source: "register"),
            ],
            areas: [[0, 1, 2, 3, 4, 5]], sums: [[100, 50, 40, 0, 30, 20], sgb2], missing: [none, missing],
            contributors: [some, some])
        let tables = ThresholdProtection().protect(
            ProtectionProblem(
                atoms: atoms, tables: [.init(geography: 0, variable: 0), .init(geography: 0, variable: 1)],
                rules: ["register": SourceRule(threshold: 3)]))
        return (tables.columns[0], tables.columns[1])
    }

    private static func share(_ counts: (residents: ProtectedColumn, sgb2: ProtectedColumn)) -> ProtectedColumn {
        do {
            let formula = try Formula.parse("100 * sgb2 / residents")
            return ProtectedColumn.derived(from: [counts.sgb2, counts.residents], by: formula, hidingBelow: 3)
        } catch {
            Issue.record(error)
            return counts.sgb2
        }
    }

    private static let level = ReleasedLevel(
        division: "gliederung", divisionTitle: "Statistische Gliederung", level: "stadtteil",
        levelTitle: "Stadtteile", boundaryVersion: "2021", boundarySource: "Amt für Geoinformation", keys: keys,
        names: ["Südost & \"Mitte\"", "<script>alert(1)</script>", "Ödland", "", "Null, Komma", "Sechs"],
        referenceSystem: 25832, areas: squares(originX: 360_000, originY: 5_700_000, side: 1000),
        geographic: squares(originX: 7, originY: 51, side: 0.01),
        labelX: [360_500, 361_500, 362_500, 363_500, 364_500, .nan],
        labelY: [5_700_250, 5_700_500, 5_700_500, 5_700_500, 5_700_500, .nan])

    /// Squares in a row, from west to east.
    private static func squares(originX: Double, originY: Double, side: Double) -> Areas {
        var builder = Areas.Builder()
        func ring(_ column: Double, _ inset: Double, isClockwise: Bool) {
            let (west, east) = (originX + (column + inset) * side, originX + (column + 1 - inset) * side)
            let (south, north) = (originY + inset * side, originY + (1 - inset) * side)
            if isClockwise {
                builder.addRing(x: [west, west, east, east, west], y: [south, north, north, south, south])
            } else {
                builder.addRing(x: [west, east, east, west, west], y: [south, south, north, north, south])
            }
        }
        ring(0, 0, isClockwise: true)
        ring(0, 0.4, isClockwise: false)
        builder.closePart()
        builder.closeArea()
        for column in 1...3 {
            ring(Double(column), 0, isClockwise: false)
            builder.closePart()
            builder.closeArea()
        }
        for column in [4.0, 6.0] {
            ring(column, 0, isClockwise: false)
            builder.closePart()
        }
        builder.closeArea()
        builder.closeArea()
        return builder.finish()
    }
}
