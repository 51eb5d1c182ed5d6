import Planar

/// The one lattice of a zoom level: 4096 steps to a tile's side, counted from a tile's corner near the layer.
///
/// The corner is that of tile (`column`, `row`), so that a layer's numbers stay small and exact in 32 bits at any zoom:
/// the lattice point (0, 0) is the upper left corner of this tile.
public struct Lattice: Hashable, Sendable {
    /// Steps to a tile's side.
    public static let extent = 4096
    /// How far a tile's window reaches beyond the tile, in steps.
    public static let buffer = 64

    /// The set whose tiles these are.
    public let matrixSet: TileMatrixSet
    /// The level.
    public let zoom: Int
    /// The column of the first tile.
    public let column: Int
    /// The row of the first tile.
    public let row: Int
    /// The distance of two lattice points, in the system's unit.
    public let step: Double

    /// The lattice whose first tile holds the upper left corner of a box.
    init(matrixSet: TileMatrixSet, zoom: Int, box: Box) {
        self.matrixSet = matrixSet
        self.zoom = zoom
        let size = matrixSet.matrices[zoom].tileSize
        step = size / Double(Lattice.extent)
        column = Int(((box.minX - matrixSet.originX) / size).rounded(.down))
        row = Int(((matrixSet.originY - box.maxY) / size).rounded(.down))
    }

    /// Whether a box's numbers stay so small that triangles are exact.
    static func holds(_ box: Box, in matrixSet: TileMatrixSet, zoom: Int) -> Bool {
        let step = matrixSet.matrices[zoom].tileSize / Double(extent)
        return max(box.width, box.height) / step < 0x1p30 - 3 * Double(extent)
    }

    /// An easting in steps, not rounded.
    @inline(__always) func across(_ x: Double) -> Double {
        (x - matrixSet.originX) / step - Double(column * Lattice.extent)
    }

    /// A northing in steps downwards, not rounded.
    @inline(__always) func down(_ y: Double) -> Double {
        (matrixSet.originY - y) / step - Double(row * Lattice.extent)
    }

    /// The easting of a lattice point.
    public func x(of point: LatticePoint) -> Double {
        matrixSet.originX + Double(column * Lattice.extent + Int(point.x)) * step
    }

    /// The northing of a lattice point.
    public func y(of point: LatticePoint) -> Double {
        matrixSet.originY - Double(row * Lattice.extent + Int(point.y)) * step
    }

    /// The upper left corner of a tile; nil where it is too far from the layer to have a number.
    func corner(of address: TileAddress) -> LatticePoint? {
        let (left, top) = ((address.column - column) * Lattice.extent, (address.row - row) * Lattice.extent)
        let limit = 1 << 30
        guard left.magnitude < limit, top.magnitude < limit else { return nil }
        return LatticePoint(x: Int32(left), y: Int32(top))
    }
}
