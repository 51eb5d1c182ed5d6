import Cartography
import Catalogue
import Formats
import Planar
import Tiles

/// `/collections/{layer}/tilejson.json`: TileJSON 3.0.0.
///
/// It may be kept for a minute, the tiles it names for good: their address says which release they are of.
struct TileJSONDocument: Document {
    private let inquiry: Inquiry
    private let selection: DatedSelection
    private let form: TileForm

    init(_ inquiry: Inquiry, _ selection: DatedSelection) {
        self.inquiry = inquiry
        self.selection = selection
        form = TileForm(rawValue: inquiry.representation.name) ?? .vector
    }

    var question: String {
        "tilejson\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    func bytes() -> [UInt8] {
        let layer = selection.layer
        let header = selection.release.header
        let last = TileZooms.last(of: .webMercatorQuad)
        let shared = inquiry.parameters.query(keeping: ["classes", "datetime", "lang", "method"])
        let tiles = "\(inquiry.base)/releases/\(inquiry.version)/tiles/\(PercentEncoding.encode(layer.id))/{z}/{x}/{y}"
        var out = OutputBuffer()
        out.write("{\"tilejson\":\"3.0.0\",\"name\":")
        out.write(json: layer.indicator.title)
        out.write(member: "description", text: header.protectionNotice)
        out.write(member: "version", text: "1.0.0")
        let notice = inquiry.language.protection(header.protectionNotice)
        let origin = "\(selection.values.source); \(header.publisher), \(header.licence)"
        out.write(
            member: "attribution", text: PlainMarkup.escaped(notice.isEmpty ? origin : "\(origin); \(notice)"))
        out.writeProvenance(of: selection.selection)
        out.write(member: "scheme", text: "xyz")
        out.write(",\"tiles\":[")
        out.write(json: "\(tiles).\(form.rawValue)\(shared)")
        out.write("],\"minzoom\":0,\"maxzoom\":\(last)")
        let box = selection.selection.served.tiles(of: selection.level).geographicBox
        if let view = MapView(box) {
            out.write(",\"bounds\":")
            out.write(bounds: box, decimals: 7)
            out.write(",\"center\":[")
            out.write(view.longitude, decimals: 7)
            out.write(",")
            out.write(view.latitude, decimals: 7)
            out.write(",\(Int(view.zoom))]")
        }
        out.write(",\"vector_layers\":[{\"id\":")
        out.write(json: layer.id)
        out.write(member: "description", text: layer.indicator.title)
        out.write(",\"minzoom\":0,\"maxzoom\":\(last),\"fields\":{")
        for (index, field) in TileField.all(of: layer).enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: field.name(in: form))
            out.write(":")
            out.write(json: field.title)
        }
        out.write("}}]}\n")
        return out.bytes
    }
}
