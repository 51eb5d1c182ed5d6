/// Sorts the rings of a shapefile record into polygons: which are shells, and to which shell each hole belongs.
///
/// The specification (ESRI Shapefile Technical Description, 1998) winds shells clockwise and holes counter-clockwise and
/// leaves the assignment to the reader. Files with reversed winding are met, so the largest ring is always a shell and
/// says which way shells turn; where all rings turn one way, a ring that lies wholly in another is a hole of it.
struct RingGrouping {
    private let x: [Double]
    private let y: [Double]
    private let rings: [Range<Int>]
    private let areas: [Double]
    private let boxes: [(minX: Double, minY: Double, maxX: Double, maxY: Double)]

    /// The polygons, each a list of rings with its shell first; polygons in the order of their shells, holes in the
    /// order of the file.
    ///
    /// - Complexity: O(*r*²) for *r* rings, plus O(*n*) for each pair of which one box lies in the other.
    static func polygons(x: [Double], y: [Double], rings: [Range<Int>]) -> [[Int]] {
        guard rings.count > 1 else { return rings.indices.map { [$0] } }
        return RingGrouping(x: x, y: y, rings: rings).polygons()
    }

    private init(x: [Double], y: [Double], rings: [Range<Int>]) {
        self.x = x
        self.y = y
        self.rings = rings
        areas = rings.map { RingWinding.twiceArea(x, y, $0) }
        boxes = rings.map { ring in
            var box = (minX: Double.infinity, minY: Double.infinity, maxX: -Double.infinity, maxY: -Double.infinity)
            for vertex in ring {
                box.minX = min(box.minX, x[vertex])
                box.minY = min(box.minY, y[vertex])
                box.maxX = max(box.maxX, x[vertex])
                box.maxY = max(box.maxY, y[vertex])
            }
            return box
        }
    }

    private func polygons() -> [[Int]] {
        let parents = areas.contains { $0 > 0 } && areas.contains { $0 < 0 } ? parentsByWinding() : parentsByNesting()
        var polygons: [[Int]] = []
        var polygonOfShell = [Int](repeating: -1, count: rings.count)
        for ring in rings.indices where parents[ring] < 0 {
            polygonOfShell[ring] = polygons.count
            polygons.append([ring])
        }
        for ring in rings.indices where parents[ring] >= 0 { polygons[polygonOfShell[parents[ring]]].append(ring) }
        return polygons
    }

    /// For each hole its shell, for each shell −1, by the winding; a hole outside all shells is a shell.
    private func parentsByWinding() -> [Int] {
        var largest = 0
        for ring in rings.indices where areas[ring].magnitude > areas[largest].magnitude { largest = ring }
        let shells = rings.indices.filter { (areas[$0] < 0) == (areas[largest] < 0) }
        return rings.indices.map { ring in
            guard (areas[ring] < 0) != (areas[largest] < 0) else { return -1 }
            return smallest(of: shells.filter { lies(ring, in: $0, wholly: false) })
        }
    }

    /// The same by how deep a ring lies in others: an even number of rings around it makes a shell.
    private func parentsByNesting() -> [Int] {
        let around = rings.indices.map { ring in rings.indices.filter { lies(ring, in: $0, wholly: true) } }
        return rings.indices.map { ring in
            guard !around[ring].count.isMultiple(of: 2) else { return -1 }
            return smallest(of: around[ring].filter { around[$0].count.isMultiple(of: 2) })
        }
    }

    private func smallest(of candidates: [Int]) -> Int {
        candidates.min { areas[$0].magnitude < areas[$1].magnitude } ?? -1
    }

    /// Whether a ring lies in a larger one. Vertices on the other's line say nothing; the first that does not lie on it
    /// decides, or, where the ring must lie in it wholly, all do.
    private func lies(_ inner: Int, in outer: Int, wholly: Bool) -> Bool {
        let (box, around) = (boxes[inner], boxes[outer])
        guard inner != outer, areas[inner].magnitude < areas[outer].magnitude, box.minX >= around.minX,
            box.minY >= around.minY, box.maxX <= around.maxX, box.maxY <= around.maxY
        else { return false }
        var isInside = false
        for vertex in rings[inner] {
            let side = side(of: x[vertex], y[vertex], in: outer)
            if side < 0 { return false }
            if side > 0 {
                if !wholly { return true }
                isInside = true
            }
        }
        if isInside { return true }
        // All vertices lie on the line, as where a hole touches its shell in every corner: the middles of its edges do
        // not, or the rings would be one.
        let ring = rings[inner]
        for vertex in ring.lowerBound..<ring.upperBound - 1 {
            let side = side(of: (x[vertex] + x[vertex + 1]) / 2, (y[vertex] + y[vertex + 1]) / 2, in: outer)
            if side != 0 { return side > 0 }
        }
        return false
    }

    /// 1 inside a ring, −1 outside, 0 on its line (Hormann and Agathos, The point in polygon problem, 2001).
    private func side(of pointX: Double, _ pointY: Double, in ring: Int) -> Int {
        var isInside = false
        for vertex in rings[ring].lowerBound..<rings[ring].upperBound - 1 {
            let (ax, ay, bx, by) = (x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
            guard (ay <= pointY || by <= pointY) && (ay >= pointY || by >= pointY) else { continue }
            let cross = (bx - ax) * (pointY - ay) - (pointX - ax) * (by - ay)
            if cross == 0, min(ax, bx) <= pointX, pointX <= max(ax, bx) { return 0 }
            if (ay > pointY) != (by > pointY), (cross > 0) == (by < ay) { isInside.toggle() }
        }
        return isInside ? 1 : -1
    }
}
