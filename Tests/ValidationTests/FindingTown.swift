import Diagnostics
import Formats
import Planar
import Projection
import Testing
import Validation

/// Towns of squares of 100 m in EPSG:25832, as a file would hold them.
struct FindingTown {
    /// Features in the order of the file.
    var keys: [String?]
    var names: [String?]
    var areas: Areas
    var extra: [(name: String, values: [String?])] = []

    /// Rings by area; the first ring of each is its shell.
    init(_ features: [(key: String?, rings: [[(Double, Double)]])]) {
        var builder = Areas.Builder()
        for feature in features {
            for (place, ring) in feature.rings.enumerated() {
                builder.addRing(x: ring.map { $0.0 + 500_000 }, y: ring.map { $0.1 + 5_700_000 })
                if place == feature.rings.count - 1 { builder.closePart() }
            }
            builder.closeArea()
        }
        keys = features.map(\.key)
        names = features.map { "Name \($0.key ?? "?")" }
        areas = builder.finish()
    }

    /// A square with its corner at hundreds of metres.
    static func square(_ column: Double, _ row: Double, side: Double = 1) -> [[(Double, Double)]] {
        let (left, low, right, high) = (column * 100, row * 100, (column + side) * 100, (row + side) * 100)
        return [[(left, low), (right, low), (right, high), (left, high)]]
    }

    /// Four squares with the keys 11, 12, 21, 22: row and column from one.
    static var four: FindingTown {
        FindingTown([
            ("22", square(1, 1)), ("11", square(0, 0)), ("21", square(0, 1)), ("12", square(1, 0)),
        ])
    }

    /// The file.
    func file() -> FeatureFile {
        FeatureFile(
            file: "town.geojson", geometry: .areas(areas), fields: ["nr", "name"] + extra.map(\.name),
            columns: [keys, names] + extra.map(\.values), declaredSystem: .epsg(25832))
    }

    /// The layer, ready to be checked.
    func layer() throws -> CheckedLayer { try CheckedLayer(file(), key: "nr") }

    /// The report of a check.
    func report(_ change: (inout BoundaryCheck) throws -> Void = { _ in }) throws -> FindingsReport {
        var check = BoundaryCheck(try layer())
        try change(&check)
        return try check.run()
    }

    /// The kinds found.
    func kinds(_ change: (inout BoundaryCheck) throws -> Void = { _ in }) throws -> [FindingKind] {
        try report(change).findings.map(\.kind)
    }
}
