import Analysis
import Coverage
import Diagnostics
import Formats
import Planar
import Projection
import Statistics
import Weights

/// What `kleinraum neighbours` has found.
struct NeighbourLinks {
    /// The links, weighted by what the kind measures.
    var neighbours: Neighbours
    /// How many links barriers have cut, both directions counted.
    var cutCount = 0
    /// The least distance at which no area is alone, where distances were asked for.
    var leastThreshold: Double?
}

extension NeighboursCommand {
    /// Finds the neighbours of a kind.
    func links(of layer: BoundaryLayer, kind: NeighbourKind) throws(InputError) -> NeighbourLinks {
        switch kind {
        case .contiguous(let contiguity, let order):
            var links = try contiguous(layer, contiguity, isMeasured: isWeighted(kind))
            if order > 1 {
                links.neighbours = links.neighbours.higherOrder(order, includesLowerOrders: includeLowerOrders)
            }
            return links
        case .block(let field):
            let values = try layer.column(field).map { $0.flatMap { $0.isEmpty ? nil : $0 } }
            let blocks = Neighbours.blocks(values)
            guard barrierOptions.barriers != nil else { return NeighbourLinks(neighbours: blocks) }
            let (areas, plane) = try metric(layer)
            return try uncut(blocks, NeighbourSites(areas, file: file), areas, plane)
        default:
            let (areas, plane) = try metric(layer)
            let sites = NeighbourSites(areas, file: file)
            let found = try sites.neighbours(kind)
            var links = try uncut(found.neighbours, sites, areas, plane)
            if diagonal { links.neighbours = links.neighbours.including(selfWeights: found.selfWeights) }
            if kind.hasReach { links.leastThreshold = Neighbours.leastThreshold(x: sites.x, y: sites.y) }
            return links
        }
    }

    /// Areas that touch and that no barrier keeps apart.
    private func contiguous(
        _ layer: BoundaryLayer, _ contiguity: Contiguity, isMeasured: Bool
    ) throws(InputError) -> NeighbourLinks {
        guard barrierOptions.barriers != nil else {
            // Only what is measured needs the plane.
            let areas = isMeasured ? try metric(layer).areas : layer.areas
            return NeighbourLinks(neighbours: contiguity.neighbours(of: areas, threads: threads))
        }
        let (areas, plane) = try metric(layer)
        let coverage = Coverage(areas, threads: threads)
        let touching = coverage.neighbours(contiguity)
        guard let barriers = try barrierOptions.read(in: plane, near: areas.box) else {
            return NeighbourLinks(neighbours: touching)
        }
        let links = coverage.neighbours(contiguity, uncutBy: barriers, within: barrierTolerance)
        return NeighbourLinks(neighbours: links, cutCount: touching.targets.count - links.targets.count)
    }

    /// The links between centroids that no barrier cuts.
    private func uncut(
        _ neighbours: Neighbours, _ sites: NeighbourSites, _ areas: Areas, _ plane: ReferenceSystem
    ) throws(InputError) -> NeighbourLinks {
        guard let barriers = try barrierOptions.read(in: plane, near: areas.box) else {
            return NeighbourLinks(neighbours: neighbours)
        }
        let links = neighbours.uncut(by: barriers, x: sites.x, y: sites.y)
        return NeighbourLinks(neighbours: links, cutCount: neighbours.targets.count - links.targets.count)
    }

    /// The areas in a plane in metres; degrees are never taken for metres.
    private func metric(_ layer: BoundaryLayer) throws(InputError) -> (areas: Areas, plane: ReferenceSystem) {
        let plane = try MetricPlane.system(for: layer, stated: metricCrs)
        let workers = threads ?? DelimitedFile.processors
        return (try Transformation(from: layer.system, to: plane).apply(to: layer.areas, threads: workers), plane)
    }
}
