internal import CGEOS
public import Diagnostics
public import Planar

/// The areas that hold a point according to GEOS: the oracle of tests and benchmarks, not for serving.
///
/// It asks an STR tree for the areas whose boxes hold the point and then their prepared polygons, each prepared when
/// it is first asked. One context, one thread: a prepared geometry fills its index on first use without a lock, which
/// crashed eight threads three times out of three. For anything but a check use Planar's own locator.
///
///     let oracle = try ContainmentOracle(areas)
///     let answer = oracle.containing(x: xs, y: ys)
///     answer.interior(of: 0)
public struct ContainmentOracle: ~Copyable {
    private let context: GEOSContext
    private let tree: OpaquePointer
    private let state: State

    /// The polygons and what has been prepared of them, and the answer of the query under way.
    private final class State {
        var polygons: [OpaquePointer?] = []
        var prepared: [OpaquePointer?] = []
        var candidates: [Int32] = []
    }

    /// Builds the tree over the areas' boxes.
    ///
    /// - Throws: ``InputError`` of code `.invalidGeometry` when GEOS refuses a ring.
    public init(_ areas: Areas) throws(InputError) {
        let context = try GEOSContext()
        let state = State()
        guard let tree = GEOSSTRtree_create_r(context.handle, 10) else {
            throw InputError(.invalidGeometry, "GEOS made no tree", remedy: "free some memory")
        }
        for area in 0..<areas.count {
            guard let polygon = context.multipolygon(of: CollectionOfOne(area), in: areas) else {
                let error = context.failure("be read", area: area)
                GEOSSTRtree_destroy_r(context.handle, tree)
                for polygon in state.polygons { context.destroy(polygon) }
                throw error
            }
            state.polygons.append(polygon)
            // Items are area + 1: a null item would be none.
            GEOSSTRtree_insert_r(context.handle, tree, polygon, UnsafeMutableRawPointer(bitPattern: area + 1))
        }
        state.prepared = [OpaquePointer?](repeating: nil, count: areas.count)
        self.context = context
        self.tree = tree
        self.state = state
    }

    deinit {
        GEOSSTRtree_destroy_r(context.handle, tree)
        for prepared in state.prepared {
            if let prepared { GEOSPreparedGeom_destroy_r(context.handle, prepared) }
        }
        for polygon in state.polygons { context.destroy(polygon) }
    }

    /// The areas that hold each point, in their interior or on their border.
    ///
    /// - Precondition: `x` and `y` are of one length.
    /// - Complexity: about 1 µs a point.
    public borrowing func containing(x: [Double], y: [Double]) -> Containment {
        precondition(x.count == y.count, "x and y differ in length")
        let handle = context.handle
        let receiver = Unmanaged.passUnretained(state).toOpaque()
        var answer = Containment()
        answer.interiorStarts.reserveCapacity(x.count + 1)
        answer.touchingStarts.reserveCapacity(x.count + 1)
        for index in x.indices {
            defer { answer.closePoint() }
            guard let point = GEOSGeom_createPointFromXY_r(handle, x[index], y[index]) else { continue }
            defer { GEOSGeom_destroy_r(handle, point) }
            state.candidates.removeAll(keepingCapacity: true)
            GEOSSTRtree_query_r(
                handle, tree, point,
                { item, receiver in
                    guard let receiver else { return }
                    let state = Unmanaged<State>.fromOpaque(receiver).takeUnretainedValue()
                    state.candidates.append(Int32(Int(bitPattern: item) - 1))
                }, receiver)
            if state.candidates.count > 1 { state.candidates.sort() }
            for area in state.candidates {
                guard let prepared = preparation(of: Int(area)) else { continue }
                guard GEOSPreparedIntersects_r(handle, prepared, point) == 1 else { continue }
                if GEOSPreparedContains_r(handle, prepared, point) == 1 {
                    answer.interiorAreas.append(area)
                } else {
                    answer.touchingAreas.append(area)
                }
            }
        }
        return answer
    }

    private borrowing func preparation(of area: Int) -> OpaquePointer? {
        if let prepared = state.prepared[area] { return prepared }
        let prepared = GEOSPrepare_r(context.handle, state.polygons[area])
        state.prepared[area] = prepared
        return prepared
    }
}

extension Overlay {
    /// The areas that hold each point according to GEOS, in one call; see ``ContainmentOracle`` for many batches.
    public static func containing(_ areas: Areas, x: [Double], y: [Double]) throws(InputError) -> Containment {
        try ContainmentOracle(areas).containing(x: x, y: y)
    }
}
