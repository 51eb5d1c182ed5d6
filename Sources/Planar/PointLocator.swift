/// The areas of a layer, arranged so that the one holding a point is found quickly.
///
/// Build it once per layer; it is immutable and may be read from any thread.
///
///     let locator = PointLocator(areas)
///     locator.locate(x: 13.4, y: 52.5).area  // 4711
///
/// **The rule for borders.** A point belongs to exactly one area. Inside an area it is that one. On a border it is the
/// first area met when one looks from the point to the east and turns left: the rule needs no keys and no order, so
/// a point on the border of two children goes to a child of the parent that it goes to, and a point on the outer
/// border of a town belongs to the town. Where areas overlap, the first one wins and the overlap is told.
/// Everything is decided by exact predicates: neighbours that share vertices leave no crack between them.
///
/// A grid over the box says for each cell which areas reach into it. An area that fills its cell needs no further test;
/// for the others the edges of the area are kept in horizontal stripes, of which one is read per test (the YStripes of
/// tidwall/tg, there per polygon).
///
/// - Complexity: building O(*n* + cells) for *n* vertices; locating O(*k*) for *k* edges in the stripe.
public struct PointLocator: Sendable {
    /// An edge from its lower to its upper end.
    struct Edge: Sendable, BitwiseCopyable {
        var lowX: Double
        var lowY: Double
        var highX: Double
        var highY: Double

        /// The edge from a vertex to the next. The canonical direction gives both neighbours the same rounding.
        @inline(__always) init(from vertex: Int, x: [Double], y: [Double]) {
            let (startX, startY) = (x[vertex], y[vertex])
            let (endX, endY) = (x[vertex + 1], y[vertex + 1])
            let isRising = startY < endY || (startY == endY && startX <= endX)
            lowX = isRising ? startX : endX
            lowY = isRising ? startY : endY
            highX = isRising ? endX : startX
            highY = isRising ? endY : startY
        }
    }

    /// Where an area's stripes lie.
    struct Stripes: Sendable, BitwiseCopyable {
        var minY: Double
        var stripesPerUnit: Double
        var first: Int32
        var count: Int32

        /// The stripe of a northing; rises with it, which is what makes the index exact in floating point.
        @inline(__always) func index(of y: Double) -> Int {
            Int(first) + min(max(Int((y - minY) * stripesPerUnit), 0), Int(count) - 1)
        }
    }

    let grid: LocatorGrid
    var cells: LocatorCells
    let stripes: [Stripes]
    let stripeStarts: [Int32]
    /// Stripe by stripe the first vertices of its edges; the second is the next vertex.
    let edges: [Int32]
    let x: [Double]
    let y: [Double]

    /// How many areas there are.
    public let count: Int

    /// The area that a point belongs to.
    ///
    /// NaN lies outside.
    public func locate(x: Double, y: Double) -> Location {
        guard let cell = grid.cell(x: x, y: y) else { return .outside }
        let head = cells.heads[cell]
        if head >= 0 { return Location(area: head - 1) }
        let list = Int(-head) - 1
        let first = Int(cells.listStarts[list])
        let last = Int(cells.listStarts[list + 1])
        var found: Int32 = -1
        var isInOverlap = false
        for place in first..<last {
            let entry = cells.entries[place]
            let area = entry >> 1
            let side = entry & 1 == 1 ? Side.inside : side(ofArea: Int(area), x: x, y: y)
            switch side {
            case .outside: continue
            case .inside:
                if found < 0 {
                    found = area
                } else {
                    isInOverlap = true
                    if area < found { found = area }
                }
            case .border, .borderWithEastInside:
                return locateOnBorder(x: x, y: y, entries: first..<last)
            }
        }
        return Location(area: found, isInOverlap: isInOverlap)
    }

    /// An edge of a stripe, from its lower to its upper end.
    @inline(__always) func edge(at place: Int) -> Edge { Edge(from: Int(edges[place]), x: x, y: y) }

    /// What a point is to one area.
    enum Side {
        case outside
        case inside
        /// On the border; just east of it (and a hair north) the area is not.
        case border
        /// On the border; just east of it (and a hair north) the area is.
        case borderWithEastInside
    }

    /// Counts the edges that lie to the east of the point at its height, lower ends included, upper ends not.
    @inline(__always) func side(ofArea area: Int, x: Double, y: Double) -> Side {
        let stripe = stripes[area].index(of: y)
        var isOdd = false
        var isOnBorder = false
        for place in Int(stripeStarts[stripe])..<Int(stripeStarts[stripe + 1]) {
            let edge = edge(at: place)
            if y < edge.lowY || y > edge.highY { continue }
            if edge.lowX < x && edge.highX < x { continue }
            if edge.lowX > x && edge.highX > x {
                if y < edge.highY { isOdd.toggle() }
                continue
            }
            if edge.lowY == edge.highY {
                // Level with the point, and its ends are not both on one side.
                isOnBorder = true
                continue
            }
            let side = Orientation.side(
                ax: edge.lowX, ay: edge.lowY, bx: edge.highX, by: edge.highY, px: x, py: y)
            if side == 0 {
                isOnBorder = true
            } else if side > 0 && y < edge.highY {
                isOdd.toggle()
            }
        }
        if isOnBorder { return isOdd ? .borderWithEastInside : .border }
        return isOdd ? .inside : .outside
    }
}
