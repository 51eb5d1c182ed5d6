/// Lines in flat arrays: the vertices of line `i` are `starts[i] ..< starts[i + 1]`. A line of one vertex is a point.
///
///     var river = Polylines()
///     river.add(x: [0, 50, 100], y: [10, 12, 10])
///     river.length(of: 0)  // 100.079…
///
/// Nothing here knows a reference system: x is always easting or longitude, y northing or latitude.
public struct Polylines: Sendable, Equatable {
    /// The vertices' eastings or longitudes.
    public private(set) var x: [Double]
    /// The vertices' northings or latitudes.
    public private(set) var y: [Double]
    /// Line → first vertex; one longer than there are lines.
    public private(set) var starts: [Int]

    /// No lines.
    public init() {
        x = []
        y = []
        starts = [0]
    }

    /// Creates lines from their arrays.
    ///
    /// - Precondition: `starts` rises from 0 to the length of `x` and `y`.
    public init(x: [Double], y: [Double], starts: [Int]) {
        precondition(x.count == y.count, "x and y differ in length")
        precondition(starts.first == 0 && starts[starts.count - 1] == x.count, "line offsets")
        self.x = x
        self.y = y
        self.starts = starts
    }

    /// How many lines there are.
    public var count: Int { starts.count - 1 }

    /// The vertices of a line.
    public func vertices(of line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }

    /// Adds a line; one without vertices leaves no trace.
    ///
    /// - Precondition: `x` and `y` are of one length.
    public mutating func add(x: some Collection<Double>, y: some Collection<Double>) {
        precondition(x.count == y.count, "x and y differ in length")
        guard !x.isEmpty else { return }
        self.x += x
        self.y += y
        starts.append(self.x.count)
    }

    /// The length of a line, in the coordinates' unit.
    public func length(of line: Int) -> Double {
        vertices(of: line).dropFirst().reduce(0) { sum, vertex in
            let (width, height) = (x[vertex] - x[vertex - 1], y[vertex] - y[vertex - 1])
            return sum + (width * width + height * height).squareRoot()
        }
    }

    /// The straight pieces of all lines; a line of one vertex is one piece from that vertex to itself.
    var pieces: [BarrierPiece] {
        (0..<count).flatMap { line in
            let vertices = vertices(of: line)
            if vertices.count == 1 {
                let (x, y) = (x[vertices.lowerBound], y[vertices.lowerBound])
                return [BarrierPiece(ax: x, ay: y, bx: x, by: y)]
            }
            return vertices.dropFirst().map { vertex in
                BarrierPiece(ax: x[vertex - 1], ay: y[vertex - 1], bx: x[vertex], by: y[vertex])
            }
        }
    }
}
