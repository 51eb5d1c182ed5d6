import Association
import Coverage
import Formats
import Planar
import Statistics
import Testing

/// Local statistics.
extension GoldenCall {
    static let local: [GoldenCall] = [
        GoldenCall("afcon-localI") {
            let table = try Table(path: "\(GoldenFile.folder)/r_afcon/afcon.csv")
            let weights = try neighbours("r_afcon/paper.nb.gal", count: table.count).rowStandardised
            let result = LocalMoran(weights: weights, test: .none).compute(try numbers(table, "totcon"))
            let egypt = try #require(table.columns[try table.column("name")].firstIndex(of: "EGYPT"))
            let area = result.areas[egypt]
            let mean = result.areas.reduce(0) { $0 + ($1.statistic ?? .nan) } / Double(table.count)
            return [
                area.statistic ?? .nan, mean, area.expected ?? .nan, area.variance ?? .nan, area.z ?? .nan,
            ]
        },
        GoldenCall("afcon-localC") {
            let table = try Table(path: "\(GoldenFile.folder)/r_afcon/afcon.csv")
            let weights = try neighbours("r_afcon/africa.rook.nb.gal", count: table.count).rowStandardised
            let result = LocalGeary(weights: weights, test: .none).compute(try numbers(table, "totcon"))
            return result.areas[..<5].map { $0.statistic ?? .nan }
        },
        // Row 120 of 256.
        GoldenCall("getisord-G") {
            let table = try Table(path: "\(GoldenFile.folder)/r_getisord/go_xyz.csv")
            let (x, y) = (try numbers(table, "x"), try numbers(table, "y"))
            return try [30, 60, 90, 120, 150].map { distance in
                LocalGetisOrd(weights: .within(distance, x: x, y: y).binary, test: .none)
                    .compute(try numbers(table, "val")).areas[119].z ?? .nan
            }
        },
        GoldenCall("getisord-Gstar") {
            let table = try Table(path: "\(GoldenFile.folder)/r_getisord/go_xyz.csv")
            let weights = Neighbours.within(30, x: try numbers(table, "x"), y: try numbers(table, "y")).binary
            return try [Divisor.n, .nMinusOne].map { divisor in
                LocalGetisOrd(weights: weights, includingSelf: .rowMaximum, divisor: divisor, test: .none)
                    .compute(try numbers(table, "val")).areas[119].z ?? .nan
            }
        },
        GoldenCall("lat4-ljc") {
            let side = 4
            let cells = 0..<side * side
            let weights = Neighbours.within(
                1, x: cells.map { Double($0 % side) }, y: cells.map { Double($0 / side) })
            return LocalJoinCount(neighbours: weights).compute(cells.map { $0 >= 8 })
                .areas.map { $0.statistic ?? .nan }
        },
        // esda standardises with n. It computes 0.6967034328918531 too, and its test prints that cut, not rounded.
        GoldenCall("stl-localgeary") {
            let table = try Table(path: "\(GoldenFile.folder)/stl/stl_hom.csv")
            let weights = try neighbours("stl/stl.gal", count: table.count).rowStandardised
            let geary = LocalGeary(weights: weights, divisor: .n, test: .none)
            let rates = try numbers(table, "HR8893")
            return [
                ((geary.compute(rates).areas[0].statistic ?? .nan) * 1e9).rounded(.towardZero) / 1e9,
                geary.compute(variables: [rates, try numbers(table, "HC8488")]).areas[0].statistic ?? .nan,
            ]
        },
        // GeoDa standardises with n - 1.
        GoldenCall("nat-lisa") {
            let file = try FeatureFile.read(path: "\(GoldenFile.folder)/geoda_natregimes/natregimes.shp")
            guard case .areas(let counties) = file.geometry else { return [] }
            let weights = Contiguity.queen.neighbours(of: counties).binary.rowStandardised
            let values = try file.column("HR60").map { try #require($0.flatMap(Double.init)) }
            return LocalMoran(weights: weights, divisor: .nMinusOne, test: .none).compute(values)
                .areas[..<2].map { $0.statistic ?? .nan }
        },
        GoldenCall(
            "eire-sad",
            leftOutBecause: "the saddlepoint and the exact distribution of a local Moran of residuals are no capability"
        ),
        GoldenCall("stl-losh", leftOutBecause: "local spatial heteroscedasticity (LOSH) is no capability"),
    ]

    /// The neighbours of a GAL file that numbers its areas from 1.
    private static func neighbours(_ file: String, count: Int) throws -> Neighbours {
        try WeightsFile.read(path: "\(GoldenFile.folder)/\(file)").neighbours(orderedBy: (1...count).map(String.init))
    }

    private static func numbers(_ table: Table, _ column: String) throws -> [Double] {
        try table.completeNumbers(try table.column(column))
    }
}
