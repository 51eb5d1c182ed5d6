import Catalogue
import Formats
import Tiles

/// `/tiles` and `/collections/{layer}/tiles`: the tilesets, one for each tile matrix set.
struct TilesetsDocument: Document {
    private let inquiry: Inquiry
    private let subject: TileSubject

    init(_ inquiry: Inquiry, _ subject: TileSubject) {
        self.inquiry = inquiry
        self.subject = subject
    }

    var question: String {
        "tilesets\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(subject.question)"
    }

    func bytes() -> [UInt8] {
        let address = TilesetAddress(inquiry, subject)
        var out = OutputBuffer()
        out.write("{\"tilesets\":[")
        for (index, set) in TileMatrixSet.all.enumerated() {
            out.write(index == 0 ? "\n{\"title\":" : ",\n{\"title\":")
            out.write(json: "\(address.title) (\(set.id))")
            out.write(member: "dataType", text: "vector")
            out.write(member: "crs", text: set.crs)
            if let uri = set.uri { out.write(member: "tileMatrixSetURI", text: uri) }
            out.write(",\"links\":")
            TileLink.write(
                [address.tileset(set, relation: "self"), address.scheme(set)] + address.items(set), to: &out)
            out.write("}")
        }
        out.write("],\"links\":")
        TileLink.write(
            [
                TileLink(
                    relation: "self", type: "application/json", title: address.title,
                    href: address.tilesets + inquiry.parameters.query()),
                TileLink(
                    relation: TileLink.schemes, type: "application/json", title: "Tile matrix sets",
                    href: inquiry.base + "/tileMatrixSets"),
            ], to: &out)
        out.write("}\n")
        return out.bytes
    }
}

/// Where the tiles of a subject are.
struct TilesetAddress {
    /// The subject's title.
    let title: String
    /// The URL of the list of tilesets, without parameters.
    let tilesets: String
    private let base: String
    private let shared: String

    init(_ inquiry: Inquiry, _ subject: TileSubject) {
        base = inquiry.base
        if !subject.isDataset, let only = subject.selections.first {
            title = only.layer.indicator.title
            tilesets = Link.layer(only.layer.id, base: inquiry.base) + "/tiles"
        } else {
            title = inquiry.served.release.header.title
            tilesets = inquiry.base + "/tiles"
        }
        shared = inquiry.parameters.query(keeping: ["classes", "collections", "datetime", "lang", "method"])
    }

    /// A link to the description of a tileset.
    func tileset(_ set: TileMatrixSet, relation: String) -> TileLink {
        TileLink(
            relation: relation, type: "application/json", title: "\(title) (\(set.id))",
            href: "\(tilesets)/\(set.id)\(shared)")
    }

    /// A link to the definition of a tile matrix set.
    func scheme(_ set: TileMatrixSet) -> TileLink {
        TileLink(
            relation: TileLink.scheme, type: "application/json", title: set.title,
            href: "\(base)/tileMatrixSets/\(set.id)")
    }

    /// The templates of the tiles' URLs, one for each form.
    func items(_ set: TileMatrixSet) -> [TileLink] {
        TileForm.allCases.map { form in
            let query = (shared.isEmpty ? "?" : shared + "&") + "f=" + form.rawValue
            return TileLink(
                relation: "item", type: form.representation.mediaType, title: "\(title) (\(form.rawValue))",
                href: "\(tilesets)/\(set.id)/{tileMatrix}/{tileRow}/{tileCol}\(query)", isTemplate: true)
        }
    }

    /// A link to the TileJSON of a layer's web map tiles.
    func tileJSON(_ set: TileMatrixSet) -> [TileLink] {
        guard set == .webMercatorQuad, tilesets != base + "/tiles" else { return [] }
        let url = tilesets.dropLast("/tiles".count) + "/tilejson.json" + shared
        return [TileLink(relation: "describedby", type: "application/json", title: "\(title) (TileJSON)", href: url)]
    }
}
