public import Diagnostics
public import Planar

/// All faults of a set of areas, and the areas with their invalid rings mended.
///
///     let faults = try CoverageFaults(areas, threads: 2)
///     faults.faults.map(\.kind)   // [.overlap]
///     faults.areas                // the input; invalid areas repaired by structure
///
/// What counts, all of it on exact coordinates:
///
/// - An invalid ring is an area that is no valid polygon by the OGC's rules, as GEOS reads them. The other kinds are
///   sought in the areas as repaired by structure, repeated vertices in the input.
/// - An overlap is the ground that two areas share, one fault for each pair, if it has `smallest` m² or more. Areas of
///   the same shape are a duplicate instead.
/// - A gap is a connected piece of ground that areas enclose and none covers, if it has `smallest` m² or more: a hole
///   of the union of all areas, less what stands in it, and also ground between areas that meet only at points. One
///   area alone may enclose it. A notch that is open to the outside is none. Where borders nearly coincide a thread
///   between them falls into as many gaps as it has pieces, most of them below `smallest`.
/// - An unmatched vertex is one of an area's that lies on another's border, to a micrometre, where that area has none;
///   or one on the rim of ground below `smallest` that two areas share or enclose. Those on the rim of an overlap or
///   gap that counts are explained by it and not reported.
public struct CoverageFaults: Sendable {
    /// The faults, in the order of kind, areas, place.
    public let faults: [CoverageFault]
    /// The areas as the overlaps and gaps were sought in them: invalid ones repaired by structure.
    public let areas: Areas

    /// Looks for faults.
    ///
    /// Valid areas whose borders match all over are recognised without an overlay: each edge is paired with its
    /// neighbour's, and what is left must be an outer border and lakes that touch nowhere. Only else are areas united
    /// and intersected, by GEOS, and only those along the unmatched edges.
    ///
    /// - Parameters:
    ///   - areas: Areas in metres.
    ///   - smallest: Overlaps and gaps below this many m² are rounding, not faults.
    ///   - threads: How many threads may work; the result does not depend on it.
    /// - Throws: ``InputError`` when a coordinate is not finite or GEOS gives up on an area.
    /// - Complexity: O(*n* log *n*) in the vertices, O(*n*) where all edges match; and 0.1 ms for each overlap.
    public init(_ areas: Areas, smallest: Double = 1e-6, threads: Int = 1) throws(InputError) {
        let invalid = try InvalidAreas(areas, threads: threads)
        var faults = CoverageFault.repeatedVertices(areas, threads: threads) + invalid.faults
        faults += try CoverageFault.misfits(invalid.repaired, smallest: smallest, threads: threads)
        self.areas = invalid.repaired
        self.faults = faults.sorted { $0.precedes($1) }
    }
}

extension CoverageFault {
    /// The faults between valid areas.
    fileprivate static func misfits(
        _ areas: Areas, smallest: Double, threads: Int
    ) throws(InputError) -> [CoverageFault] {
        let matching = EdgeMatching(areas, threads: threads)
        let border = UnmatchedBorder(areas, matching)
        guard !border.segments.isEmpty else { return [] }
        let edges = PackedBoxes(border.segments.map(\.sides), sorted: true)
        if let holes = border.cleanHoles() {
            let gaps = gaps(holes, border: border, edges: edges, smallest: smallest, threads: threads)
            return gaps
                + lacking(areas, border: border, edges: edges, explained: gaps, rounding: [], smallest: smallest)
        }
        let boxes = PackedBoxes((0..<areas.count).map { PackedBoxes.sides(areas.box(of: $0)) }, sorted: true)
        let duplicates = duplicates(areas, groundLeft: matching.groundLeft)
        var search = OverlapSearch(areas, boxes: boxes, threads: threads)
        let shared = try search.run(along: border)
        let overlaps = overlaps(shared, except: duplicates, smallest: smallest, threads: threads)
        let holes = try GapSearch.holes(areas, boxes: boxes, border: border)
        let gaps = gaps(holes, border: border, edges: edges, smallest: smallest, threads: threads)
        let faults = duplicates + overlaps + gaps
        let rounding =
            shared.filter { $0.ground.area(of: 0) < smallest }
            .map { UnmatchedVertexSearch.Rounding(areas: [$0.one, $0.other], ground: $0.ground) }
            + pinholes(holes, border: border, edges: edges, smallest: smallest)
        return faults
            + lacking(
                areas, border: border, edges: edges, explained: faults, rounding: rounding, smallest: smallest)
    }

