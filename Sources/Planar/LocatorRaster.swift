/// Finds the cells of a grid that an area reaches into, area by area.
///
/// A cell is a border cell of an area when an edge may pass through it: marking errs on the safe side, so that between
/// border cells of one row nothing changes, and one test decides a whole run of cells.
struct LocatorRaster {
    let grid: LocatorGrid
    /// The cells, in the order in which they were found.
    private(set) var cells: [Int32] = []
    /// For each of them area · 2, plus 1 where the area fills the cell.
    private(set) var entries: [Int32] = []
    /// Marks of the present area's window.
    private var marks: [Bool] = []

    init(grid: LocatorGrid) { self.grid = grid }

    mutating func add(area: Int, box: Box, edgesOf areas: Areas, locator: PointLocator) {
        guard !box.isEmpty else { return }
        let columns = grid.column(of: box.minX)...grid.column(of: box.maxX)
        let rows = grid.row(of: box.minY)...grid.row(of: box.maxY)
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement(false, count: columns.count * rows.count))
        for ring in areas.rings(of: area) {
            let vertices = areas.vertices(ofRing: ring)
            var column = grid.column(of: areas.x[vertices.lowerBound])
            var row = grid.row(of: areas.y[vertices.lowerBound])
            for vertex in vertices.dropFirst() {
                let nextColumn = grid.column(of: areas.x[vertex])
                let nextRow = grid.row(of: areas.y[vertex])
                if nextColumn == column && nextRow == row {
                    marks[(row - rows.lowerBound) * columns.count + column - columns.lowerBound] = true
                } else {
                    mark(
                        PointLocator.Edge(from: vertex - 1, x: areas.x, y: areas.y),
                        across: min(column, nextColumn)...max(column, nextColumn), columns: columns, rows: rows)
                }
                (column, row) = (nextColumn, nextRow)
            }
        }
        for row in rows {
            var isInside: Bool?
            for column in columns {
                let isBorder = marks[(row - rows.lowerBound) * columns.count + column - columns.lowerBound]
                if isBorder {
                    append(column: column, row: row, entry: Int32(area) << 1)
                    isInside = nil
                    continue
                }
                let fills: Bool
                if let known = isInside {
                    fills = known
                } else {
                    let middle = grid.middle(column: column, row: row)
                    fills = locator.side(ofArea: area, x: middle.x, y: middle.y) == .inside
                    isInside = fills
                }
                if fills { append(column: column, row: row, entry: Int32(area) << 1 | 1) }
            }
        }
    }

    private mutating func append(column: Int, row: Int, entry: Int32) {
        cells.append(Int32(row * grid.columns + column))
        entries.append(entry)
    }

    private mutating func mark(
        _ edge: PointLocator.Edge, across: ClosedRange<Int>, columns: ClosedRange<Int>, rows: ClosedRange<Int>
    ) {
        let (first, last) = (across.lowerBound, across.upperBound)
        let lowRow = grid.row(of: edge.lowY)
        let highRow = grid.row(of: edge.highY)
        let isShort = first == last || lowRow == highRow || (last - first + 1) * (highRow - lowRow + 1) <= 16
        for row in lowRow...highRow {
            var range = first...last
            if !isShort {
                // The edge's stretch within this row, one cell wider on both sides than rounding could need.
                let span = grid.span(ofRow: row)
                let slope = (edge.highX - edge.lowX) / (edge.highY - edge.lowY)
                let one = edge.lowX + (max(span.lowerBound, edge.lowY) - edge.lowY) * slope
                let other = edge.lowX + (min(span.upperBound, edge.highY) - edge.lowY) * slope
                let from = max(first, grid.column(of: min(one, other)) - 1)
                let to = min(last, grid.column(of: max(one, other)) + 1)
                if from <= to { range = from...to }
            }
            let offset = (row - rows.lowerBound) * columns.count - columns.lowerBound
            for column in range { marks[offset + column] = true }
        }
    }
}
