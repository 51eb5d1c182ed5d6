/// A grid over the box of some vertices, with some hundred of them in a cell on average.
struct VertexCells {
    /// How many cells there are.
    let count: Int
    private let columns: Int
    private let minX: Double
    private let minY: Double
    private let scaleX: Double
    private let scaleY: Double

    init(x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>) {
        var (minX, maxX, minY, maxY) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
        for vertex in x.indices {
            minX = x[vertex] < minX ? x[vertex] : minX
            maxX = x[vertex] > maxX ? x[vertex] : maxX
            minY = y[vertex] < minY ? y[vertex] : minY
            maxY = y[vertex] > maxY ? y[vertex] : maxY
        }
        columns = max(1, Int((Double(x.count) / 256).squareRoot()))
        count = columns * columns
        self.minX = minX
        self.minY = minY
        // One column less than there is, for the vertex on the far side. No extent, or none that is finite: one cell.
        let (width, height) = (maxX - minX, maxY - minY)
        scaleX = width > 0 && width.isFinite ? (Double(columns) - 0.5) / width : 0
        scaleY = height > 0 && height.isFinite ? (Double(columns) - 0.5) / height : 0
    }

    /// The cell of a vertex; the first one for a vertex that is nowhere.
    @inline(__always) func cell(_ x: Double, _ y: Double) -> Int {
        let (column, row) = ((x - minX) * scaleX, (y - minY) * scaleY)
        // Written so that NaN fails, too.
        guard column >= 0, row >= 0, column < Double(columns), row < Double(columns) else { return 0 }
        return Int(row) * columns + Int(column)
    }
}
