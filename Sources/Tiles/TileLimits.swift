public import Planar

/// The columns and rows of one level in which a layer has anything: `tileMatrixSetLimits` of OGC 17-083r4.
public struct TileLimits: Hashable, Sendable {
    /// The level.
    public let zoom: Int
    /// The columns, both ends included.
    public let columns: ClosedRange<Int>
    /// The rows, both ends included.
    public let rows: ClosedRange<Int>

    /// How many tiles that is.
    public var count: Int { columns.count * rows.count }

    /// Whether a tile of this level is one of them.
    public func contains(_ address: TileAddress) -> Bool {
        address.zoom == zoom && columns.contains(address.column) && rows.contains(address.row)
    }

    /// All tiles, row by row.
    public var addresses: [TileAddress] {
        rows.flatMap { row in columns.map { TileAddress(zoom: zoom, column: $0, row: row) } }
    }
}

extension TileMatrixSet {
    /// The tiles whose window, the tile and a buffer around it, shares a point with a box; nil if there are none.
    ///
    ///     set.limits(of: layer.box, zoom: 12)?.count
    ///
    /// - Parameter buffer: The buffer in 4096ths of a tile; 0 gives the tiles themselves.
    public func limits(of box: Box, zoom: Int, buffer: Int = 0) -> TileLimits? {
        guard matrices.indices.contains(zoom), !box.isEmpty else { return nil }
        let matrix = matrices[zoom]
        let margin = Double(buffer) / 4096
        let size = matrix.tileSize
        func range(_ low: Double, _ high: Double, _ count: Int) -> ClosedRange<Int>? {
            let (first, last) = ((low - margin).rounded(.down), (high + margin).rounded(.down))
            guard first < Double(count), last >= 0 else { return nil }
            return Int(max(first, 0))...Int(min(last, Double(count - 1)))
        }
        let columns = range((box.minX - originX) / size, (box.maxX - originX) / size, matrix.matrixWidth)
        let rows = range((originY - box.maxY) / size, (originY - box.minY) / size, matrix.matrixHeight)
        guard let columns, let rows else { return nil }
        return TileLimits(zoom: zoom, columns: columns, rows: rows)
    }
}
