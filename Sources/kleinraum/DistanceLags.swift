import Analysis
import Association
import Diagnostics
import Planar
import Projection
import Statistics

/// Classes of distances between the centroids of areas, for a correlogram.
enum DistanceLags {
    /// Rising limits above zero from text such as `500,1000,2000`.
    static func limits(_ text: String) -> [Double]? {
        let limits = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard let first = limits.first, first > 0, limits.allSatisfy(\.isFinite) else { return nil }
        return zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 } ? limits : nil
    }

    /// The pairs of areas in each class, in metres of a plane, in the order of the keys.
    ///
    /// - Parameters:
    ///   - limits: The upper limits of the classes.
    ///   - keys: The areas wanted.
    ///   - layer: Their boundaries, and maybe those of others.
    ///   - plane: The plane to measure in, where one was stated.
    /// - Throws: `InputError` where a key has no boundary, and where there is no plane in metres.
    static func lags(
        upTo limits: [Double], between keys: [String], of layer: BoundaryLayer, plane: String?
    ) throws(InputError) -> [Neighbours] {
        let system = try MetricPlane.system(for: layer, stated: plane)
        let areas = try Transformation(from: layer.system, to: system).apply(to: layer.areas, threads: 1)
        let places = Dictionary(uniqueKeysWithValues: layer.keys.enumerated().map { ($1, $0) })
        var (x, y) = ([Double](), [Double]())
        for key in keys {
            guard let place = places[key] else {
                throw InputError(
                    .invalidKey, "the key '\(key)' of the table has no area",
                    remedy: "take the boundaries of the table's areas",
                    at: Place(file: layer.file))
            }
            let centroid = areas.centroid(of: place) ?? (.nan, .nan)
            x.append(centroid.x)
            y.append(centroid.y)
        }
        return Correlogram.distanceClasses(upTo: limits, x: x, y: y)
    }
}
