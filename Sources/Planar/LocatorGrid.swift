/// A grid of equal cells over a box, whose cell numbers rise with x and y.
struct LocatorGrid: Sendable {
    let box: Box
    let columns: Int
    let rows: Int
    private let columnsPerUnit: Double
    private let rowsPerUnit: Double

    /// A grid of about `cells` nearly square cells.
    init(over box: Box, cells: Int) {
        self.box = box
        guard !box.isEmpty, box.width > 0 || box.height > 0 else {
            columns = 1
            rows = 1
            columnsPerUnit = 0
            rowsPerUnit = 0
            return
        }
        let side = max((box.width * box.height / Double(cells)).squareRoot(), max(box.width, box.height) / 20_000)
        columns = max(1, Int((box.width / side).rounded(.up)))
        rows = max(1, Int((box.height / side).rounded(.up)))
        columnsPerUnit = box.width > 0 ? Double(columns) / box.width : 0
        rowsPerUnit = box.height > 0 ? Double(rows) / box.height : 0
    }

    var cellCount: Int { columns * rows }

    @inline(__always) func column(of x: Double) -> Int {
        min(max(Int((x - box.minX) * columnsPerUnit), 0), columns - 1)
    }

    @inline(__always) func row(of y: Double) -> Int {
        min(max(Int((y - box.minY) * rowsPerUnit), 0), rows - 1)
    }

    /// The cell of a point, or `nil` outside the box.
    @inline(__always) func cell(x: Double, y: Double) -> Int? {
        guard box.contains(x: x, y: y) else { return nil }
        return row(of: y) * columns + column(of: x)
    }

    /// The middle of a cell.
    func middle(column: Int, row: Int) -> (x: Double, y: Double) {
        (
            columnsPerUnit > 0 ? box.minX + (Double(column) + 0.5) / columnsPerUnit : box.minX,
            rowsPerUnit > 0 ? box.minY + (Double(row) + 0.5) / rowsPerUnit : box.minY
        )
    }

    /// The northings between which a row lies.
    func span(ofRow row: Int) -> ClosedRange<Double> {
        guard rowsPerUnit > 0 else { return box.minY...box.maxY }
        let low = box.minY + Double(row) / rowsPerUnit
        return low...max(low, box.minY + Double(row + 1) / rowsPerUnit)
    }
}
