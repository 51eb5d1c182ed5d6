import Association
import Coverage
import Diagnostics
import Formats
import Statistics
import Testing
import Weights

extension GoldenCall {
    /// Global statistics of association, and the toy map that Gi and Gi* go with.
    static let global: [GoldenCall] =
        [
            ("oldcol-moranI-W", WeightStyle.row), ("oldcol-moranI-B", .binary), ("oldcol-moranI-C", .global),
            ("oldcol-moranI-S", .varianceStabilising),
        ].map { id, style in
            GoldenCall(id) { try moran(OldColumbus.crime(), style.apply(to: OldColumbus.neighbours())) }
        } + [
            GoldenCall("oldcol-moranI-W-norm") {
                let moran = try Moran.association(
                    of: OldColumbus.crime(), neighbours: OldColumbus.neighbours().rowStandardised
                ).get()
                return [moran.varianceNormal ?? .nan]
            },
            GoldenCall("oldcol-moranI-lag2") {
                try moran(OldColumbus.crime(), OldColumbus.neighbours().higherOrder(2).rowStandardised)
            },
            GoldenCall("oldcol-moranI-lag3") {
                try moran(OldColumbus.crime(), OldColumbus.neighbours().higherOrder(3).rowStandardised)
            },
            GoldenCall("oldcol-moranI-knn4") {
                let nearest = Neighbours.nearest(4, x: try OldColumbus.column("X"), y: try OldColumbus.column("Y"))
                let moran = try Moran.association(
                    of: OldColumbus.crime(), neighbours: nearest.binary.rowStandardised
                ).get()
                return [moran.statistic, moran.varianceRandomisation ?? .nan, moran.varianceNormal ?? .nan]
            },
            GoldenCall("oldcol-geary-W") {
                let geary = try Geary.association(
                    of: OldColumbus.crime(), neighbours: OldColumbus.neighbours().rowStandardised
                ).get()
                return [geary.statistic, geary.varianceRandomisation ?? .nan, geary.varianceNormal ?? .nan]
            },
            GoldenCall("oldcol-lee") {
                let crime = try OldColumbus.crime()
                let lee = try Lee.association(
                    of: crime, and: crime, neighbours: OldColumbus.neighbours().rowStandardised
                ).get()
                return [lee.statistic, lee.expected, lee.varianceRandomisation ?? .nan]
            },
            GoldenCall("oldcol-jc-B") {
                let joins = try OldColumbus.joins(OldColumbus.neighbours())
                return [joins.pairs[0].count, joins.pairs[2].count, joins.pairs[1].count]
            },
            GoldenCall("oldcol-jc-W") {
                let joins = try OldColumbus.joins(OldColumbus.neighbours().rowStandardised)
                return [0, 2].flatMap { place in
                    let joins = joins.pairs[place]
                    return [joins.count, joins.expected, joins.variance ?? .nan]
                }
            },
            GoldenCall("hopkins-jc") {
                let counts = try Table(path: "\(GoldenFile.folder)/r_hopkins/hopkins.csv")
                // Rows and columns 5 to 36 of the forty; four and more are one class.
                let classes = try (4..<36).flatMap { row in
                    try (4..<36).map { column in
                        let text = counts.columns[column][row]
                        return min(4, Int(try #require(Double(text))))
                    }
                }
                let joins = try JoinCounts.count(
                    classes: classes, of: 5, neighbours: Lattice.rook(side: 32)
                ).get()
                return [(0, 0), (1, 1), (1, 0)].map { joins.pairs[joins.place($0, $1)].count }
            },
            GoldenCall(
                "columbus-jc-island",
                leftOutBecause: """
                    spdep keeps the island in the numbers of the classes and takes it out of n, and puts n with the island \
                    into one term of the variance of all different joins, which so is 33.190 beside 25.882 for the only \
                    pair of classes; here an island leaves the sample, and the two are equal
                    """),
            GoldenCall("stl-moran") {
                let file = try FeatureFile.read(path: "\(GoldenFile.folder)/stl/stl_hom.shp")
                let weights = try WeightsFile.read(path: "\(GoldenFile.folder)/stl/stl.gal")
                let neighbours = try weights.neighbours(orderedBy: (1...file.count).map(String.init))
                return try oneSided(
                    Moran.association(of: numbers(file, "HR8893"), neighbours: neighbours.rowStandardised).get())
            },
            GoldenCall("sids2-moran") {
                try oneSided(
                    Moran.association(of: Sids.column("SIDR74"), neighbours: Sids.neighbours().rowStandardised).get())
            },
            GoldenCall("sids2-moranrate") {
                try oneSided(
                    MoranRate.association(
                        events: Sids.column("SID79"), populations: Sids.column("BIR79"),
                        neighbours: Sids.neighbours().rowStandardised
                    ).get())
            },
            GoldenCall("sids2-bv") {
                let neighbours = try Sids.neighbours().rowStandardised
                return try [("SIDR74", "SIDR79"), ("NWR79", "SIDR74")].map { x, y in
                    try BivariateMoran.association(
                        of: Sids.column(x), and: Sids.column(y), neighbours: neighbours
                    ).get().statistic
                }
            },
            GoldenCall("lat3-moran") {
                let moran = try Moran.association(
                    of: (1...9).map(Double.init), neighbours: Lattice.rook(side: 3)
                ).get()
                return [moran.varianceRandomisation ?? .nan, moran.varianceNormal ?? .nan]
            },
            GoldenCall("columbus-geary") {
                let geary = try Geary.association(
                    of: Columbus.column("CRIME"), neighbours: Columbus.neighbours(.rook).rowStandardised
                ).get()
                return [
                    geary.statistic, geary.varianceNormal ?? .nan, geary.varianceRandomisation ?? .nan,
                    geary.zNormal ?? .nan, geary.zRandomisation ?? .nan,
                ]
            },
            GoldenCall("columbus-lee") {
                let neighbours = try Columbus.neighbours(.queen).rowStandardised
                let columns = [try Columbus.column("HOVAL"), try Columbus.column("CRIME")]
                return try columns.flatMap { x in
                    try columns.map { y in try Lee.association(of: x, and: y, neighbours: neighbours).get().statistic }
                }
            },
            GoldenCall("toy-G") {
                let values = [2, 3, 3.2, 5, 8, 7]
                let near = Neighbours.within(15, x: [10, 20, 40, 15, 30, 30], y: [10, 10, 10, 20, 20, 30]).binary
                let local = LocalGetisOrd(weights: near, test: .none).compute(values)
                let star = LocalGetisOrd(weights: near, includingSelf: .rowMaximum, test: .none).compute(values)
                return [
                    try GetisOrdG.association(of: values, neighbours: near).get().statistic,
                    local.areas[0].z ?? .nan, star.areas[0].z ?? .nan,
                ]
            },
            GoldenCall("lat4-jc") {
                let classes = Array(repeating: 0, count: 8) + Array(repeating: 1, count: 8)
                let joins = try JoinCounts.count(classes: classes, of: 2, neighbours: Lattice.rook(side: 4)).get()
                let ends = joins.endsChiSquare
                return [
                    joins.pairs[2].count, joins.pairs[0].count, joins.pairs[1].count, ends?.statistic ?? .nan,
                    ends?.p ?? .nan,
                ]
            },
        ]

    /// I and its variance under randomisation.
    private static func moran(_ values: [Double], _ neighbours: Neighbours) throws -> [Double] {
        let moran = try Moran.association(of: values, neighbours: neighbours).get()
        return [moran.statistic, moran.varianceRandomisation ?? .nan]
    }

    /// A statistic and its p-value under normality for large values only, which esda prints.
    private static func oneSided(_ association: GlobalAssociation) -> [Double] {
        [association.statistic, association.zNormal.map(Normal.upper) ?? .nan]
    }

    /// A column without gaps of a boundary file.
    fileprivate static func numbers(_ file: FeatureFile, _ name: String) throws -> [Double] {
        try file.column(name).map { Double($0 ?? "") ?? .nan }
    }
}

/// Columbus as spdep has it, with its own order of areas.
private enum OldColumbus {
    static func column(_ name: String) throws -> [Double] {
        let table = try Table(path: "\(GoldenFile.folder)/r_oldcol/COL.OLD.csv")
        return try table.completeNumbers(try table.column(name))
    }

    static func crime() throws -> [Double] { try column("CRIME") }

    static func neighbours() throws -> Neighbours {
        try WeightsFile.read(path: "\(GoldenFile.folder)/r_oldcol/COL.nb.gal")
            .neighbours(orderedBy: (1...49).map(String.init))
    }

    static func joins(_ neighbours: Neighbours) throws -> JoinCounts {
        try JoinCounts.count(classes: crime().map { $0 > 35 ? 1 : 0 }, of: 2, neighbours: neighbours).get()
    }
}

/// Columbus as a Shapefile.
private enum Columbus {
    private static func file() throws -> FeatureFile {
        try FeatureFile.read(path: "\(GoldenFile.folder)/columbus/columbus.shp")
    }

    static func column(_ name: String) throws -> [Double] { try GoldenCall.numbers(file(), name) }

    static func neighbours(_ contiguity: Contiguity) throws -> Neighbours {
        guard case .areas(let areas) = try file().geometry else {
            return Neighbours(starts: [0], targets: [], weights: [])
        }
        return contiguity.neighbours(of: areas).binary
    }
}

/// Sudden infant deaths in North Carolina.
private enum Sids {
    private static func file() throws -> FeatureFile {
        try FeatureFile.read(path: "\(GoldenFile.folder)/sids2/sids2.shp")
    }

    static func column(_ name: String) throws -> [Double] { try GoldenCall.numbers(file(), name) }

    static func neighbours() throws -> Neighbours {
        let keys = try file().column("FIPSNO").map { $0 ?? "" }
        return try WeightsFile.read(path: "\(GoldenFile.folder)/sids2/sids2.gal").neighbours(orderedBy: keys)
    }
}

/// Squares in rows, neighbours across edges.
private enum Lattice {
    static func rook(side: Int) -> Neighbours {
        let places = (0..<side * side).map { (Double($0 % side), Double($0 / side)) }
        return Neighbours.within(1, x: places.map(\.0), y: places.map(\.1)).binary
    }
}
