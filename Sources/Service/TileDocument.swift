import Catalogue
import Hummingbird
import Planar
import Tiles

/// One tile of one layer or of several.
///
/// A vector tile of several layers has a layer for each; of GeoJSON, the features say theirs in a property `layer`.
struct TileDocument: Document {
    private let subject: TileSubject
    private let set: TileMatrixSet
    private let address: TileAddress
    private let form: TileForm
    private let isLasting: Bool

    /// Checks the address.
    ///
    /// - Parameter isLasting: Whether the URL never changes its content, so that it may be kept for good.
    /// - Throws: A 404 for a tile that the set has not or that lies apart from all areas.
    init(
        _ inquiry: Inquiry, _ subject: TileSubject, set: TileMatrixSet, at address: TileAddress,
        isLasting: Bool = false
    ) throws(Problem) {
        self.subject = subject
        self.set = set
        self.address = address
        self.isLasting = isLasting
        form = TileForm(rawValue: inquiry.representation.name) ?? .vector
        guard let limits = subject.limits(in: set, zoom: address.zoom), limits.columns.contains(address.column),
            limits.rows.contains(address.row)
        else {
            throw .notFound(
                "\(set.id) has no tile with areas at level \(address.zoom), row \(address.row), "
                    + "column \(address.column); the tileset's description has the limits")
        }
    }

    var question: String {
        "tile\u{0}\(set.id)\u{0}\(address.zoom)/\(address.row)/\(address.column)\u{0}\(form)\u{0}\(subject.question)"
    }

    var fields: HTTPFields {
        [
            .cacheControl: isLasting
                ? "public, max-age=31536000, immutable" : "public, max-age=60, stale-while-revalidate=86400"
        ]
    }

    /// A tile is waited for while a map is moved, and is compact already: trying harder takes twice the time of making
    /// it and saves a twentieth.
    var compressionLevel: Int? { form == .vector ? 1 : 4 }

    func bytes() throws -> [UInt8] {
        switch form {
        case .vector: return try subject.selections.flatMap { try vectorTile(of: $0) }
        case .geoJSON:
            guard subject.isDataset else { return try geoJSON(of: subject.selections[0], named: nil) }
            return try joined(subject.selections.map { try geoJSON(of: $0, named: $0.layer.id) })
        }
    }

    private func vectorTile(of selection: DatedSelection) throws -> [UInt8] {
        let tiles = selection.selection.served.tiles(of: selection.level)
        guard let geometry = try geometry(of: tiles) else { return [] }
        return VectorTile(layer: selection.layer.id).encode(geometry, try tiles.features(of: selection))
    }

    private func geoJSON(of selection: DatedSelection, named layer: String?) throws -> [UInt8] {
        let tiles = selection.selection.served.tiles(of: selection.level)
        guard let geometry = try geometry(of: tiles) else { return TileDocument.empty }
        let features = try tiles.features(of: selection, named: layer)
        guard set.epsg != 3857 else { return GeoJSONTile().encode(geometry, features, matrixSet: set) }
        let degrees = try tiles.projection(from: set.epsg, to: 4326)
        return GeoJSONTile().encode(geometry, features, matrixSet: set) { x, y in degrees.apply(x: &x, y: &y) }
    }

    /// The areas of a level in the tile; `nil` where the level has none so close.
    private func geometry(of tiles: TileLevel) throws -> TileGeometry? {
        let pyramid = try tiles.pyramid(set)
        return pyramid.zooms.contains(address.zoom) ? pyramid.tile(at: address) : nil
    }

    private static let empty = Array("{\"type\":\"FeatureCollection\",\"features\":[]}\n".utf8)

    /// Several collections as one: what stands between the first and the last bracket of each.
    private func joined(_ collections: [[UInt8]]) -> [UInt8] {
        let contents = collections.compactMap { bytes -> ArraySlice<UInt8>? in
            guard let first = bytes.firstIndex(of: UInt8(ascii: "[")), let last = bytes.lastIndex(of: UInt8(ascii: "]"))
            else { return nil }
            let content = bytes[bytes.index(after: first)..<last]
            return content.isEmpty ? nil : content
        }
        var joined = Array(TileDocument.empty.prefix { $0 != UInt8(ascii: "[") }) + [UInt8(ascii: "[")]
        joined.append(contentsOf: contents.joined(separator: [UInt8(ascii: ",")]))
        return joined + "]}\n".utf8
    }
}
