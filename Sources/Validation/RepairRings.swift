import Diagnostics
import Overlay
import Planar

/// Repairs that concern one area alone.
struct RepairRings {
    private let areas: Areas
    /// Area → its new shape, as the only one of a collection.
    private var shapes: [Int: Areas] = [:]
    /// What areas gained when they were made valid, in m².
    private(set) var mended = 0.0
    /// Area → its size when it was made valid, in m².
    private(set) var validSizes: [Int: Double] = [:]

    init(_ areas: Areas) { self.areas = areas }

    /// Area → whether its rings are not what they were.
    var touched: [Bool] { (0..<areas.count).map { shapes[$0] != nil } }

    /// Does a task.
    ///
    /// - Throws: ``InputError`` when GEOS gives up on an area.
    mutating func perform(_ task: RepairTask) throws(InputError) {
        for area in task.areas {
            let (shape, number) = shapes[area].map { ($0, 0) } ?? (areas, area)
            switch task.kind {
            case .dropRepeatedVertices:
                shapes[area] = RepairRings.redrawn(shape, number) { walk, _ in
                    var kept: [Int] = []
                    for vertex in walk {
                        if let last = kept.last, shape.x[last] == shape.x[vertex], shape.y[last] == shape.y[vertex] {
                            continue
                        }
                        kept.append(vertex)
                    }
                    return kept
                }
            case .orientRings:
                shapes[area] = RepairRings.redrawn(shape, number) { walk, isWrong in isWrong ? walk.reversed() : walk }
            case .makeValid:
                // Vertices that repeat make no area invalid; GEOS drops them here.
                let valid = try Overlay.repaired(shape, area: number)
                mended += valid.area(of: 0) - shape.area(of: number)
                validSizes[area] = valid.area(of: 0)
                shapes[area] = valid
            default: break
            }
        }
    }

    /// All areas with their new shapes.
    func finish() -> Areas {
        guard !shapes.isEmpty else { return areas }
        var builder = Areas.Builder()
        builder.reserve(vertices: areas.x.count)
        for area in 0..<areas.count {
            if let shape = shapes[area] { builder.addArea(0, of: shape) } else { builder.addArea(area, of: areas) }
        }
        return builder.finish()
    }

    /// Whether making an area valid keeps its ground, as where a ring only touches itself: every vertex is one of its
    /// own, and the windings of its rings cover what it covers afterwards.
    ///
    /// A lobe that runs the wrong way, a part that is covered twice, or a hole outside its shell count differently in
    /// the sum of windings, and a crossing adds a vertex.
    static func keepsGround(_ areas: Areas, area: Int, valid: Areas) -> Bool {
        var vertices = RepairVertices()
        for vertex in areas.vertices(of: area) { _ = vertices.number(x: areas.x[vertex], y: areas.y[vertex]) }
        let count = vertices.count
        for vertex in valid.vertices(of: 0) { _ = vertices.number(x: valid.x[vertex], y: valid.y[vertex]) }
        guard vertices.count == count else { return false }
        let size = valid.area(of: 0)
        return abs(areas.area(of: area) - size) <= 1e-9 * max(size, 1)
    }

    /// An area with each ring's vertices as `body` has them; it gets them without the closing one, and whether the
    /// ring runs clockwise as a shell or counter-clockwise as a hole. Rings of fewer than three vertices go.
    private static func redrawn(_ areas: Areas, _ area: Int, _ body: ([Int], Bool) -> [Int]) -> Areas {
        var builder = Areas.Builder()
        for part in areas.parts(of: area) {
            let rings = areas.rings(ofPart: part)
            for ring in rings {
                let isWrong = (areas.signedArea(ofRing: ring) > 0) != (ring == rings.lowerBound)
                let walk = body(Array(areas.vertices(ofRing: ring)), isWrong)
                if walk.count < 4 {
                    // Holes of no shell would become shells.
                    if ring == rings.lowerBound { break }
                    continue
                }
                builder.addRing(x: walk.map { areas.x[$0] }, y: walk.map { areas.y[$0] })
            }
            builder.closePart()
        }
        builder.closeArea()
        return builder.finish()
    }
}
