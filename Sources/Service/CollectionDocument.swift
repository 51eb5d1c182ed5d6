import Catalogue
import Formats
import Hummingbird
import Planar

/// `/collections/{layer}`: what a layer is and where its forms are, as OGC API - Features describes a collection.
struct CollectionDocument: Document {
    /// Where the list of reference systems stands.
    enum Systems: Sendable {
        /// In the description itself.
        case here
        /// Once for all descriptions, which say `#/crs`.
        case inCommon
    }

    private let inquiry: Inquiry
    private let selection: LayerSelection

    init(_ inquiry: Inquiry, _ selection: LayerSelection) {
        self.inquiry = inquiry
        self.selection = selection
    }

    var question: String {
        "collection\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    var fields: HTTPFields {
        [.link: Link.header(describing: Link.layer(selection.layer.id, base: inquiry.base))]
    }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        CollectionDocument.write(selection, inquiry: inquiry, systems: .here, to: &out)
        out.write("\n")
        return out.bytes
    }

    /// Writes the description of one layer, alone or among all.
    static func write(
        _ selection: LayerSelection, inquiry: Inquiry, systems: Systems, to out: inout OutputBuffer
    ) {
        let layer = selection.layer
        let indicator = layer.indicator
        out.write("{\"id\":")
        out.write(json: layer.id)
        out.write(member: "title", text: indicator.title)
        out.write(
            member: "description",
            text: indicator.description.isEmpty
                ? "\(selection.level.divisionTitle): \(selection.level.levelTitle)" : indicator.description)
        out.write(",\"itemType\":\"feature\",\"crs\":")
        if systems == .here { out.writeSystems() } else { out.write("[\"#/crs\"]") }
        if let storage = OfferedSystem.epsg(selection.level.referenceSystem) {
            out.write(member: "storageCrs", text: storage.uri)
        }
        out.write(",\"extent\":{")
        let box = selection.level.geographic.box
        if !box.isEmpty {
            out.write("\"spatial\":{\"bbox\":[[")
            for (index, side) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
                if index > 0 { out.write(",") }
                out.write(side, decimals: 7)
            }
            out.write("]],\"crs\":")
            out.write(json: OfferedSystem.crs84.uri)
            out.write("},")
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
        let kept = ["classes", "datetime", "lang", "method"]
        let shared = inquiry.parameters.query(keeping: kept)
        func link(
            _ relation: String, _ path: String, _ form: Representation, _ what: String, query: String? = nil
        ) -> Link {
            Link(relation: relation, type: form.mediaType, href: url + path + (query ?? shared), title: what)
        }
        func query(_ form: Representation) -> String {
            inquiry.parameters.query(setting: ["f": form.name], keeping: kept)
        }
        var links = [
            link("self", "", .json, title), link("alternate", "", .html, title, query: query(.html)),
            link("items", "/items", .geoJSON, "\(title) (GeoJSON)"),
        ]
        for form in Representation.featureForms where form != .geoJSON {
            links.append(link("items", "/items", form, "\(title) (\(form.title))", query: query(form)))
        }
        links += [
            link(Link.queryables, "/queryables", .schema, "\(title) (queryables)", query: ""),
            link("describedby", "/schema", .schema, "\(title) (schema)", query: ""),
            link(Link.map, "/map", .svg, "\(title) (SVG)"),
            link(Link.legend, "/legend.json", .json, "\(title) (legend)"),
            link("enclosure", "/table.csv", .csv, "\(title) (CSV)"),
            link("enclosure", "/sheet.svg", .svg, "\(title) (print sheet)"),
        ]
        if selection.served.hasMethod(of: selection.layer) {
            let query = inquiry.parameters.query(keeping: ["lang"])
            links.append(link("describedby", "/method", .json, "\(title) (method)", query: query))
        }
        return links + TileRoute.layerLinks(url: url, query: shared, title: title)
            + selection.served.findingsLinks(base: inquiry.base, division: selection.layer.division)
    }
}
