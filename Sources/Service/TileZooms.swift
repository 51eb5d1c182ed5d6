import Tiles

/// Which levels of a matrix set are served. Closer ones show nothing more: a 4096th of a tile of level 16 is 15 cm.
enum TileZooms {
    /// The closest level of a set.
    static func last(of set: TileMatrixSet) -> Int { min(16, set.matrices.count - 1) }
}
