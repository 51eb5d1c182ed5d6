import Catalogue
import Formats
import Planar

/// `/collections/{layer}`: what a layer is and where its forms are, as OGC API - Features describes a collection.
struct CollectionDocument: Document {
    private let inquiry: Inquiry
    private let selection: LayerSelection

    init(_ inquiry: Inquiry, _ selection: LayerSelection) {
        self.inquiry = inquiry
        self.selection = selection
    }

    var question: String {
        "collection\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        CollectionDocument.write(selection, inquiry: inquiry, to: &out)
        out.write("\n")
        return out.bytes
    }

    /// Writes the description of one layer, alone or among all.
    static func write(_ selection: LayerSelection, inquiry: Inquiry, to out: inout OutputBuffer) {
        let layer = selection.layer
        out.write("{\"id\":")
        out.write(json: layer.id)
        out.write(member: "title", text: layer.indicator.title)
        out.write(",\"itemType\":\"feature\",\"crs\":[\"http://www.opengis.net/def/crs/OGC/1.3/CRS84\"],\"extent\":{")
        let box = selection.served.geometryText(of: selection.level).extent
        if !box.isEmpty {
            out.write("\"spatial\":{\"bbox\":[[")
            for (index, side) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
                if index > 0 { out.write(",") }
                out.write(side, decimals: 7)
            }
            out.write("]],\"crs\":\"http://www.opengis.net/def/crs/OGC/1.3/CRS84\"},")
        }
        out.write("\"temporal\":{\"interval\":[[")
        out.write(json: layer.dates[0].date + "T00:00:00Z")
        out.write(",")
        out.write(json: layer.newest.date + "T00:00:00Z")
        out.write("]]}},\"dates\":[")
        for (index, values) in layer.dates.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: values.date)
        }
        out.write("],\"areas\":")
        out.write(selection.level.keys.count)
        out.writeProvenance(of: selection)
        out.write(",\"links\":")
        Link.write(links(of: selection, inquiry: inquiry), to: &out)
        out.write("}")
    }

    private static func links(of selection: LayerSelection, inquiry: Inquiry) -> [Link] {
        let url = Link.layer(selection.layer.id, base: inquiry.base)
        let title = selection.layer.indicator.title
        let shared = inquiry.parameters.query(keeping: ["classes", "datetime", "lang", "method"])
        func link(_ relation: String, _ path: String, _ form: Representation, _ what: String) -> Link {
            Link(relation: relation, type: form.mediaType, href: url + path + shared, title: what)
        }
        return [
            link("self", "", .json, title), link("alternate", "", .html, title),
            link("items", "/items", .geoJSON, "\(title) (GeoJSON)"), link(Link.map, "/map", .svg, "\(title) (SVG)"),
            link(Link.legend, "/legend.json", .json, "\(title) (legend)"),
            link("enclosure", "/table.csv", .csv, "\(title) (CSV)"),
            link("enclosure", "/sheet.svg", .svg, "\(title) (print sheet)"),
        ]
    }
}
