public import Coverage
public import Planar

/// A coverage at all zooms of a tile matrix set: each zoom filtered and snapped to its lattice when it is first wanted.
///
///     let pyramid = TilePyramid(Simplification(coverage), matrixSet: .webMercatorQuad)
///     let tile = pyramid.tile(at: TileAddress(zoom: 12, column: 2131, row: 1371))
///
/// A zoom is computed once, however many threads ask for it at the same time, and kept until the kept zooms take more
/// than a limit; then those go that have not been used for longest. The work is the processor's, and callers wait for
/// it: ask from a thread pool, not from an event loop.
///
/// Memory: the coordinates (16 bytes a vertex of the arcs) and, for each kept zoom, ``SnappedCoverage/byteCount``: about
/// 8 bytes a vertex of the rings, some 12 MB for 10,000 areas of 140 vertices at a zoom that keeps them all.
public final class TilePyramid: Sendable {
    /// The tile matrix set.
    public let matrixSet: TileMatrixSet
    /// The zooms that can be asked for: those whose lattice numbers all the layer's places in 30 bits. A city has all
    /// zooms of a set, the world those to 17.
    public let zooms: ClosedRange<Int>
    /// The layer's box in the matrix set's system.
    public let box: Box
    /// Vertices whose triangle is smaller than the square of so many lattice steps go; 2 unless told otherwise.
    ///
    /// Snapping moves vertices by up to 0.7 steps, so smaller corners are chance as a rule. A step is an eighth of a
    /// pixel on a screen that shows tiles at 512 pixels.
    public let tolerance: Double

    private let coverage: Coverage
    private let x: [Double]
    private let y: [Double]
    private let thresholds: [Double]
    private let metresPerUnit: Double
    private let threads: Int?
    private let kept: KeptZooms

    /// Creates a pyramid of a coverage whose coordinates are in the matrix set's system.
    public convenience init(
        _ simplification: Simplification, matrixSet: TileMatrixSet, tolerance: Double = 2,
        byteLimit: Int = 256 << 20, threads: Int? = nil
    ) {
        self.init(
            simplification, x: simplification.coverage.x, y: simplification.coverage.y, matrixSet: matrixSet,
            metresPerUnit: 1, tolerance: tolerance, byteLimit: byteLimit, threads: threads)
    }

    /// Creates a pyramid of a coverage that has been ranked in metres, in another system than the matrix set's.
    ///
    /// What is straight in one system bows a little in the other. Borders that run closer than that (4 cm along an edge
    /// of a kilometre) could cross after filtering; a layer with such borders is better ranked in the matrix set's
    /// system.
    ///
    /// - Parameters:
    ///   - x, y: The vertices' coordinates in the matrix set's system, parallel to `simplification.coverage.x`.
    ///   - metresPerUnit: How many of the ranking's units a unit of the matrix set's system is near the layer;
    ///     for Web Mercator `SphericalMercator.groundMetres(latitude:)`.
    ///   - byteLimit: How much the kept zooms may take. The zoom in use is always kept.
    ///   - threads: How many threads snap a zoom; nil for as many as there are processors.
    /// - Precondition: There is a coordinate for each vertex, and all are finite.
    public init(
        _ simplification: Simplification, x: [Double], y: [Double], matrixSet: TileMatrixSet,
        metresPerUnit: Double, tolerance: Double = 2, byteLimit: Int = 256 << 20, threads: Int? = nil
    ) {
        precondition(x.count == simplification.coverage.x.count && x.count == y.count, "a coordinate per vertex")
        coverage = simplification.coverage
        thresholds = simplification.thresholds
        (self.x, self.y, self.matrixSet, self.metresPerUnit) = (x, y, matrixSet, metresPerUnit)
        (self.tolerance, self.threads) = (tolerance, threads)
        var box = Box.empty
        for vertex in x.indices { box.add(x: x[vertex], y: y[vertex]) }
        self.box = box.isEmpty ? Box(minX: 0, minY: 0, maxX: 0, maxY: 0) : box
        let deepest = matrixSet.matrices.last { [box = self.box] matrix in
            Lattice.holds(box, in: matrixSet, zoom: matrix.zoom)
        }
        zooms = 0...(deepest?.zoom ?? 0)
        kept = KeptZooms(count: matrixSet.matrices.count, byteLimit: byteLimit)
    }

    /// How many areas the layer has.
    public var count: Int { coverage.count }

    /// The layer at a zoom, on that zoom's lattice.
    ///
    /// - Precondition: `zooms` has the zoom.
    /// - Complexity: The first time near-linear in the vertices, some 0.3 µs each; then O(1).
    public func snapped(zoom: Int) -> SnappedCoverage {
        precondition(zooms.contains(zoom), "no such zoom")
        return kept.snapped(zoom) {
            let lattice = Lattice(matrixSet: matrixSet, zoom: zoom, box: box)
            let side = lattice.step * metresPerUnit * tolerance
            return SnappedCoverage(
                coverage, x: x, y: y, thresholds: thresholds, area: side * side, lattice: lattice, threads: threads)
        }
    }

    /// The areas of a tile; none outside the layer.
    ///
    /// - Precondition: `zooms` has the tile's zoom.
    public func tile(at address: TileAddress) -> TileGeometry {
        snapped(zoom: address.zoom).tile(column: address.column, row: address.row)
    }

    /// The tiles of a zoom that can hold something, buffers included; nil if there are none.
    public func limits(zoom: Int) -> TileLimits? {
        // Snapping moves the outline by up to a step.
        coverage.count == 0 ? nil : matrixSet.limits(of: box, zoom: zoom, buffer: Lattice.buffer + 1)
    }

    /// The memory of the zooms that are kept at the moment.
    package var byteCount: Int { kept.byteCount }
}
