import Coverage

/// Some arcs of a coverage on a zoom's lattice, not yet rounded: the vertices that the zoom keeps, and one more
/// wherever a border crosses a line along which tiles are cut.
///
/// With these vertices in place every edge lies on one side of every cutting line, so does its rounded image, and
/// clipping never has to compute an intersection.
struct NodedArcs: Sendable {
    /// The vertices, arc after arc, in steps.
    var across: [Double] = []
    var down: [Double] = []
    /// Arc → first vertex; one longer than there are arcs.
    var starts: [Int32] = [0]
    /// The strips of the last vertex, and whether the open arc has one.
    private var column = 0
    private var row = 0
    private var isOpen = false

    /// Takes a range of arcs to the lattice.
    ///
    /// - Parameter area: Vertices whose threshold is below this go.
    init(
        _ coverage: Coverage, arcs: Range<Int>, x: [Double], y: [Double], thresholds: [Double], area: Double,
        lattice: Lattice
    ) {
        let (x, y, thresholds) = (x.span, y.span, thresholds.span)
        let first = arcs.isEmpty ? 0 : coverage.vertices(ofArc: arcs.lowerBound).lowerBound
        let last = arcs.isEmpty ? 0 : coverage.vertices(ofArc: arcs.upperBound - 1).upperBound
        across.reserveCapacity(last - first)
        down.reserveCapacity(last - first)
        for arc in arcs {
            let vertices = coverage.vertices(ofArc: arc)
            isOpen = false
            for vertex in vertices where thresholds[vertex] >= area {
                add(lattice.across(x[vertex]), lattice.down(y[vertex]))
            }
            if !isOpen {
                add(lattice.across(x[vertices.lowerBound]), lattice.down(y[vertices.lowerBound]))
            } else if thresholds[vertices.lowerBound] < area {
                // A closed arc whose first vertex, and so its last, has gone closes at the first that stays.
                let start = Int(starts[starts.count - 1])
                add(across[start], down[start])
            }
            starts.append(Int32(across.count))
        }
    }

    /// Adds the open arc's next vertex, and before it the places where the edge to it crosses cutting lines.
    @inline(__always) private mutating func add(_ x: Double, _ y: Double) {
        let (nextColumn, nextRow) = (CuttingLines.strip(x), CuttingLines.strip(y))
        if isOpen && (nextColumn != column || nextRow != row) { cut(to: (x, y)) }
        across.append(x)
        down.append(y)
        (column, row, isOpen) = (nextColumn, nextRow, true)
    }

    /// Adds the places where the edge from the last vertex crosses cutting lines, in its direction.
    private mutating func cut(to end: (x: Double, y: Double)) {
        let start = (x: across[across.count - 1], y: down[down.count - 1])
        let (width, height) = (end.x - start.x, end.y - start.y)
        var places: [(share: Double, x: Double, y: Double)] = []
        CuttingLines.between(start.x, end.x) { line in
            let share = (line - start.x) / width
            places.append((share, line, start.y + share * height))
        }
        CuttingLines.between(start.y, end.y) { line in
            let share = (line - start.y) / height
            places.append((share, start.x + share * width, line))
        }
        places.sort { $0.share < $1.share }
        for place in places {
            across.append(place.x)
            down.append(place.y)
        }
    }
}

/// The lines along which tiles are cut, in one direction: tile edges, and the edges of the windows 64 steps beyond.
enum CuttingLines {
    /// The number of the strip between two lines; a place on a line belongs to the strip after it.
    @inline(__always) static func strip(_ place: Double) -> Int {
        let tile = (place * (1 / 4096)).rounded(.down)
        let rest = place - tile * 4096
        return Int(tile) * 3 + (rest < 64 ? 0 : rest < 4032 ? 1 : 2)
    }

    /// Visits the lines strictly between two places.
    static func between(_ one: Double, _ other: Double, _ body: (Double) -> Void) {
        let (low, high) = (min(one, other), max(one, other))
        for strip in CuttingLines.strip(low)...CuttingLines.strip(high) {
            let (tile, part) = (strip >= 0 ? strip / 3 : -((2 - strip) / 3), ((strip % 3) + 3) % 3)
            let line = Double(tile * 4096 + (part == 0 ? 0 : part == 1 ? 64 : 4032))
            if line > low && line < high { body(line) }
        }
    }
}
