import Catalogue
import Coverage
import Planar
import Projection
import Synchronization
import Tiles

/// What maps and tiles need to know of a level, each worked out once, when it is first asked for.
final class TileLevel: Sendable {
    let level: ReleasedLevel
    /// The box of all areas, in metres.
    let metricBox: Box
    /// The box of all areas, in degrees.
    let geographicBox: Box
    /// EPSG code → the box of all areas in this system.
    private let boxes = Mutex<[Int: Box]>([:])
    private let planes = Mutex<[[Int]: MadeOnce<LevelProjection>]>([:])
    private let ranked = MadeOnce<RankedLevel>()
    private let mercator = MadeOnce<TilePyramid>()
    private let utm = MadeOnce<TilePyramid>()
    private let layers = Mutex<[(question: String, layer: TileLayer)]>([])

    /// How much memory the zooms of one pyramid may take; a city of 10,000 areas needs about 12 MB for each.
    private static let pyramidBytes = 96 << 20
    /// How many ways to classify and label the level's layers are kept ready.
    private static let keptLayers = 48

    /// - Complexity: O(*n*) for *n* vertices.
    init(_ level: ReleasedLevel) {
        self.level = level
        metricBox = level.areas.box
        geographicBox = level.geographic.box
    }

    /// The box of all areas in the system of a matrix set; empty where they have no place in it. Not for an event loop.
    ///
    /// - Throws: `InputError` where PROJ knows no way.
    func box(in set: TileMatrixSet) throws -> Box {
        if let known = knownBox(in: set) { return known }
        let box = try projection(from: level.referenceSystem, to: set.epsg).box(metricBox)
        boxes.withLock { $0[set.epsg] = box }
        return box
    }

    /// The same where nothing has to be transformed for it; `nil` otherwise.
    func knownBox(in set: TileMatrixSet) -> Box? {
        if set.epsg == 3857 { return WebMercator.box(geographicBox) }
        if set.epsg == level.referenceSystem { return metricBox }
        return boxes.withLock { $0[set.epsg] }
    }

    /// A way between two systems near the level, with its handles open.
    ///
    /// - Throws: `InputError` where PROJ knows no way.
    func projection(from source: Int, to target: Int) throws -> LevelProjection {
        let place = planes.withLock { planes in
            if let place = planes[[source, target]] { return place }
            let place = MadeOnce<LevelProjection>()
            planes[[source, target]] = place
            return place
        }
        return try place.value { try LevelProjection(from: source, to: target, around: geographicBox) }
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

    /// The attributes of the areas as a selection shows them, and where they come from.
    ///
    /// - Parameter name: What the property `layer` says, where tiles of several layers are one; none where `nil`.
    func layer(of selection: DatedSelection, named name: String? = nil) throws -> TileLayer {
        let question = selection.question + "\u{0}" + (name ?? "")
        let known = layers.withLock { kept in
            guard let place = kept.firstIndex(where: { $0.question == question }) else { return TileLayer?.none }
            let entry = kept.remove(at: place)
            kept.append(entry)
            return entry.layer
        }
        if let known { return known }
        let new = try TileLayer(selection, named: name)
        layers.withLock { kept in
            kept.append((question, new))
            if kept.count > TileLevel.keptLayers { kept.removeFirst() }
        }
        return new
    }
}
