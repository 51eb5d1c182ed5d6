import Catalogue
import Formats
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
    /// Whether the tile is known to be one that can hold anything.
    private let isWithinLimits: Bool

    /// Checks the address, as far as nothing has to be transformed for it.
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
        let known = subject.knownBox(in: set)
        isWithinLimits = known != nil
        if let known { try check(known) }
        guard set.contains(address), address.zoom <= TileZooms.last(of: set) else { throw absence }
    }

    /// Checks the address against the box of all areas.
    private func check(_ box: Box) throws(Problem) {
        guard let limits = subject.limits(of: box, in: set, zoom: address.zoom), limits.contains(address) else {
            throw absence
        }
    }

    private var absence: Problem {
        .notFound(
            "\(set.id) has no tile with areas at level \(address.zoom), row \(address.row), "
                + "column \(address.column); the tileset's description has the limits")
    }

    var question: String {
        "tile\u{0}\(set.id)\u{0}\(address.zoom)/\(address.row)/\(address.column)\u{0}\(form)\u{0}\(subject.question)"
    }

    var fields: HTTPFields {
        var fields: HTTPFields = [
            .cacheControl: isLasting
                ? "public, max-age=31536000, immutable" : "public, max-age=60, stale-while-revalidate=86400"
        ]
        // A vector tile has no place for it, and what is drawn from tiles must be able to say so.
        if let notice, !notice.isEmpty { fields[.protection] = ProtectionField.value(notice) }
        return fields
    }

    private var notice: String? { subject.selections.first?.release.header.protectionNotice }

    /// A tile is waited for while a map is moved, and is compact already: trying harder takes twice the time of making
    /// it and saves a twentieth.
    var compressionLevel: Int? { form == .vector ? 1 : 4 }

    func bytes() throws -> [UInt8] {
        if !isWithinLimits { try check(try subject.box(in: set)) }
        switch form {
        case .vector: return try subject.selections.flatMap { try vectorTile(of: $0) }
        case .geoJSON: return try geoJSON()
        }
    }

    private func vectorTile(of selection: DatedSelection) throws -> [UInt8] {
        let tiles = selection.selection.served.tiles(of: selection.level)
        guard let geometry = try geometry(of: tiles) else { return [] }
        return VectorTile(layer: selection.layer.id).encode(geometry, try tiles.layer(of: selection).features)
    }

    /// One collection with what was said of one layer, or of each of several.
    private func geoJSON() throws -> [UInt8] {
        var out = OutputBuffer()
        var features: [[UInt8]] = []
        out.write("{\"type\":\"FeatureCollection\"")
        if subject.isDataset {
            if let notice { out.write(member: "protectionNotice", text: notice) }
            out.write(",\"layers\":[")
        }
        for (index, selection) in subject.selections.enumerated() {
            let tiles = selection.selection.served.tiles(of: selection.level)
            let layer = try tiles.layer(of: selection, named: subject.isDataset ? selection.layer.id : nil)
            if subject.isDataset {
                out.write(index == 0 ? "{\"id\":" : ",{\"id\":")
                out.write(json: selection.layer.id)
            }
            out.write(bytes: layer.provenance)
            if subject.isDataset { out.write("}") }
            features.append(try self.features(layer, of: tiles))
        }
        out.write(subject.isDataset ? "],\"features\":[" : ",\"features\":[")
        out.write(bytes: Array(features.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: ",")])))
        out.write("]}\n")
        return out.bytes
    }

    /// The features of a layer in the tile, with commas between them: what a collection has between its brackets.
    private func features(_ layer: TileLayer, of tiles: TileLevel) throws -> [UInt8] {
        guard let geometry = try geometry(of: tiles) else { return [] }
        var collection: [UInt8]
        if set.epsg == 3857 {
            collection = GeoJSONTile().encode(geometry, layer.features, matrixSet: set)
        } else {
            let degrees = try tiles.projection(from: set.epsg, to: 4326)
            collection = GeoJSONTile().encode(geometry, layer.features, matrixSet: set) { x, y in
                degrees.apply(x: &x, y: &y)
            }
        }
        guard let first = collection.firstIndex(of: UInt8(ascii: "[")),
            let last = collection.lastIndex(of: UInt8(ascii: "]"))
        else { return [] }
        collection.removeSubrange(last...)
        collection.removeSubrange(...first)
        return collection
    }

    /// The areas of a level in the tile; `nil` where the level has none so close.
    private func geometry(of tiles: TileLevel) throws -> TileGeometry? {
        let pyramid = try tiles.pyramid(set)
        guard pyramid.zooms.contains(address.zoom), pyramid.limits(zoom: address.zoom)?.contains(address) ?? false
        else { return nil }
        return pyramid.tile(at: address)
    }
}
