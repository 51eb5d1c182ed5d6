/// Lines that keep neighbours apart, such as a river or a railway, and gates in them, such as bridges.
///
///     var river = Polylines()
///     river.add(x: [0, 1000], y: [0, 0])
///     var bridge = Polylines()
///     bridge.add(x: [900], y: [0])
///     let barriers = Barriers(river, gates: bridge, gateWidth: 150)
///     barriers.cuts(from: (500, -10), to: (500, 10))  // true
///     barriers.cuts(from: (800, -10), to: (800, 10))  // false: the crossing is 100 m from the bridge
///
/// Two rules are offered. Between points (addresses, centroids) the straight line decides: ``cuts(from:to:)``. Where two
/// areas share a border, the border decides: ``blocks(x:y:within:)`` says of a place whether one can pass there, and
/// `BarrierContiguity` in Weights goes along the border with it. A line between the centroids of crooked areas may well
/// cross a river that is nowhere near their common border; that is why contiguity is not cut by it.
///
/// `gateWidth` is how far from a gate a crossing may lie: the detour along the barrier that one still calls next door.
/// All coordinates and the width are in metres of one plane.
public struct Barriers: Sendable {
    private let lines: BarrierGrid
    private let gates: BarrierGrid
    private let gateWidth: Double

    /// Creates barriers.
    ///
    /// - Parameters:
    ///   - lines: The barriers; a line of one vertex keeps nobody apart.
    ///   - gates: Places where the barriers can be passed, as points (lines of one vertex) or lines.
    ///   - gateWidth: How far from a gate a crossing may lie, that distance included.
    /// - Precondition: Coordinates are finite, and the width is not negative.
    /// - Complexity: O(*n*) for *n* vertices of lines not much longer than the box around all is wide.
    public init(_ lines: Polylines, gates: Polylines = Polylines(), gateWidth: Double = 0) {
        precondition(gateWidth >= 0, "a width is not negative")
        self.lines = BarrierGrid(lines.pieces)
        self.gates = BarrierGrid(gates.pieces)
        self.gateWidth = gateWidth
    }

    /// Whether a barrier without a gate near the crossing lies between two points.
    ///
    /// That is so when a point strictly between the two lies on a barrier, farther than the gates' width from each gate;
    /// of several crossings one is enough. An end that lies on a barrier itself is on both of its sides. The straight
    /// line decides, also where it cuts off a bend of the river. Where it runs along in a barrier, the middle of the
    /// common stretch has to be near a gate. Which lines cross is decided exactly; the distance to the gate is rounded.
    ///
    /// - Returns: The same with the ends exchanged; `false` where a coordinate is NaN.
    /// - Complexity: O(*c*) for the pieces of barriers in the grid cells along the line.
    public func cuts(from one: (x: Double, y: Double), to other: (x: Double, y: Double)) -> Bool {
        // One direction, so that rounding of the crossing is the same for both.
        let isForward = one.x < other.x || (one.x == other.x && one.y <= other.y)
        let (a, b) = isForward ? (one, other) : (other, one)
        return lines.contains(along: BarrierPiece(ax: a.x, ay: a.y, bx: b.x, by: b.y)) { piece in
            guard let crossing = piece.crossing(from: a, to: b) else { return false }
            return !hasGate(x: crossing.x, y: crossing.y)
        }
    }

    /// Whether a place lies at a barrier, at most `tolerance` away, and no gate is near.
    ///
    /// - Complexity: O(*c*) for the pieces of barriers in the grid cells around.
    public func blocks(x: Double, y: Double, within tolerance: Double) -> Bool {
        lines.hasPiece(within: tolerance, ofX: x, y: y) && !hasGate(x: x, y: y)
    }

    /// Whether a gate is at most the gates' width away.
    public func hasGate(x: Double, y: Double) -> Bool { gates.hasPiece(within: gateWidth, ofX: x, y: y) }

    /// Whether a barrier may lie between two points of a box.
    ///
    /// - Returns: `false` only where ``cuts(from:to:)`` is false for any two points in the box.
    /// - Complexity: O(*c*) for the pieces of barriers in at most 256 grid cells around.
    public func mayCut(within box: Box) -> Bool { lines.mayMeet(box) }

    /// Whether there is no line at all.
    public var isEmpty: Bool { lines.isEmpty }
}
