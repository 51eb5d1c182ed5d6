public import Planar

/// Tiles of a reference system at all levels, each level halving the tiles of the one above.
///
///     let set = TileMatrixSet.webMercatorQuad
///     set.box(of: TileAddress(zoom: 0, column: 0, row: 0)).width  // 40075016.685578488
///
/// The terms are those of OGC 17-083r4, Two Dimensional Tile Matrix Set and Tile Set Metadata. x is always easting,
/// y northing, and the corner of origin is the top left one.
public struct TileMatrixSet: Hashable, Sendable {
    /// The name in paths: `WebMercatorQuad`.
    public let id: String
    /// The name for people.
    public let title: String
    /// The registered definition; nil where there is none.
    public let uri: String?
    /// The reference system.
    public let crs: String
    /// The reference system's EPSG code.
    public let epsg: Int
    /// The axes in the order of the coordinates.
    public let orderedAxes: [String]
    /// The registered set of scales; nil where there is none.
    public let wellKnownScaleSet: String?
    /// The easting of the top left corner.
    public let originX: Double
    /// The northing of the top left corner.
    public let originY: Double
    /// The levels, coarsest first.
    public let matrices: [TileMatrix]

    /// The world in Mercator's projection on a sphere, as web maps have it: EPSG:3857, levels 0 to 24.
    public static let webMercatorQuad = TileMatrixSet(
        id: "WebMercatorQuad", title: "Google Maps Compatible for the World",
        uri: "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad", epsg: 3857, orderedAxes: ["X", "Y"],
        wellKnownScaleSet: "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        originX: -SphericalMercator.halfWidth, originY: SphericalMercator.halfWidth,
        topCellSize: SphericalMercator.halfWidth / 128, levels: 25)

    /// Germany in ETRS89 / UTM zone 32N as the surveying authorities (AdV) cut it: EPSG:25832, levels 0 to 14.
    public static let adv25832 = TileMatrixSet(
        id: "AdV_25832", title: "Kachelschema der AdV für Deutschland (ETRS89 / UTM 32N)", uri: nil, epsg: 25832,
        orderedAxes: ["E", "N"], wellKnownScaleSet: nil, originX: -46133.17, originY: 6_301_219.54,
        topCellSize: 4891.96981025127, levels: 15)

    /// The sets that Kleinraum serves.
    public static let all = [webMercatorQuad, adv25832]

    private init(
        id: String, title: String, uri: String?, epsg: Int, orderedAxes: [String], wellKnownScaleSet: String?,
        originX: Double, originY: Double, topCellSize: Double, levels: Int
    ) {
        self.id = id
        self.title = title
        self.uri = uri
        self.epsg = epsg
        self.crs = "http://www.opengis.net/def/crs/EPSG/0/\(epsg)"
        self.orderedAxes = orderedAxes
        self.wellKnownScaleSet = wellKnownScaleSet
        self.originX = originX
        self.originY = originY
        matrices = (0..<levels).map { zoom in
            let side = 1 << zoom
            return TileMatrix(
                zoom: zoom, cellSize: topCellSize / Double(side), matrixWidth: side, matrixHeight: side)
        }
    }

    /// Whether the set has such a tile.
    public func contains(_ address: TileAddress) -> Bool {
        guard matrices.indices.contains(address.zoom) else { return false }
        let matrix = matrices[address.zoom]
        return (0..<matrix.matrixWidth).contains(address.column) && (0..<matrix.matrixHeight).contains(address.row)
    }

    /// The box of a tile, without a buffer.
    ///
    /// - Precondition: The set has the tile's level.
    public func box(of address: TileAddress) -> Box {
        let size = matrices[address.zoom].tileSize
        return Box(
            minX: originX + Double(address.column) * size, minY: originY - Double(address.row + 1) * size,
            maxX: originX + Double(address.column + 1) * size, maxY: originY - Double(address.row) * size)
    }
}
