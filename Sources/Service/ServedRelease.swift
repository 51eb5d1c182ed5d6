import Catalogue
import Planar
import Synchronization

/// A release with what is worked out from it once: ids to look layers up by, and each level's geometry as text.
final class ServedRelease: Sendable {
    let release: Release
    private let layers: [String: Int]
    private let geometry = Mutex<[String: GeometryText]>([:])

    init(_ release: Release) {
        self.release = release
        var layers: [String: Int] = [:]
        for (index, layer) in release.layers.enumerated() { layers[layer.id] = index }
        self.layers = layers
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

    /// The geometry of a level as GeoJSON text, encoded when first asked for.
    ///
    /// - Complexity: O(*n*) for the level's *n* vertices the first time, then O(1). Not for an event loop.
    func geometryText(of level: ReleasedLevel) -> GeometryText {
        // The lock is held while encoding: only drawing threads come here, and two would do the same work.
        geometry.withLock { known in
            let key = level.division + "\u{0}" + level.level
            if let text = known[key] { return text }
            let text = GeometryText(level.geographic)
            known[key] = text
            return text
        }
    }
}

/// The newest release with what was worked out from it; a release that was replaced is let go with its last request.
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
