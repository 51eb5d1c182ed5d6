import Catalogue
import Coverage
import Planar
import Projection
import Synchronization
import Tiles

/// What maps and tiles need to know of a level, each worked out once, when it is first asked for.
final class TileLevel: Sendable {
    let level: ReleasedLevel
    private let boxes = Mutex<(metric: Box, geographic: Box)?>(nil)
    private let planes = Mutex<[[Int]: LevelProjection]>([:])
    private let ranked = MadeOnce<RankedLevel>()
    private let mercator = MadeOnce<TilePyramid>()
    private let utm = MadeOnce<TilePyramid>()
    private let features = Mutex<[(question: String, features: TileFeatures)]>([])

    /// How much memory the zooms of one pyramid may take; a city of 10,000 areas needs about 12 MB for each.
    private static let pyramidBytes = 96 << 20
    /// How many ways to classify and label the level's layers are kept ready.
    private static let keptFeatures = 48

    init(_ level: ReleasedLevel) { self.level = level }

    /// The box of all areas, in metres.
    var metricBox: Box { bothBoxes().metric }
    /// The box of all areas, in degrees.
    var geographicBox: Box { bothBoxes().geographic }

    /// The box of all areas in the system of a matrix set; empty where they have no place in it.
    func box(in set: TileMatrixSet) -> Box {
        if set.epsg == 3857 { return WebMercator.box(geographicBox) }
        if set.epsg == level.referenceSystem { return metricBox }
        do {
            return try projection(from: level.referenceSystem, to: set.epsg).box(metricBox)
        } catch {
            return .empty
        }
    }

    /// A way between two systems near the level, with its handles open.
    ///
    /// - Throws: `InputError` where PROJ knows no way.
    func projection(from source: Int, to target: Int) throws -> LevelProjection {
        try planes.withLock { planes in
            if let plane = planes[[source, target]] { return plane }
            let new = try LevelProjection(from: source, to: target, around: geographicBox)
            planes[[source, target]] = new
            return new
        }
    }

    /// The level's tiles in a matrix set. Not for an event loop.
    ///
    /// - Throws: A 404 where the areas have no place in the set's system.
    /// - Complexity: The first time O(*n* log *n*) for *n* vertices, then O(1).
    func pyramid(_ set: TileMatrixSet) throws -> TilePyramid {
        try (set.epsg == 3857 ? mercator : utm).value {
            let ranked = ranked.value { RankedLevel(level) }
            return try ranked.pyramid(set, of: self, byteLimit: TileLevel.pyramidBytes)
        }
    }

    /// The attributes of the areas as a selection shows them.
    func features(of selection: DatedSelection, named layer: String? = nil) throws -> TileFeatures {
        let question = selection.question + "\u{0}" + (layer ?? "")
        let known = features.withLock { kept in
            guard let place = kept.firstIndex(where: { $0.question == question }) else { return TileFeatures?.none }
            let entry = kept.remove(at: place)
            kept.append(entry)
            return entry.features
        }
        if let known { return known }
        let new = try TileFeatures(selection, layer: layer)
        features.withLock { kept in
            kept.append((question, new))
            if kept.count > TileLevel.keptFeatures { kept.removeFirst() }
        }
        return new
    }

    private func bothBoxes() -> (metric: Box, geographic: Box) {
        boxes.withLock { boxes in
            if let boxes { return boxes }
            let both = (level.areas.box, level.geographic.box)
            boxes = both
            return both
        }
    }
}
