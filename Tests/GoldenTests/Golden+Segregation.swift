import Analysis
import Coverage
import Diagnostics
import Formats
import Planar
import Projection
import Segregation
import Statistics

extension GoldenCall {
    /// Sacramento's census tracts, segregated.
    static let segregation: [GoldenCall] =
        [
            twoGroup("sac-Dissim") { $0.dissimilarity },
            twoGroup("sac-Gini") { $0.gini },
            twoGroup("sac-Entropy") { $0.entropy },
            twoGroup("sac-Isolation") { $0.isolation },
            twoGroup("sac-Interaction") { $0.interaction },
            twoGroup("sac-CorrelationR") { $0.correlationRatio },
            twoGroup("sac-Atkinson") { $0.atkinson() },
            twoGroup("sac-ConProf") { $0.concentrationProfile() },
            GoldenCall(
                "sac-DensityCorrectedDissim",
                leftOutBecause: """
                    the source's search for each shrunken difference starts at 0 with steps of 1/4,000 and stays there \
                    where the density is flat, in the most unequal tracts; the definition gives 0.32138
                    """),
            // The source measured these two in square degrees; in square metres they are 0.80434 and 0.85112.
            GoldenCall("sac-Delta") {
                [try Sacramento.hispanics().delta(areas: try Sacramento.squareDegrees()) ?? .nan]
            },
            GoldenCall("sac-AbsoluteConcentration") {
                [try Sacramento.hispanics().absoluteConcentration(areas: try Sacramento.squareDegrees()) ?? .nan]
            },
            GoldenCall("sac-SpatialDissim") {
                let queen = Contiguity.queen.neighbours(of: try Sacramento.areas()).binary
                return [try Sacramento.hispanics().spatialDissimilarity(queen) ?? .nan]
            },
            GoldenCall("sac-SpatialProximity") {
                let plane = try Sacramento.plane()
                let centroids = Sacramento.centroids(of: plane)
                let proximity = Proximity(
                    x: centroids.x, y: centroids.y, areas: (0..<plane.count).map { plane.area(of: $0) },
                    decay: .relativeDistance)
                return [try Sacramento.hispanics().spatialProximity(proximity) ?? .nan]
            },
            GoldenCall(
                "sac-RelativeClustering",
                leftOutBecause: """
                    the source sums xⱼ² cᵢⱼ over all pairs where the definition has xᵢ xⱼ cᵢⱼ (singlegroup/\
                    relative_clustering.py), and its cᵢⱼ rise with distance
                    """),
        ] + multigroup + profile

    private static let multigroup: [GoldenCall] = [
        multigroup("sac-MultiDissim") { $0.dissimilarity },
        multigroup("sac-MultiDiversity") { $0.diversity },
        multigroup("sac-MultiInfoTheory") { $0.entropy },
        multigroup("sac-MultiDivergence") { $0.divergence },
        multigroup("sac-MultiGini") { $0.gini },
        multigroup("sac-MultiNormExposure") { $0.normalisedExposure },
        multigroup("sac-MultiRelativeDiversity") { $0.relativeDiversity },
        multigroup("sac-SimpsonsConcentration") { $0.simpsonConcentration },
        multigroup("sac-SimpsonsInteraction") { $0.simpsonInteraction },
        multigroup("sac-MultiSquaredCoefVar") { $0.squaredCoefficientOfVariation },
    ]

    private static let profile: [GoldenCall] = [
        // The row prints the first four decimals without rounding: 0.42469982 stands as 0.4246.
        GoldenCall("sac-profile") {
            let counts = try Sacramento.counts(["HISP_", "BLACK_", "WHITE_"])
            let centroids = Sacramento.centroids(of: try Sacramento.plane())
            let scales: [Double] = [500, 1000, 1500, 2000]
            let environments = scales.map { counts.environments(x: centroids.x, y: centroids.y, bandwidth: $0) }
            return ([counts] + environments).map { (($0.dissimilarity ?? .nan) * 1e4).rounded(.down) / 1e4 }
        },
        GoldenCall(
            "sac-aw",
            leftOutBecause: "areal interpolation is no named capability, and its target layer is not in the data"),
    ]

    private static func twoGroup(_ id: String, _ index: @escaping @Sendable (TwoGroups) -> Double?) -> GoldenCall {
        GoldenCall(id) { [index(try Sacramento.hispanics()) ?? .nan] }
    }

    private static func multigroup(_ id: String, _ index: @escaping @Sendable (GroupCounts) -> Double?) -> GoldenCall {
        GoldenCall(id) { [index(try Sacramento.counts(["WHITE_", "BLACK_", "ASIAN_", "HISP_"])) ?? .nan] }
    }
}

/// The file of the rows above.
private enum Sacramento {
    static let path = "\(GoldenFile.folder)/sacramento2/sacramentot2.shp"

    static func counts(_ fields: [String]) throws -> GroupCounts {
        let file = try FeatureFile.read(path: path)
        return GroupCounts(try fields.map { field in try file.column(field).map { Double($0 ?? "") ?? .nan } })
    }

    /// One group against all others.
    static func hispanics() throws -> TwoGroups {
        let columns = try counts(["HISP_", "TOT_POP"]).groups
        return TwoGroups(group: columns[0], rest: zip(columns[0], columns[1]).map { $1 - $0 })
    }

    /// The tracts in degrees.
    static func areas() throws -> Areas {
        guard case .areas(let areas) = try FeatureFile.read(path: path).geometry else { return .none }
        return areas
    }

    static func squareDegrees() throws -> [Double] {
        let areas = try areas()
        return (0..<areas.count).map { areas.area(of: $0) }
    }

    /// The tracts in UTM zone 10.
    static func plane() throws -> Areas {
        try Transformation(from: ReferenceSystem("OGC:CRS84"), to: ReferenceSystem("EPSG:32610")).apply(to: areas())
    }

    static func centroids(of areas: Areas) -> (x: [Double], y: [Double]) {
        let centroids = (0..<areas.count).map { areas.centroid(of: $0) ?? (.nan, .nan) }
        return (centroids.map(\.x), centroids.map(\.y))
    }
}
