import Diagnostics
import Formats
import Planar
import Projection
import StatisticLayers
import Statistics
import Weights

/// The spatial weights of a project's levels, in metres.
struct LevelNeighbours {
    let project: ProjectFile
    /// The levels' boundaries in the plane.
    let areas: [Areas]
    let plane: ReferenceSystem

    /// The weights of a level, one row for each area: ones, or what the kind is about, as inverse distances.
    ///
    /// Contiguity comes with lengths of borders and nearest areas with distances; neither is a weight that anybody asked
    /// for, and row-standardised distances would make the farthest neighbour the weightiest.
    ///
    /// - Throws: `InputError` where barriers cannot be read, or there are fewer areas than neighbours asked for.
    func weights(
        _ setting: ProjectFile.Neighbourhood, level: Int
    ) throws(InputError) -> (neighbours: Neighbours, description: WeightsDescription) {
        guard let kind = NeighbourKind(setting.kind) else { preconditionFailure("the kind was read before") }
        let barriers = try setting.barriers.map { files throws(InputError) in
            try BarrierReading(project: project, plane: plane).read(files)
        }
        let links = try kind.neighbours(of: areas[level], barriers: barriers, threads: DelimitedFile.processors)
        return (
            kind.hasWeights ? links : links.binary,
            WeightsDescription(kind: setting.kind, style: setting.style, hasBarriers: barriers != nil)
        )
    }
}