    private static func lacking(
        _ areas: Areas, border: UnmatchedBorder, edges: PackedBoxes, explained: [CoverageFault],
        rounding: [UnmatchedVertexSearch.Rounding], smallest: Double
    ) -> [CoverageFault] {
        UnmatchedVertexSearch(
            areas: areas, border: border, edges: edges, explained: explained, rounding: rounding, smallest: smallest
        ).run()
    }

    /// The holes that are too small to count.
    private static func pinholes(
        _ holes: Areas, border: UnmatchedBorder, edges: PackedBoxes, smallest: Double
    ) -> [UnmatchedVertexSearch.Rounding] {
        (0..<holes.count).filter { holes.area(of: $0) < smallest }.map { hole in
            var builder = Areas.Builder()
            builder.addArea(hole, of: holes)
            return UnmatchedVertexSearch.Rounding(
                areas: GapSearch.areas(around: hole, of: holes, border: border, edges: edges),
                ground: builder.finish())
        }
    }

    private static func duplicates(_ areas: Areas, groundLeft: [Bool]) -> [CoverageFault] {
        DuplicateSearch.pairs(areas, groundLeft: groundLeft).map { one, other in
            var builder = Areas.Builder()
            builder.addArea(one, of: areas)
            return CoverageFault(kind: .duplicateGeometry, areas: [one, other], ground: builder.finish())
        }
    }

    private static func overlaps(
        _ shared: [OverlapSearch.Shared], except duplicates: [CoverageFault], smallest: Double, threads: Int
    ) -> [CoverageFault] {
        let named = Set(duplicates.map(\.areas))
        let counted = shared.filter { $0.ground.area(of: 0) >= smallest && !named.contains([$0.one, $0.other]) }
        return parallelMap(counted.count, threads: threads) { place in
            CoverageFault(
                kind: .overlap, areas: [counted[place].one, counted[place].other], ground: counted[place].ground)
        }
    }

    private static func gaps(
        _ holes: Areas, border: UnmatchedBorder, edges: PackedBoxes, smallest: Double, threads: Int
    ) -> [CoverageFault] {
        let counted = (0..<holes.count).filter { holes.area(of: $0) >= smallest }
        return parallelMap(counted.count, threads: threads) { place in
            var builder = Areas.Builder()
            builder.addArea(counted[place], of: holes)
            let around = GapSearch.areas(around: counted[place], of: holes, border: border, edges: edges)
            return CoverageFault(kind: .gap, areas: around, ground: builder.finish())
        }
    }

    /// A fault whose measure is its ground and whose place is the ground's widest.
    private init(kind: Kind, areas: [Int], ground: Areas) {
        let circle = InscribedCircle(ground) ?? InscribedCircle(x: ground.x[0], y: ground.y[0], radius: 0)
        self.init(
            kind: kind, areas: areas, measure: ground.area(of: 0), width: 2 * circle.radius, x: circle.x, y: circle.y,
            ground: ground)
    }

    /// The order of kind, areas, place.
    fileprivate func precedes(_ other: CoverageFault) -> Bool {
        if kind != other.kind { return kind.rank < other.kind.rank }
        if areas != other.areas { return areas.lexicographicallyPrecedes(other.areas) }
        return (x, y) < (other.x, other.y)
    }
}

extension CoverageFault.Kind {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
