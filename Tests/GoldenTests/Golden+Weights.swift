import Coverage
import Formats
import Planar
import Statistics
import Weights

/// Who is next to whom: contiguity, its orders, and distance.
extension GoldenCall {
    static let weights: [GoldenCall] = [
        GoldenCall("columbus-w") {
            let links = try WeightsFile.read(path: "\(GoldenFile.folder)/spdata/columbus.gal").neighbours
            let sums = WeightStyle.minMax.apply(to: links).sums
            return [Double(links.count), Double(links.targets.count), sums.s0, sums.s1, sums.s2]
        },
        GoldenCall("nat-queen") {
            let links = Contiguity.queen.neighbours(of: try counties())
            return [Double(links.count)] + degrees(of: links) + [sparsity(of: links)]
        },
        GoldenCall("nat-rook") {
            let links = Contiguity.rook.neighbours(of: try counties())
            return degrees(of: links) + [sparsity(of: links)]
        },
        GoldenCall(
            "nat-queen2",
            leftOutBecause: "the source takes corners within one degree for the same (pygeoda, precision_threshold = 1)"
        ),
        // Degrees taken for metres, as the row's source does: the kernel computes it, the command measures in metres.
        GoldenCall("nat-dist") {
            // GeoDa's centroid takes holes for area, as if each ring were a part of its own.
            let areas = try counties()
            let rings = Areas(
                x: areas.x, y: areas.y, ringStarts: areas.ringStarts,
                partStarts: Array(0..<Int32(areas.ringStarts.count)),
                areaStarts: areas.areaStarts.map { areas.partStarts[Int($0)] })
            let centroids = (0..<rings.count).map { rings.centroid(of: $0) ?? (.nan, .nan) }
            let (x, y) = (centroids.map(\.x), centroids.map(\.y))
            let threshold = Neighbours.leastThreshold(x: x, y: y) ?? .nan
            let numbers = degrees(of: Neighbours.within(threshold, x: x, y: y))
            return [threshold] + numbers.dropFirst()
        },
    ]

    /// The counties of the United States.
    private static func counties() throws -> Areas {
        let file = try FeatureFile.read(path: "\(GoldenFile.folder)/geoda_natregimes/natregimes.shp")
        guard case .areas(let areas) = file.geometry else { return Areas.none }
        return areas
    }

    /// The least, the largest and the mean number of neighbours.
    private static func degrees(of links: Neighbours) -> [Double] {
        let degrees = (0..<links.count).map { Double(links.row(of: $0).count) }
        return [degrees.min() ?? 0, degrees.max() ?? 0, degrees.reduce(0, +) / Double(links.count)]
    }

    /// Links per pair, the pairs with oneself counted.
    private static func sparsity(of links: Neighbours) -> Double {
        Double(links.targets.count) / Double(links.count * links.count)
    }
}
