import Diagnostics
import Planar

/// Some areas of a coverage, cut into the faces that their borders make, with the areas that own each face.
///
/// A clean coverage has one owner a face. A face of two owners is an overlap, a bounded one without owner a gap. To
/// repair is to change owners; borders follow from owners alone, so neighbours always agree about them.
struct RepairArrangement {
    /// The areas' numbers in their collection, rising.
    let members: [Int]
    let noding: RepairNoding
    let faces: RepairFaces
    /// Vertex → the members whose borders had it from the beginning, rising.
    let holders: [[Int32]]
    /// Member → ring by ring the vertices, closing one left out, as the area had them.
    let rings: [[[Int32]]]
    /// Cycle → the owners before anything is changed, rising; those of the face around for cycles round an outside.
    let owners: [[Int32]]
    /// Cycle of a face → its area; 0 for cycles round an outside.
    let squareMetres: [Double]

    /// Arranges areas; shells count as counter-clockwise and holes as clockwise, however they run.
    ///
    /// - Parameter tolerance: How close to an edge a vertex lies on it, where rounding is not more.
    /// - Throws: ``InputError`` when borders run so close to each other that no order of them can be told.
    init(_ areas: Areas, members: [Int], tolerance: Double = 0) throws(InputError) {
        var vertices = RepairVertices()
        var rings: [[[Int32]]] = []
        var uses: [RepairEdge: [Int32: Int]] = [:]
        for area in members {
            var walks: [[Int32]] = []
            for part in areas.parts(of: area) {
                for ring in areas.rings(ofPart: part) {
                    let isShell = ring == areas.rings(ofPart: part).lowerBound
                    var walk: [Int32] = []
                    for vertex in areas.vertices(ofRing: ring).dropLast() {
                        let number = vertices.number(x: areas.x[vertex], y: areas.y[vertex])
                        if walk.last != number { walk.append(number) }
                    }
                    while walk.count > 1, walk.first == walk.last { walk.removeLast() }
                    if (areas.signedArea(ofRing: ring) > 0) != isShell { walk.reverse() }
                    walks.append(walk)
                }
            }
            rings.append(walks)
        }
        for walks in rings {
            for walk in walks { RepairArrangement.forEachEdge(of: walk) { uses[RepairEdge($0, $1)] = [:] } }
        }
        let noding = try RepairNoding(uses.keys, of: vertices, tolerance: tolerance)
        uses = [:]
        for (member, walks) in rings.enumerated() {
            for walk in walks {
                RepairArrangement.forEachEdge(of: walk) { start, end in
                    let chain = noding.chain(from: start, to: end) + [end]
                    for (one, other) in zip(chain, chain.dropFirst()) {
                        uses[RepairEdge(one, other), default: [:]][Int32(member), default: 0] += one < other ? 1 : -1
                    }
                }
            }
        }
        // Where an area goes forth and back, it has no border.
        let sums = uses.mapValues { $0.filter { $0.value != 0 }.sorted { $0.key < $1.key } }.filter {
            !$0.value.isEmpty
        }
        let edges = sums.keys.sorted()
        let faces = RepairFaces(edges, of: noding.vertices)
        var holders = [[Int32]](repeating: [], count: noding.vertices.count)
        for (member, walks) in rings.enumerated() {
            for vertex in walks.joined() where holders[Int(vertex)].last != Int32(member) {
                holders[Int(vertex)].append(Int32(member))
            }
        }
        self.members = members
        self.rings = rings
        self.noding = noding
        self.faces = faces
        self.holders = holders
        owners = try RepairArrangement.owners(faces, uses: edges.map { sums[$0] ?? [] })
        squareMetres = RepairArrangement.measure(faces)
    }

    /// Shows each edge of a closed walk.
    static func forEachEdge(of walk: [Int32], _ body: (Int32, Int32) -> Void) {
        guard let first = walk.first, walk.count > 1 else { return }
        var previous = first
        for vertex in walk.dropFirst() {
            body(previous, vertex)
            previous = vertex
        }
        body(previous, first)
    }

    /// How many faces and outsides there are.
    var cycles: Range<Int32> { 0..<Int32(owners.count) }

    /// The face of a cycle: itself, or the one around where it runs round an outside; −1 in the open.
    func face(ofCycle cycle: Int32) -> Int32 { faces.isOutside[Int(cycle)] ? faces.parents[Int(cycle)] : cycle }

    /// Walks from face to face: whoever has an edge owns what lies on one side of it and not the other.
    private static func owners(
        _ faces: RepairFaces, uses: [[(key: Int32, value: Int)]]
    ) throws(InputError) -> [[Int32]] {
        var windings = [[Int32: Int]?](repeating: nil, count: faces.starts.count)
        // A set of edges lies in a face of a set that begins further west, hence the order.
        let outsides = faces.isOutside.indices.filter { faces.isOutside[$0] }.sorted {
            let (one, other) = (faces.west(ofCycle: Int32($0)), faces.west(ofCycle: Int32($1)))
            return (one.x, one.y) < (other.x, other.y)
        }
        for outside in outsides {
            let parent = faces.parents[outside]
            windings[outside] = parent < 0 ? [:] : windings[Int(parent)] ?? [:]
            var queue = [Int32(outside)]
            while let cycle = queue.popLast() {
                let here = windings[Int(cycle)] ?? [:]
                for half in faces.halfEdges(ofCycle: cycle) {
                    var there = here
                    for (area, net) in uses[Int(half >> 1)] {
                        let winding = (there[area] ?? 0) - (half & 1 == 0 ? net : -net)
                        there[area] = winding == 0 ? nil : winding
                    }
                    let other = faces.cycleOf[Int(half ^ 1)]
                    if let known = windings[Int(other)] {
                        guard known == there else { throw tooClose(faces, half) }
                    } else {
                        windings[Int(other)] = there
                        queue.append(other)
                    }
                }
            }
        }
        return windings.map { ($0 ?? [:]).keys.sorted() }
    }

    private static func tooClose(_ faces: RepairFaces, _ half: Int32) -> InputError {
        let vertex = Int(faces.start(half))
        return InputError(
            .invalidGeometry,
            "borders near x \(faces.vertices.x[vertex]), y \(faces.vertices.y[vertex]) lie too close to be told apart",
            remedy: "mend them in a desktop program")
    }

    private static func measure(_ faces: RepairFaces) -> [Double] {
        var squareMetres = [Double](repeating: 0, count: faces.starts.count)
        for cycle in faces.starts.indices {
            let area = faces.vertices.twiceArea(faces.walk(ofCycle: Int32(cycle))) / 2
            // An outside runs clockwise: its area is negative, as it is taken from the face around.
            let face = faces.isOutside[cycle] ? Int(faces.parents[cycle]) : cycle
            if face >= 0 { squareMetres[face] += area }
        }
        return squareMetres
    }
}

extension RepairFaces {
    /// The westernmost, of those the southernmost, position of a cycle.
    func west(ofCycle cycle: Int32) -> (x: Double, y: Double) {
        var west = (x: Double.infinity, y: Double.infinity)
        for vertex in walk(ofCycle: cycle) {
            let position = (x: vertices.x[Int(vertex)], y: vertices.y[Int(vertex)])
            if position < west { west = position }
        }
        return west
    }
}
