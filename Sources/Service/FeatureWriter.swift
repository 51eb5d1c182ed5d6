import Catalogue
import Formats
import Statistics

/// Writes the areas of a layer as GeoJSON features.
struct FeatureWriter {
    private let selection: DatedSelection
    private let drawn: LayerRendering
    private let geometry: GeometryText

    init(_ selection: DatedSelection) throws {
        self.selection = selection
        self.drawn = try selection.drawn()
        self.geometry = selection.selection.served.geometryText(of: selection.level)
    }

    /// Writes a feature without its closing brace, so that the caller may add members.
    func writeOpen(_ area: Int, to out: inout OutputBuffer) {
        let level = selection.level
        out.write("{\"type\":\"Feature\",\"id\":" as StaticString)
        out.write(json: level.keys[area])
        out.write(",\"geometry\":" as StaticString)
        geometry.write(area, to: &out)
        out.write(",\"properties\":{\"key\":" as StaticString)
        out.write(json: level.keys[area])
        out.write(member: "name", text: level.names[area])
        let state = selection.values.states[area]
        let value = selection.values.values[area]
        out.write(",\"value\":" as StaticString)
        if state == .value, value.isFinite { out.write(value) } else { out.write("null" as StaticString) }
        out.write(member: "state", text: state.name)
        out.write(",\"class\":" as StaticString)
        if let index = drawn.classIndex(of: area) { out.write(index) } else { out.write("null" as StaticString) }
        out.write(member: "colour", text: drawn.colour(of: area))
        out.write(member: "label", text: drawn.label(of: area))
        out.write("}" as StaticString)
    }
}

extension OutputBuffer {
    /// Writes the members that say what a layer's numbers are and what may be done with them.
    mutating func writeProvenance(of selection: LayerSelection) {
        let layer = selection.layer
        let header = selection.served.release.header
        write(",\"date\":")
        if let date = selection.values?.date { write(json: date) } else { write("null") }
        write(",\"indicator\":{\"id\":")
        write(json: layer.indicator.id)
        write(member: "title", text: layer.indicator.title)
        write(member: "formula", text: layer.indicator.formula)
        write(member: "description", text: layer.indicator.description)
        write(",\"decimals\":")
        write(layer.indicator.decimals)
        write("}")
        write(member: "unit", text: layer.indicator.unit)
        write(member: "division", text: selection.level.divisionTitle)
        write(member: "level", text: selection.level.levelTitle)
        write(member: "boundaryVersion", text: selection.level.boundaryVersion)
        write(member: "boundarySource", text: selection.level.boundarySource)
        write(member: "source", text: selection.values?.source ?? "")
        write(member: "publisher", text: header.publisher)
        write(member: "licence", text: header.licence)
        write(member: "protectionNotice", text: header.protectionNotice)
    }
}
