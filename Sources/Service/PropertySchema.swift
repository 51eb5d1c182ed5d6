import Catalogue
import Formats

/// `/collections/{layer}/schema` and `/collections/{layer}/queryables`: the properties of a layer's features as JSON
/// Schema (draft 2020-12), as OGC API - Features Parts 5 and 3 want them.
struct PropertySchema: Document {
    /// What the schema is for.
    enum Use: String, Sendable {
        /// What a feature looks like: `/schema`.
        case features = "schema"
        /// What may be asked for: `/queryables`.
        case queryables
    }

    private let selection: LayerSelection
    private let base: String
    private let use: Use

    init(_ inquiry: Inquiry, _ selection: LayerSelection, use: Use) {
        self.selection = selection
        self.base = inquiry.base
        self.use = use
    }

    var question: String { "\(use.rawValue)\u{0}\(base)\u{0}\(selection.question)" }

    func bytes() -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":")
        out.write(json: Link.layer(selection.layer.id, base: base) + "/" + use.rawValue)
        out.write(",\"type\":\"object\"")
        out.write(member: "title", text: selection.layer.indicator.title)
        out.write(",\"properties\":{")
        for (index, property) in Queryable.all(of: selection.layer).enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            out.write(json: property.rawValue)
            out.write(":{\"title\":")
            out.write(json: title(of: property))
            out.write(",")
            out.write(property.schema(isNullable: use == .features))
            if property == .category { writeCategories(to: &out) }
            if use == .features, let role = property.role {
                out.write(member: "x-ogc-role", text: role)
            }
            if use == .features, property == .value, !selection.layer.indicator.unit.isEmpty {
                out.write(member: "x-ogc-unit", text: selection.layer.indicator.unit)
            }
            out.write("}")
        }
        if use == .features { DetailColumns.writeSchemas(of: selection.layer, to: &out) }
        out.write("\n},\"additionalProperties\":false}\n")
        return out.bytes
    }

    /// The ids that a category can have.
    private func writeCategories(to out: inout OutputBuffer) {
        for (index, category) in selection.layer.categories.enumerated() {
            out.write(index == 0 ? ",\"enum\":[" : ",")
            out.write(json: category.id)
        }
        out.write(use == .features ? ",null]" : "]")
    }

    private func title(of property: Queryable) -> String {
        guard property == .value else { return property.title }
        let unit = selection.layer.indicator.unit
        return selection.layer.indicator.title + (unit.isEmpty ? "" : " (\(unit))")
    }
}

extension Queryable {
    /// What a property is to a feature, in the words of OGC API - Features Part 5.
    var role: String? {
        switch self {
        case .key: "id"
        case .date: "primary-instant"
        case .geometry: "primary-geometry"
        case .name, .value, .state, .class, .colour, .label, .category: nil
        }
    }
}
