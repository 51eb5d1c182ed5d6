import Planar

/// The vertices that stand at one moment, sorted into the cells of a uniform grid, row by row.
///
/// The cells of one row that a box covers are neighbours in memory, so a search reads one run of vertices per row.
struct VertexGrid: Sendable {
    /// A vertex with its place.
    struct Entry: Sendable, BitwiseCopyable {
        var x: Double
        var y: Double
        /// Its number; negative for a node, which stands for ever.
        var vertex: Int32
    }

    /// The vertices, cell by cell, in the order in which they were given.
    let entries: [Entry]
    /// Cell → first entry; one longer than there are cells.
    private let starts: [Int32]
    private let cells: GridCells

    /// Sorts vertices into about half as many cells.
    ///
    /// - Complexity: O(*n*).
    init(_ vertices: [Entry], in box: Box) {
        let cells = GridCells(box, about: max(vertices.count / 2, 1))
        var starts = [Int32](repeating: 0, count: cells.count + 1)
        for entry in vertices { starts[cells.cell(entry.x, entry.y) + 1] += 1 }
        for cell in 0..<cells.count { starts[cell + 1] += starts[cell] }
        var next = starts
        entries = [Entry](unsafeUninitializedCapacity: vertices.count) { buffer, count in
            for entry in vertices {
                let cell = cells.cell(entry.x, entry.y)
                buffer.initializeElement(at: Int(next[cell]), to: entry)
                next[cell] += 1
            }
            count = vertices.count
        }
        self.starts = starts
        self.cells = cells
    }

    /// The entries for which a condition holds, in their order.
    func entries(where isKept: (Entry) -> Bool) -> [Entry] {
        [Entry](unsafeUninitializedCapacity: entries.count) { buffer, count in
            for entry in entries where isKept(entry) {
                buffer.initializeElement(at: count, to: entry)
                count += 1
            }
        }
    }

    /// Whether a condition holds for no vertex in a box, its sides included.
    @inline(__always) func holdsNone(in search: Box, where condition: (Entry) -> Bool) -> Bool {
        let (entries, starts) = (entries.span, starts.span)
        let columns = cells.column(search.minX)...cells.column(search.maxX)
        for row in cells.row(search.minY)...cells.row(search.maxY) {
            let begin = Int(starts[row * cells.columns + columns.lowerBound])
            let end = Int(starts[row * cells.columns + columns.upperBound + 1])
            for index in begin..<end {
                let entry = entries[index]
                if search.contains(x: entry.x, y: entry.y), condition(entry) { return false }
            }
        }
        return true
    }
}

/// Square cells over a box.
struct GridCells: Sendable {
    let columns: Int
    let rows: Int
    private let box: Box
    private let cellsPerUnit: Double

    /// About so many cells, however long and narrow the box: at most twice as many and some.
    init(_ box: Box, about count: Int) {
        self.box = box
        let (width, height) = (box.width, box.height)
        let side = max((width * height / Double(count)).squareRoot(), max(width, height) / Double(count))
        cellsPerUnit = side > 0 && side.isFinite ? 1 / side : 0
        columns = GridCells.index(width * cellsPerUnit, below: count) + 1
        rows = GridCells.index(height * cellsPerUnit, below: count) + 1
    }

    var count: Int { columns * rows }

    @inline(__always) func cell(_ x: Double, _ y: Double) -> Int { row(y) * columns + column(x) }

    @inline(__always) func column(_ x: Double) -> Int {
        GridCells.index((x - box.minX) * cellsPerUnit, below: columns)
    }

    @inline(__always) func row(_ y: Double) -> Int { GridCells.index((y - box.minY) * cellsPerUnit, below: rows) }

    /// The whole number below; what is not finite falls into the first or last cell.
    @inline(__always) private static func index(_ value: Double, below limit: Int) -> Int {
        value >= 0 ? (value < Double(limit) ? Int(value) : limit - 1) : 0
    }
}
