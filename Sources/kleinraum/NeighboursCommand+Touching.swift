import Coverage
import Diagnostics
import Formats
import Planar
import Statistics
import Weights

/// Areas by key whose neighbours are those they touch: coordinates are compared, never measured, so that no reference
/// system is needed. Published data sets often come as a Shapefile without `.prj`.
struct TouchingAreas {
    /// The keys, sorted bytewise.
    let keys: [String]
    /// The areas, in the order of the keys.
    let areas: Areas

    /// Reads a boundary file.
    ///
    /// - Throws: `InputError` where the file cannot be read, holds points, or where a key is missing or occurs twice.
    init(path: String, key: String) throws(InputError) {
        let file = try FeatureFile.read(path: path)
        guard case .areas(let areas) = file.geometry else {
            throw InputError(
                .invalidGeometry, "the file holds points where areas are needed", remedy: "give the boundaries",
                at: Place(file: path))
        }
        let keys = try file.keys(key)
        let order = TableWriter.byteOrder(of: keys)
        self.keys = order.map { keys[$0] }
        self.areas = order == Array(keys.indices) ? areas : areas.reordered(order)
    }
}

extension NeighboursCommand {
    /// The contiguity that is asked for and nothing besides that would have to be measured; nil for other wishes.
    func touching(_ kind: NeighbourKind) -> (contiguity: Contiguity, order: Int)? {
        guard case .contiguous(let contiguity, let order) = kind else { return nil }
        let isMeasured = order == 1 && isWeighted(kind) && (style == nil || lengths)
        guard areasCrs == nil, barrierOptions.barriers == nil, !isMeasured else { return nil }
        return (contiguity, order)
    }

    /// The areas that touch, or that are so many steps apart.
    func links(of areas: Areas, _ contiguity: Contiguity, order: Int) -> NeighbourLinks {
        let neighbours = contiguity.neighbours(of: areas, threads: threads)
        guard order > 1 else { return NeighbourLinks(neighbours: neighbours) }
        return NeighbourLinks(neighbours: neighbours.higherOrder(order, includesLowerOrders: includeLowerOrders))
    }
}
