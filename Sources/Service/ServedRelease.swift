import Catalogue
import Diagnostics
import Planar
import Synchronization

/// A release with what is worked out from it once: ids to look layers up by, and each level's geometry in each system.
final class ServedRelease: Sendable {
    let release: Release
    /// How many bytes of geometry are held, and as many of text, besides what is in use: enough for a dozen systems of
    /// a level of a million vertices as numbers, and for four as text.
    private static let heldBytes = 192 << 20

    private let layers: [String: Int]
    private let geometries = HeldValues<ServedGeometry>(capacity: ServedRelease.heldBytes) { $0.byteCount }
    private let texts = HeldValues<GeometryText>(capacity: ServedRelease.heldBytes) { $0.byteCount }
    private let tileLevels: [String: TileLevel]

    init(_ release: Release) {
        self.release = release
        var layers: [String: Int] = [:]
        for (index, layer) in release.layers.enumerated() { layers[layer.id] = index }
        self.layers = layers
        var tileLevels: [String: TileLevel] = [:]
        for level in release.levels { tileLevels[level.division + "\u{0}" + level.level] = TileLevel(level) }
        self.tileLevels = tileLevels
    }

    /// A level as maps and tiles need it.
    func tiles(of level: ReleasedLevel) -> TileLevel {
        tileLevels[level.division + "\u{0}" + level.level] ?? TileLevel(level)
    }

    /// A layer and the level it is drawn on.
    ///
    /// - Throws: A 404 where the release has no such layer.
    func layer(_ id: String) throws(Problem) -> (layer: ReleasedLayer, level: ReleasedLevel) {
        guard let index = layers[id], let level = release.level(of: release.layers[index]) else {
            throw .notFound("there is no layer '\(id)'; /collections lists them all")
        }
        return (release.layers[index], level)
    }

    /// The geometry of a level in a reference system, transformed when asked for and held while there is room.
    ///
    /// - Throws: ``InputError`` where a vertex has no place in the system.
    /// - Complexity: O(*n*) for the level's *n* vertices the first time, O(1) while it is held. Not for an event loop.
    func geometry(
        of level: ReleasedLevel, in system: OfferedSystem = .crs84
    ) throws(InputError) -> ServedGeometry {
        try geometries.value(ServedRelease.key(level, system)) { () throws(InputError) in
            let source = ServedLevelSource(
                geographic: level.geographic, metric: level.areas, referenceSystem: level.referenceSystem)
            return try ServedGeometry(source, in: system)
        }
    }

    /// The same as GeoJSON, in the system's order of axes, encoded when asked for and held while there is room.
    ///
    /// - Throws: ``InputError`` where a vertex has no place in the system.
    /// - Complexity: O(*n*) for the level's *n* vertices the first time, O(1) while it is held. Not for an event loop.
    func geometryText(
        of level: ReleasedLevel, in system: OfferedSystem = .crs84
    ) throws(InputError) -> GeometryText {
        try texts.value(ServedRelease.key(level, system)) { () throws(InputError) in
            GeometryText(
                try geometry(of: level, in: system).areas, decimals: system.decimals,
                isNorthFirst: system.isNorthFirst)
        }
    }

    private static func key(_ level: ReleasedLevel, _ system: OfferedSystem) -> String {
        "\(level.division)\u{0}\(level.level)\u{0}\(system.uri)"
    }

    /// A document of the release.
    ///
    /// - Throws: A 404 where it has none of that name.
    func document(named name: String) throws(Problem) -> ReleasedDocument {
        guard let document = release.documents.first(where: { $0.name == name }) else {
            throw .notFound("this release has no document '\(name)'")
        }
        return document
    }
}

/// The newest release with what was worked out from it; a release that was replaced is let go when somebody asks for the
/// new one and the last request to the old one is answered.
final class ServedReleases: Sendable {
    private let source: any ReleaseSource
    private let served = Mutex<ServedRelease?>(nil)

    init(_ source: any ReleaseSource) { self.source = source }

    /// The release to answer a request from.
    func current() -> ServedRelease? {
        guard let release = source.current() else { return nil }
        return served.withLock { served in
            if let known = served, known.release.id == release.id { return known }
            let new = ServedRelease(release)
            served = new
            return new
        }
    }
}
