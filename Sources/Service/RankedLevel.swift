import Catalogue
import Coverage
import Planar
import Tiles

/// A level as a coverage whose vertices are ranked in metres, with the way back to the level's own vertices.
struct RankedLevel: Sendable {
    private let simplification: Simplification
    private let sources: [Int]

    /// Builds the coverage and ranks its vertices.
    init(_ level: ReleasedLevel) {
        let coverage = Coverage(level.areas)
        simplification = Simplification(coverage)
        sources = coverage.sources(in: level.areas)
    }

    /// The pyramid of a matrix set: for web maps from longitude and latitude in closed form, for a system that the
    /// boundaries are kept in as they are, else by PROJ.
    ///
    /// - Throws: A 404 where a vertex has no place in the set's system.
    func pyramid(_ set: TileMatrixSet, of tiles: TileLevel, byteLimit: Int) throws -> TilePyramid {
        let level = tiles.level
        var (x, y) = (simplification.coverage.x, simplification.coverage.y)
        var metresPerUnit = 1.0
        if set.epsg == 3857 {
            let highest = WebMercator.highestLatitude
            let box = tiles.geographicBox
            metresPerUnit = SphericalMercator.groundMetres(
                latitude: min(highest, max(-highest, box.isEmpty ? 0 : (box.minY + box.maxY) / 2)))
            for (vertex, source) in sources.enumerated() {
                x[vertex] = SphericalMercator.x(longitude: level.geographic.x[source])
                y[vertex] = SphericalMercator.y(latitude: min(highest, max(-highest, level.geographic.y[source])))
            }
        } else if set.epsg != level.referenceSystem {
            try tiles.projection(from: level.referenceSystem, to: set.epsg).apply(x: &x, y: &y)
        }
        // Where a projection still gives numbers far beyond its place, they are larger than the Earth. NaN fails, too.
        guard x.allSatisfy({ $0.magnitude < 1e9 }), y.allSatisfy({ $0.magnitude < 1e9 }) else {
            throw Problem.notFound("the areas of this layer have no place in \(set.id); take another tile matrix set")
        }
        return TilePyramid(
            simplification, x: x, y: y, matrixSet: set, metresPerUnit: metresPerUnit, byteLimit: byteLimit)
    }
}
