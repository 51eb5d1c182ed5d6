import Foundation

/// A town of 36 squares of 100 m, as a project folder: four to seven houses in each, a river with a bridge, two dates.
struct StatisticTown {
    /// A house with its residents and those on benefits.
    struct House {
        var x: Double
        var y: Double
        var residents: Int
        var benefits: Int
        /// Whether the file has no number of those on benefits.
        var isUnknown = false

        /// The number of the square that it stands in.
        var square: Int { Int((y - StatisticTown.y) / 100) * 6 + Int((x - StatisticTown.x) / 100) }
    }

    static let (x, y) = (500_000.0, 5_700_000.0)
    /// The key of a square.
    static func key(_ square: Int) -> String { square < 9 ? "0\(square + 1)" : "\(square + 1)" }

    /// The houses at the later date.
    var houses: [House]
    /// Counts above 0 and below this are secret.
    var threshold = 3
    /// The entries of `layers`.
    var layers: [String]

    init(layers: [String]) {
        self.layers = layers
        houses = []
        var state: UInt64 = 42
        func draw(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        for square in 0..<36 {
            for _ in 0..<4 + draw(4) {
                let residents = 4 + draw(30)
                houses.append(
                    House(
                        x: Self.x + Double(square % 6 * 100 + 5 + draw(90)),
                        y: Self.y + Double(square / 6 * 100 + 5 + draw(90)), residents: residents,
                        benefits: min(residents, draw(4) + (square % 6 < 3 ? draw(9) : 0))))
            }
        }
    }

    /// One layer of each kind.
    static let everyKind = [
        "kind: local-moran, indicator: rate, permutations: 999",
        "kind: local-moran-bivariate, indicator: rate, with: residents, permutations: 999, weights: rook",
        "kind: local-moran-rate, events: benefits, population: residents, permutations: 999, adjust: none",
        "kind: local-geary, indicator: rate, permutations: 999, weights: 'inverse-distance:300'",
        "kind: gi, indicator: rate, permutations: 999, weights: 'knn:5', weights_style: binary",
        """
        kind: gi-star, indicator: rate, permutations: 999, barriers: river.geojson, gates: bridge.geojson, \
        gate_width: 30
        """,
        "kind: rate-certainty, events: benefits, population: residents",
        "kind: empirical-bayes, events: benefits, population: residents, per: 1000",
        "kind: spatial-empirical-bayes, events: benefits, population: residents, weights: 'queen:2'",
        "kind: spatial-rate, events: benefits, population: residents, weights: 'kernel:triangular:knn:6'",
        "kind: index, recipe: recipe.yaml, columns: { S: rate, D: change(rate) }, exclude: excluded.txt",
        "kind: typology, indicators: [rate, residents], groups: 3",
        "kind: typology, id: ward, indicators: [rate, residents], groups: 3, method: ward",
        "kind: regions, indicators: [rate], population: residents, groups: 4, minimum: 300",
        "kind: regions, id: equal, indicators: [rate], population: residents, groups: 4, method: balanced",
        "kind: regression, response: rate, predictors: [residents], model: lag",
        "kind: location-quotient, group: benefits, population: residents",
        "kind: egohoods, group: benefits, population: residents, nearest: [400, 60], threshold: 0.2",
        """
        kind: egohoods, id: walled, group: benefits, population: residents, nearest: [60], barriers: river.geojson, \
        gates: bridge.geojson
        """,
    ]

    /// Writes the project into a folder.
    func write(to folder: String) throws {
        func write(_ name: String, _ text: String) throws {
            try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write("kleinraum.yaml", yaml)
        try write("areas.geojson", areas)
        try write("new.csv", table(houses))
        try write(
            "old.csv",
            table(
                houses.enumerated().map { place, house in
                    var house = house
                    house.benefits = min(house.residents, house.benefits + place % 3)
                    return house
                }))
        try write("river.geojson", lines("LineString", "[[500310,5699000],[500310,5701000]]"))
        try write("bridge.geojson", lines("Point", "[500310,5700350]"))
        try write("excluded.txt", "36\n")
        try write(
            "recipe.yaml",
            """
            name: town
            title: {de: Stadtindex, en: Town index}
            indices:
              - name: status
                title: {de: Status, en: Status}
                standardisation: z
                indicators: [{name: S, title: {de: Quote, en: Rate}}]
                classes: [{label: "1", below: -1}, {label: "2", through: 1}, {label: "3"}]
              - name: dynamics
                title: {de: Dynamik, en: Dynamics}
                standardisation: z
                indicators: [{name: D, title: {de: Wandel, en: Change}}]
                classes: [{label: "+", below: 0}, {label: "-"}]
            matrix: [status, dynamics]
            """)
    }

    private func table(_ houses: [House]) -> String {
        "x;y;residents;benefits\n"
            + houses.map { "\(Int($0.x));\(Int($0.y));\($0.residents);\($0.isUnknown ? "" : String($0.benefits))\n" }
            .joined()
    }

    private var system: String {
        #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}}"#
    }

    private func lines(_ type: String, _ coordinates: String) -> String {
        #"{"type":"FeatureCollection",\#(system),"features":[{"type":"Feature","properties":{},"geometry":"#
            + #"{"type":"\#(type)","coordinates":\#(coordinates)}}]}"#
    }

    private var areas: String {
        let features = (0..<36).map { square in
            let (x, y) = (500_000 + square % 6 * 100, 5_700_000 + square / 6 * 100)
            let ring = [(x, y), (x + 100, y), (x + 100, y + 100), (x, y + 100), (x, y)].map { "[\($0.0),\($0.1)]" }
            return #"{"type":"Feature","properties":{"key":"\#(Self.key(square))"},"geometry":{"type":"Polygon","#
                + #""coordinates":[[\#(ring.joined(separator: ","))]]}}"#
        }
        return #"{"type":"FeatureCollection",\#(system),"features":[\#(features.joined(separator: ","))]}"#
    }

    private var yaml: String {
        """
        kleinraum: 1
        title: Stadt
        sources:
          register:
            title: Register
            threshold: \(threshold)
            x: x
            y: y
            crs: EPSG:25832
            files: [{ date: 2022-12-31, path: old.csv }, { date: 2023-12-31, path: new.csv }]
        variables:
          residents: { source: register, column: residents, title: Einwohner }
          benefits: { source: register, column: benefits, title: Leistungen }
        divisions:
          town:
            title: Stadt
            version: 2023
            levels: [{ id: square, title: Quadrate, boundaries: areas.geojson, key: key }]
        indicators:
          rate: { title: Quote, formula: 100 * benefits / residents }
          residents: { title: Einwohner, formula: residents }
        layers:

        """ + layers.map { "  - { division: town, level: square, \($0) }\n" }.joined()
    }
}
