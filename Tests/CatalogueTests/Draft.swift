import Catalogue
import Disclosure
import Planar

/// A column that passed the threshold rule, made of sums, one atom for each area.
func protected(_ sums: [Double], threshold: Double = 3) -> ProtectedColumn {
    let atoms = Atoms(
        geographies: [Geography(division: "city", level: "district", version: "2021", areaCount: sums.count)],
        variables: [CountVariable(id: "residents", date: "2023-12-31", source: "register")],
        areas: [sums.indices.map { Int32($0) }], sums: [sums], missing: [sums.map { _ in 0 }],
        contributors: [sums.map { _ in 1 }])
    let problem = ProtectionProblem(
        atoms: atoms, tables: [ProtectionProblem.Table(geography: 0, variable: 0)],
        rules: ["register": SourceRule(threshold: threshold)])
    return ThresholdProtection().protect(problem).columns[0]
}

/// A row of unit squares, the last area without geometry, the first of two parts of which one has a hole.
func squares(_ count: Int, scale: Double) -> Areas {
    var builder = Areas.Builder()
    for area in 0..<count - 1 {
        let x = Double(area) * 10 * scale
        builder.addRing(x: [x, x + scale, x + scale, x], y: [0, 0, scale, scale])
        builder.closePart()
        if area == 0 {
            builder.addRing(x: [x, x + 4 * scale, x + 4 * scale, x], y: [9, 9, 20, 20].map { $0 * scale })
            builder.addRing(x: [1, 2, 2].map { x + $0 * scale }, y: [10, 10, 11].map { $0 * scale })
            builder.closePart()
        }
        builder.closeArea()
    }
    builder.closeArea()
    return builder.finish()
}

func level(keys: [String] = ["01", "02", "1", "ä"], names: [String] = ["Mitte", "", "Süd & <Ost>", "Ä"])
    -> ReleasedLevel
{
    ReleasedLevel(
        division: "city", divisionTitle: "Statistische Gliederung", level: "district", levelTitle: "Stadtteile",
        boundaryVersion: "2021", boundarySource: "Stadt, dl-de/by-2-0", keys: keys, names: names,
        referenceSystem: 25832, areas: squares(keys.count, scale: 1000), geographic: squares(keys.count, scale: 0.001),
        labelX: keys.indices.map { $0 == keys.count - 1 ? .nan : Double($0) + 0.5 },
        labelY: keys.indices.map { $0 == keys.count - 1 ? .nan : 0.5 })
}

func layer(_ indicator: String, _ dates: [(String, [Double])]) -> ReleasedLayer {
    ReleasedLayer(
        id: "city.district.\(indicator)", division: "city", level: "district",
        indicator: ReleasedIndicator(
            id: indicator, title: "Einwohner", unit: "Personen", formula: "residents", description: "", decimals: 0,
            isCount: true, style: ""),
        dates: dates.map { ReleasedValues(date: $0.0, source: "Einwohnerregister", column: protected($0.1)) })
}

let documents = [
    ReleasedDocument(name: "methods.md", mediaType: "text/markdown", body: Array("# Methoden".utf8)),
    ReleasedDocument(name: "empty", mediaType: "text/plain", body: []),
]

/// A draft of one level, two layers and a document; `count` stands in one cell.
func draft(
    count: Double = 100, levels: [ReleasedLevel] = [level()], layers: [ReleasedLayer]? = nil,
    title: String = "Sozialatlas", documents: [ReleasedDocument] = documents
) -> ReleaseDraft {
    ReleaseDraft(
        header: ReleaseHeader(
            title: title, publisher: "Stadt", licence: "dl-de/by-2-0", protectionNotice: ThresholdProtection.notice),
        levels: levels,
        layers: layers ?? [
            layer("residents", [("2019-12-31", [0, 1, 2, 3]), ("2023-12-31", [count, 0.1, 0, 7.25])]),
            layer("children", [("2023-12-31", [5, 4, 3, 2])]),
        ],
        documents: documents)
}
