import Diagnostics
import Planar
import Projection
import Synchronization

/// The areas of a level in one reference system, as numbers to search.
struct ServedGeometry: Sendable {
    /// The areas; x is the easting or longitude whatever the system's order of axes.
    let areas: Areas
    /// The box of each area, empty where it has no geometry.
    let boxes: [Box]
    /// About how many bytes it takes besides the boundaries that the release holds anyway.
    let byteCount: Int

    /// Transforms a level's areas.
    ///
    /// The boundaries in metres are taken as they are where they are in the system that is asked for, those in degrees
    /// otherwise. Nothing is gained from metres to other metres: the way leads through degrees anyway.
    ///
    /// - Throws: ``InputError`` where a vertex has no place in the system.
    /// - Complexity: O(*n*) for *n* vertices, about 0.5 µs for each.
    init(_ source: ServedLevelSource, in system: OfferedSystem) throws(InputError) {
        var isOwn = false
        if system == .crs84 || system.code == 4326 {
            areas = source.geographic
        } else if system.code == source.referenceSystem {
            areas = source.metric
        } else {
            let way = try Transformation(
                from: ReferenceSystem(code: 4326), to: ReferenceSystem(code: system.code),
                areaOfInterest: source.geographic.box)
            areas = try way.apply(to: source.geographic)
            isOwn = true
        }
        boxes = (0..<areas.count).map { [areas] in areas.box(of: $0) }
        byteCount = boxes.count * 32 + (isOwn ? areas.x.count * 16 : 0)
    }

    /// Whether an area shares a point with one of several rectangles.
    func area(_ area: Int, intersects rectangles: [Box]) -> Bool {
        rectangles.contains { boxes[area].intersects($0) && areas.area(area, intersects: $0) }
    }
}

/// The boundaries that a level brings with it.
struct ServedLevelSource: Sendable {
    let geographic: Areas
    let metric: Areas
    let referenceSystem: Int
}

/// A value that is made when first asked for, once, whoever asks.
///
/// Who asks meanwhile waits; values of other keys have locks of their own.
final class MadeOnce<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    /// The value, made by the first caller.
    func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
        try made.withLock { made throws(Failure) in
            if let made { return made }
            let value = try make()
            made = value
            return value
        }
    }
}
