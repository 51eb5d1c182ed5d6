/// A tile's place: its zoom level, its column from the left and its row from the top.
///
///     TileAddress(zoom: 10, column: 531, row: 342)
@frozen public struct TileAddress: Hashable, Sendable, BitwiseCopyable {
    /// The level, 0 for the coarsest.
    public var zoom: Int
    /// The column, 0 at the left.
    public var column: Int
    /// The row, 0 at the top.
    public var row: Int

    /// Creates an address; whether a matrix has it, `TileMatrixSet.contains(_:)` knows.
    @inlinable public init(zoom: Int, column: Int, row: Int) {
        self.zoom = zoom
        self.column = column
        self.row = row
    }
}
