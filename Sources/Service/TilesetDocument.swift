import Cartography
import Catalogue
import Formats
import Planar
import Statistics
import Tiles

/// The description of a tileset: OGC 17-083r4, tile set metadata.
struct TilesetDocument: Document {
    private let inquiry: Inquiry
    private let subject: TileSubject
    private let set: TileMatrixSet

    init(_ inquiry: Inquiry, _ subject: TileSubject, set: TileMatrixSet) {
        self.inquiry = inquiry
        self.subject = subject
        self.set = set
    }

    var question: String {
        "tileset\u{0}\(set.id)\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(subject.question)"
    }

    func bytes() throws -> [UInt8] {
        let address = TilesetAddress(inquiry, subject)
        let header = inquiry.served.release.header
        var out = OutputBuffer()
        out.write("{\"title\":")
        out.write(json: "\(address.title) (\(set.id))")
        out.write(member: "description", text: header.protectionNotice)
        out.write(member: "dataType", text: "vector")
        let notice = inquiry.language.protection(header.protectionNotice)
        out.write(
            member: "attribution",
            text: "\(header.publisher), \(header.licence)" + (notice.isEmpty ? "" : "; " + notice))
        out.write(member: "protectionNotice", text: header.protectionNotice)
        out.write(member: "license", text: header.licence)
        out.write(member: "version", text: inquiry.version)
        out.write(member: "crs", text: set.crs)
        if let uri = set.uri { out.write(member: "tileMatrixSetURI", text: uri) }
        out.write(",\"links\":")
        TileLink.write(
            [
                TileLink(
                    relation: "self", type: "application/json", title: address.title,
                    href: address.tileset(set, relation: "self").href), address.scheme(set),
            ] + address.items(set) + address.tileJSON(set), to: &out)
        try writeLimits(to: &out)
        writeBox(to: &out)
        out.write(",\"layers\":[")
        for (index, selection) in subject.selections.enumerated() {
            if index > 0 { out.write(",") }
            writeLayer(selection, to: &out)
        }
        out.write("]}\n")
        return out.bytes
    }

    private func writeLimits(to out: inout OutputBuffer) throws {
        let box = try subject.box(in: set)
        out.write(",\"tileMatrixSetLimits\":[")
        var isFirst = true
        for zoom in 0...TileZooms.last(of: set) {
            guard let limits = subject.limits(of: box, in: set, zoom: zoom) else { continue }
            if !isFirst { out.write(",") }
            isFirst = false
            out.write("\n{\"tileMatrix\":\"\(zoom)\",\"minTileRow\":\(limits.rows.lowerBound)")
            out.write(",\"maxTileRow\":\(limits.rows.upperBound),\"minTileCol\":\(limits.columns.lowerBound)")
            out.write(",\"maxTileCol\":\(limits.columns.upperBound)}")
        }
        out.write("]")
    }

    private func writeBox(to out: inout OutputBuffer) {
        let box = subject.geographicBox
        guard !box.isEmpty else { return }
        out.write(",\"boundingBox\":{\"lowerLeft\":[")
        out.write(box.minX, decimals: 7)
        out.write(",")
        out.write(box.minY, decimals: 7)
        out.write("],\"upperRight\":[")
        out.write(box.maxX, decimals: 7)
        out.write(",")
        out.write(box.maxY, decimals: 7)
        out.write("],\"crs\":\"\(OfferedSystem.crs84.uri)\"}")
    }

    private func writeLayer(_ selection: DatedSelection, to out: inout OutputBuffer) {
        let indicator = selection.layer.indicator
        out.write("\n{\"id\":")
        out.write(json: selection.layer.id)
        out.write(member: "title", text: indicator.title)
        out.write(member: "description", text: indicator.description)
        out.write(member: "date", text: selection.values.date)
        out.write(member: "source", text: selection.values.source)
        out.write(member: "boundaryVersion", text: selection.level.boundaryVersion)
        out.write(member: "dataType", text: "vector")
        out.write(",\"geometryDimension\":2,\"minTileMatrix\":\"0\",\"maxTileMatrix\":\"\(TileZooms.last(of: set))\"")
        out.write(",\"propertiesSchema\":{\"type\":\"object\",\"properties\":{")
        for (index, field) in TileField.all(of: selection.layer).enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: field.name)
            out.write(":{\"type\":\"\(field.type)\"")
            out.write(member: "title", text: field.title)
            out.write("}")
        }
        out.write("}}}")
    }
}

/// A property of the areas in vector tiles.
struct TileField {
    let name: String
    let type: String
    let title: String

    /// The name in a form: the key is called in features as the layer's features call it.
    func name(in form: TileForm) -> String { form == .geoJSON && name == "code" ? "key" : name }

    /// All that the areas of a layer have. One without a value is missing from an area.
    static func all(of layer: ReleasedLayer) -> [TileField] {
        shared + (layer.categories.isEmpty ? [] : [category(of: layer)])
    }

    private static func category(of layer: ReleasedLayer) -> TileField {
        TileField(name: "category", type: "string", title: layer.categories.map(\.id).joined(separator: ", "))
    }

    private static let shared = [
        TileField(name: "code", type: "string", title: "The area's key; in GeoJSON tiles the property is called key"),
        TileField(name: "name", type: "string", title: "The area's name"),
        TileField(name: "value", type: "number", title: "The number; missing where the state is not 'value'"),
        TileField(name: "state", type: "string", title: ValueState.allCases.map(\.name).joined(separator: ", ")),
        TileField(name: "class", type: "integer", title: "The class, counted from 0; missing without a value"),
        TileField(name: "colour", type: "string", title: "The class's colour, #rrggbb"),
        TileField(name: "label", type: "string", title: "The number with its unit, or the state, in words"),
    ]
}
