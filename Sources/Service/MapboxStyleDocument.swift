import Cartography
import Catalogue
import Formats
import Planar

/// A layer's style for MapLibre and other programs that read Mapbox style JSON (version 8).
///
/// The tiles carry classes and states; the style gives each class its colour and each state its hatching. Nothing in it
/// needs fonts.
struct MapboxStyleDocument: Document {
    private let inquiry: Inquiry
    private let selection: DatedSelection

    init(_ inquiry: Inquiry, _ selection: DatedSelection) {
        self.inquiry = inquiry
        self.selection = selection
    }

    var question: String {
        "mapbox style\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    func bytes() throws -> [UInt8] {
        let layer = selection.layer
        let legend = try selection.drawn().legendRows(withAbsentStates: true)
        let shared = inquiry.parameters.query(keeping: ["classes", "datetime", "lang", "method"])
        var out = OutputBuffer()
        out.write("{\"version\":8,\"name\":")
        out.write(json: layer.indicator.title)
        out.write(",\"metadata\":{\"kleinraum:layer\":")
        out.write(json: layer.id)
        out.write(member: "kleinraum:date", text: selection.values.date)
        out.write(
            member: "kleinraum:protectionNotice", text: selection.release.header.protectionNotice)
        out.write("}")
        writeView(to: &out)
        out.write(member: "sprite", text: inquiry.base + "/assets/sprites/" + SpriteSheet.name)
        out.write(",\"sources\":{\"areas\":{\"type\":\"vector\",\"url\":")
        out.write(json: Link.layer(layer.id, base: inquiry.base) + "/tilejson.json" + shared)
        out.write("}},\"layers\":[\n{\"id\":\"ground\",\"type\":\"background\",\"paint\":{\"background-color\":\"")
        out.write(Colour.white.hexadecimal)
        out.write("\",\"background-opacity\":0}}")
        let colours = classColours(legend)
        writeLayer("classes", type: "fill", of: layer.id, to: &out)
        out.write(",\"paint\":{\"fill-antialias\":false,\"fill-color\":\(colours)}}")
        writeStates(legend, layer: layer.id, to: &out)
        let style = selection.selection.rendering.style
        writeLayer("outlines", type: "line", of: layer.id, to: &out)
        out.write(",\"layout\":{\"line-join\":\"round\"},\"paint\":{\"line-color\":\"")
        out.write(style.outline.hexadecimal)
        out.write("\",\"line-width\":")
        // Millimetres of paper as pixels of a screen, and never less than can be seen.
        let width = max(0.5, style.outlineWidth * 96 / 25.4)
        out.write(width, decimals: 2)
        out.write("}}")
        // Areas too small for a zoom are points. A state's circle is white: circles have no hatching.
        writeLayer("collapsed", type: "circle", of: layer.id, to: &out)
        out.write(",\"filter\":[\"==\",[\"geometry-type\"],\"Point\"],\"paint\":{\"circle-radius\":3")
        out.write(",\"circle-color\":\(colours),\"circle-stroke-color\":\"\(style.outline.hexadecimal)\"")
        out.write(",\"circle-stroke-width\":")
        out.write(width, decimals: 2)
        out.write("}}\n]}\n")
        return out.bytes
    }

    /// The middle of the areas, at a zoom that shows them in a window of a usual size.
    private func writeView(to out: inout OutputBuffer) {
        guard let view = MapView(selection.selection.served.tiles(of: selection.level).geographicBox) else { return }
        out.write(",\"center\":[")
        out.write(view.longitude, decimals: 6)
        out.write(",")
        out.write(view.latitude, decimals: 6)
        out.write("],\"zoom\":")
        out.write(view.zoom, decimals: 2)
    }

    /// The expression that gives each class its colour.
    private func classColours(_ rows: [LayerRendering.LegendRow]) -> String {
        let ground = "\"\(Hatching.ground.hexadecimal)\""
        let colours = rows.compactMap(\.colour).enumerated().map { ",\($0),\"\($1)\"" }
        return colours.isEmpty ? ground : "[\"match\",[\"get\",\"class\"]\(colours.joined()),\(ground)]"
    }

    private func writeStates(_ rows: [LayerRendering.LegendRow], layer: String, to out: inout OutputBuffer) {
        for row in rows {
            guard let state = row.state else { continue }
            writeLayer(state, type: "fill", of: layer, to: &out)
            out.write(",\"filter\":[\"==\",[\"get\",\"state\"],")
            out.write(json: state)
            out.write("],\"paint\":{\"fill-antialias\":false,\"fill-pattern\":")
            out.write(json: row.hatching)
            out.write("}}")
        }
    }

    /// Opens a layer up to its source.
    private func writeLayer(_ id: String, type: String, of layer: String, to out: inout OutputBuffer) {
        out.write(",\n{\"id\":")
        out.write(json: id)
        out.write(member: "type", text: type)
        out.write(",\"source\":\"areas\",\"source-layer\":")
        out.write(json: layer)
    }
}
