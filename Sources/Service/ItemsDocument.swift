import Catalogue
import Formats
import Hummingbird

/// `/collections/{layer}/items`: a page of the layer's areas as a feature collection, in GeoJSON or JSON-FG.
///
/// A web map wants the whole layer, so a page is as long as the limit allows unless the client asks for less. There is
/// no `timeStamp`: the answer to a question is the same bytes whenever it is given, and the release says how old it is.
struct ItemsDocument: Document {
    let items: ItemsInquiry

    var question: String { items.question }
    var fields: HTTPFields { items.fields }

    func bytes() throws -> [UInt8] {
        let selected = try items.selected()
        let matching = selected?.matching ?? []
        let page = items.page(of: matching)
        let selection = items.selection
        let isJSONFG = items.inquiry.representation == .jsonFG
        var out = OutputBuffer()
        out.write("{\"type\":\"FeatureCollection\"")
        if isJSONFG { FeatureWriter.writeHead(system: items.query.system, to: &out) }
        out.write(",\"links\":")
        Link.write(items.links(matched: matching.count, root: items.url), to: &out)
        out.write(",\"numberMatched\":")
        out.write(matching.count)
        out.write(",\"numberReturned\":")
        out.write(page.count)
        if matching.isEmpty, let hint = items.query.box?.hint { out.write(member: "hint", text: hint) }
        out.write(member: "layer", text: selection.layer.id)
        out.write(member: "title", text: selection.layer.indicator.title)
        out.writeProvenance(of: selection)
        let drawn = items.inquiry.parameters.query(keeping: ["classes", "datetime", "lang", "method"])
        out.write(member: "legend", text: items.url + "/legend.json" + drawn)
        out.write(",\"features\":[")
        if let selected, !page.isEmpty {
            let writer = try FeatureWriter(
                selected.selection, drawn: selected.drawn, system: items.query.system, isJSONFG: isJSONFG)
            for (index, area) in page.enumerated() {
                out.write(index == 0 ? "\n" : ",\n")
                writer.writeOpen(area, to: &out)
                out.write("}" as StaticString)
            }
        }
        out.write("]}\n")
        return out.bytes
    }
}

/// `/collections/{layer}/items` as a table: the columns of `/table.csv`.
struct ItemsTable: Document {
    let items: ItemsInquiry

    var question: String { items.question }
    var fields: HTTPFields { items.fields }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        if let selected = try items.selected() {
            CommaTable(selected.selection, drawn: selected.drawn)
                .write(items.page(of: selected.matching), to: &out)
        } else {
            CommaTable.writeHeader(of: items.selection.layer, to: &out)
        }
        return out.bytes
    }
}
