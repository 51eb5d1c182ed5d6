import Analysis
import Coverage
import Diagnostics
import Formats
import Planar
import Regions
import Statistics

/// The areas of a table that have both numbers and a place among neighbours.
struct RegionSites {
    /// Their places in the table's keys, rising.
    let places: [Int]
    /// Which of them touch.
    let contiguity: ContiguityGraph

    /// Reads boundaries or weights and finds the table's areas in them.
    ///
    /// - Throws: `InputError` for a file that cannot be read, weights of other areas, or when no area is left.
    init(_ command: RegionsCommand, rows: CompleteRows) throws(InputError) {
        if let weights = command.weights {
            let neighbours = try WeightsFile.read(path: weights)
                .neighbours(orderedBy: rows.keysOfTable, in: command.table)
            places = rows.complete
            contiguity = ContiguityGraph(neighbours.restricted(to: places.map { rows.order[$0] }))
        } else {
            let kind = Contiguity(rawValue: command.contiguity) ?? .rook
            let layer = try FeatureFile.read(path: command.areas ?? command.table)
            guard case .areas(let areas) = layer.geometry else {
                throw InputError(
                    .invalidGeometry, "the file holds points where areas are needed",
                    remedy: "give boundaries, or --weights", at: Place(file: layer.file))
            }
            let keys = try layer.keys(command.areasKey ?? command.key)
            let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
            let found = rows.complete.filter { place in
                numbers[rows.keys[place]].map { !areas.parts(of: $0).isEmpty } ?? false
            }
            let known = Set(found)
            let absent = rows.complete.filter { !known.contains($0) }.map { rows.keys[$0] }
            if !absent.isEmpty {
                Message.write(CompleteRows.sentence(absent, "of the table left out: without geometry"))
            }
            places = found
            let neighbours = kind.neighbours(of: areas).restricted(to: found.compactMap { numbers[rows.keys[$0]] })
            contiguity = ContiguityGraph(neighbours)
        }
        guard !places.isEmpty else {
            throw InputError(
                .invalidNumber, "no area has a number in every column and a place on the map",
                remedy: "check the columns and the keys", at: Place(file: command.table))
        }
    }
}
