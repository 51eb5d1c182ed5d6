import Cartography
import Catalogue
import Formats
import Statistics

/// The further numbers of a layer at one date, and its categories: what features and tables have beside the value.
struct DetailColumns {
    private let layer: ReleasedLayer
    private let values: ReleasedValues

    init(_ selection: DatedSelection) {
        layer = selection.layer
        values = selection.values
    }

    /// The names of the properties and columns that a layer has beside those of all layers.
    static func names(of layer: ReleasedLayer) -> [String] {
        (layer.categories.isEmpty ? [] : ["category"]) + layer.details.map(\.id)
    }

    /// A detail of an area; `nil` where there is none.
    private func number(_ detail: Int, of area: Int) -> Double? {
        let column = values.details[detail]
        return column.states[area] == .value ? column.values[area] : nil
    }

    /// Writes the members of an area's properties.
    func writeMembers(_ area: Int, drawn: LayerRendering, to out: inout OutputBuffer) {
        if !layer.categories.isEmpty {
            out.write(",\"category\":" as StaticString)
            if let category = drawn.category(of: area) {
                out.write(json: category)
            } else {
                out.write("null" as StaticString)
            }
        }
        for (place, detail) in layer.details.enumerated() {
            out.write(byte: UInt8(ascii: ","))
            out.write(json: detail.id)
            out.write(byte: UInt8(ascii: ":"))
            if let number = number(place, of: area) { out.write(number) } else { out.write("null" as StaticString) }
        }
    }

    /// Writes the cells of an area's row, each after a comma.
    func writeCells(_ area: Int, drawn: LayerRendering, to out: inout OutputBuffer) {
        if !layer.categories.isEmpty {
            out.write(byte: UInt8(ascii: ","))
            out.write(csv: drawn.category(of: area) ?? "")
        }
        for place in layer.details.indices {
            out.write(byte: UInt8(ascii: ","))
            if let number = number(place, of: area) { out.write(number) }
        }
    }

    /// An area's details in words, for pages; empty where there is no number.
    func texts(_ area: Int, language: Language) -> [String] {
        layer.details.indices.map { place in
            number(place, of: area).map {
                NumberFormat(language).text($0, decimals: layer.details[place].decimals)
            } ?? ""
        }
    }

    /// Writes the schemas of the details, each after a comma and a line end.
    static func writeSchemas(of layer: ReleasedLayer, to out: inout OutputBuffer) {
        for detail in layer.details {
            out.write(",\n")
            out.write(json: detail.id)
            out.write(":{\"title\":")
            out.write(json: detail.english)
            out.write(",\"type\":[\"number\",\"null\"]}")
        }
    }
}
