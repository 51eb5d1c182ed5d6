import Coverage
public import Diagnostics
public import Planar
public import Statistics

extension NeighbourKind {
    /// How near a border has to run along a barrier to be cut by it, in metres, unless said otherwise.
    public static let barrierTolerance = 25.0

    /// The neighbours of areas in metres, without those that barriers keep apart, each with the weight of its kind.
    ///
    /// A link weighs 1, unless the weights are the point of the kind (``hasWeights``): lengths of borders and distances in
    /// metres are measures, and a distance taken for a weight would let the farther neighbour count more.
    ///
    ///     try NeighbourKind("knn:6")?.neighbours(of: areas, barriers: nil, file: "districts.gpkg")
    ///
    /// Contiguity is cut where the shared border runs along a barrier and no gate is in it, other links where the line
    /// between the centroids crosses one. A kernel's weight of an area to itself is left out. ``block`` asks for a field
    /// and has no neighbours here.
    ///
    /// - Parameter file: What a message calls the areas.
    /// - Throws: `InputError` where there are fewer areas than neighbours asked for.
    public func neighbours(
        of areas: Areas, barriers: Barriers?, file: String = "", threads: Int? = nil
    ) throws(InputError) -> Neighbours {
        let links = try links(of: areas, barriers: barriers, file: file, threads: threads)
        return hasWeights ? links : links.binary
    }

    private func links(
        of areas: Areas, barriers: Barriers?, file: String, threads: Int?
    ) throws(InputError) -> Neighbours {
        if case .contiguous(let contiguity, let order) = self {
            var links = contiguity.neighbours(of: areas, threads: threads)
            if let barriers {
                links = Coverage(areas, threads: threads).neighbours(
                    contiguity, uncutBy: barriers, within: Self.barrierTolerance)
            }
            return order > 1 ? links.higherOrder(order) : links
        }
        let sites = NeighbourSites(areas, file: file)
        let links = try sites.neighbours(self).neighbours
        return barriers.map { links.uncut(by: $0, x: sites.x, y: sites.y) } ?? links
    }
}
