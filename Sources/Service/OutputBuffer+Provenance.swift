import Catalogue
import Formats

extension OutputBuffer {
    /// Writes the members that say what a layer's numbers are and what may be done with them.
    mutating func writeProvenance(of selection: LayerSelection) {
        let layer = selection.layer
        let header = selection.served.release.header
        write(",\"date\":")
        if let date = selection.values?.date { write(json: date) } else { write("null") }
        write(",\"indicator\":{\"id\":")
        write(json: layer.indicator.id)
        write(member: "kind", text: layer.kind)
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
