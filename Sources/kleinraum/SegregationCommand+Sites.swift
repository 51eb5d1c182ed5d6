import Analysis
import Coverage
import Diagnostics
import Formats
import Planar
import Projection
import Segregation
import Statistics

/// Where the areas of a table lie, for those that have both numbers and a geometry.
struct SegregationSites {
    /// Their places in the table's keys, rising.
    let places: [Int]
    /// The centroids in metres.
    let x: [Double]
    let y: [Double]
    /// Surfaces, contiguity and proximity.
    let space: TwoGroupIndex.Space

    /// Reads the boundaries and finds the table's areas in them; nil without boundaries.
    ///
    /// - Throws: `InputError` for boundaries that cannot be read or measured.
    init?(_ command: SegregationCommand, rows: CompleteRows) throws(InputError) {
        guard let path = command.areas else { return nil }
        var system: ReferenceSystem?
        if let stated = command.areasCrs { system = try ReferenceSystem(stated) }
        let layer = try BoundaryLayer.read(path: path, key: command.areasKey ?? command.key, system: system)
        let plane = try MetricPlane.system(for: layer, stated: command.metricCrs)
        let areas = try Transformation(from: layer.system, to: plane).apply(to: layer.areas)
        let numbers = Dictionary(uniqueKeysWithValues: layer.keys.enumerated().map { ($1, $0) })
        var (places, members): ([Int], [Int]) = ([], [])
        var absent: [String] = []
        for place in rows.complete {
            if let number = numbers[rows.keys[place]], areas.centroid(of: number) != nil {
                places.append(place)
                members.append(number)
            } else {
                absent.append(rows.keys[place])
            }
        }
        if !absent.isEmpty { Message.write(CompleteRows.sentence(absent, "of the table left out: without geometry")) }
        let known = Set(rows.keys)
        let extra = layer.keys.filter { !known.contains($0) }
        if !extra.isEmpty {
            Message.write(CompleteRows.sentence(extra, "of the boundaries left out: not in the table"))
        }
        let centroids = members.compactMap { areas.centroid(of: $0) }
        self.places = places
        x = centroids.map(\.x)
        y = centroids.map(\.y)
        space = TwoGroupIndex.Space(
            x: x, y: y, areas: members.map { areas.area(of: $0) },
            neighbours: Contiguity.queen.neighbours(of: layer.areas).restricted(to: members))
    }
}
