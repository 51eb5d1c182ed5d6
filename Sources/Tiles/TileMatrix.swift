/// One level of a tile matrix set: tiles of one size in columns from the left and rows from the top.
public struct TileMatrix: Hashable, Sendable {
    /// The level.
    public let zoom: Int
    /// The side of a 256th of a tile, in the system's unit.
    public let cellSize: Double
    /// How many columns there are.
    public let matrixWidth: Int
    /// How many rows there are.
    public let matrixHeight: Int

    /// The scale at which such a cell is a pixel of 0.28 mm: OGC 17-083r4, section 6.1.1.1.
    ///
    ///     TileMatrixSet.webMercatorQuad.matrices[0].scaleDenominator  // 559082264.0287178
    public var scaleDenominator: Double { cellSize / 0.00028 }

    /// The side of a tile, in the system's unit.
    public var tileSize: Double { cellSize * 256 }
}
