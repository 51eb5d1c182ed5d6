import Catalogue
import Diagnostics
import Formats
import Statistics

/// Writes the areas of a layer as features: GeoJSON (RFC 7946), or JSON-FG (OGC 21-045r1) on top of it.
///
/// Plain GeoJSON has its geometry in the system that was asked for, as OGC API - Features Part 2 wants it. JSON-FG keeps
/// longitude and latitude in `geometry`, which every reader understands, and puts any other system into `place`.
struct FeatureWriter {
    private let selection: DatedSelection
    private let drawn: LayerRendering
    private let geometry: GeometryText
    private let place: GeometryText?
    private let isJSONFG: Bool
    private let details: DetailColumns

    /// Prepares to write.
    ///
    /// - Throws: ``InputError`` where a boundary has no place in the system.
    init(
        _ selection: DatedSelection, drawn: LayerRendering, system: OfferedSystem, isJSONFG: Bool = false
    ) throws(InputError) {
        self.selection = selection
        self.drawn = drawn
        self.isJSONFG = isJSONFG
        details = DetailColumns(selection)
        let served = selection.selection.served
        let wanted = try served.geometryText(of: selection.level, in: system)
        let isPlaced = isJSONFG && system != .crs84
        geometry = isPlaced ? try served.geometryText(of: selection.level) : wanted
        place = isPlaced ? wanted : nil
    }

    /// Writes a feature without its closing brace, so that the caller may add members.
    func writeOpen(_ area: Int, to out: inout OutputBuffer) {
        let level = selection.level
        out.write("{\"type\":\"Feature\",\"id\":" as StaticString)
        out.write(json: level.keys[area])
        if isJSONFG {
            out.write(",\"time\":{\"date\":" as StaticString)
            out.write(json: selection.values.date)
            out.write("},\"place\":" as StaticString)
            if let place { place.write(area, to: &out) } else { out.write("null" as StaticString) }
        }
        out.write(",\"geometry\":" as StaticString)
        geometry.write(area, to: &out)
        out.write(",\"properties\":{\"key\":" as StaticString)
        out.write(json: level.keys[area])
        out.write(member: "name", text: level.names[area])
        out.write(member: "date", text: selection.values.date)
        out.write(",\"value\":" as StaticString)
        if let number = selection.number(of: area) { out.write(number) } else { out.write("null" as StaticString) }
        out.write(member: "state", text: selection.values.states[area].name)
        out.write(",\"class\":" as StaticString)
        if let index = drawn.classIndex(of: area) { out.write(index) } else { out.write("null" as StaticString) }
        out.write(member: "colour", text: drawn.colour(of: area))
        out.write(member: "label", text: drawn.label(of: area))
        details.writeMembers(area, drawn: drawn, to: &out)
        out.write("}" as StaticString)
    }

    /// The members that a document in JSON-FG has at its top.
    static func writeHead(system: OfferedSystem, to out: inout OutputBuffer) {
        out.write(",\"conformsTo\":[\"http://www.opengis.net/spec/json-fg-1/1.0/conf/core\"],\"coordRefSys\":")
        out.write(json: system.uri)
    }
}
