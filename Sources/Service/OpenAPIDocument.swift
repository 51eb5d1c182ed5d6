import Catalogue
import Formats

/// `/api`: this interface as OpenAPI 3.0, made from ``ServicePaths``.
struct OpenAPIDocument: Document {
    let inquiry: Inquiry

    var question: String { "openapi\u{0}\(inquiry.base)" }

    func bytes() -> [UInt8] {
        let header = inquiry.served.release.header
        var out = OutputBuffer()
        out.write("{\"openapi\":\"3.0.3\",\"info\":{\"title\":")
        out.write(json: header.title)
        out.write(",\"version\":\"1.0\"")
        out.write(member: "description", text: "\(header.publisher). \(header.protectionNotice)")
        out.write(",\"license\":{\"name\":")
        out.write(json: header.licence.isEmpty ? "-" : header.licence)
        out.write("}},\n\"servers\":[{\"url\":")
        out.write(json: inquiry.base.isEmpty ? "/" : inquiry.base)
        out.write("}],\n\"tags\":[")
        for (index, tag) in OpenAPIDocument.tags.enumerated() {
            if index > 0 { out.write(",") }
            out.write("{\"name\":\"\(tag)\"}")
        }
        out.write("],\n\"paths\":{")
        for (index, path) in ServicePaths.all.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            write(path, to: &out)
        }
        out.write("\n},\n\"components\":{\"schemas\":{")
        for (index, entry) in SchemaReference.all.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            out.write("\"\(entry.name)\":\(entry.schema)")
        }
        out.write("},\n\"responses\":{")
        for (index, failure) in FailureDescription.all.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            failure.write(to: &out)
        }
        out.write("}}}\n")
        return out.bytes
    }

    /// The headings, in the order of the first path under each.
    static let tags: [String] = ServicePaths.all.reduce(into: []) { tags, path in
        if !tags.contains(path.tag) { tags.append(path.tag) }
    }

    private func write(_ path: PathDescription, to out: inout OutputBuffer) {
        out.write(json: path.path)
        out.write(":{\"get\":{\"operationId\":")
        out.write(json: path.operation)
        out.write(",\"tags\":[\"\(path.tag)\"]")
        out.write(member: "summary", text: path.summary)
        if !path.description.isEmpty { out.write(member: "description", text: path.description) }
        out.write(",\"parameters\":[")
        for (index, parameter) in path.parameters.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            write(parameter, to: &out)
        }
        out.write("],\"responses\":{\"200\":{")
        writeAnswer(of: path, to: &out)
        out.write("}")
        for failure in FailureDescription.all where failure.applies(to: path) {
            out.write(",\"\(failure.status)\":{\"$ref\":\"#/components/responses/\(failure.name)\"}")
        }
        out.write("}}}")
    }

    private func write(_ parameter: ParameterDescription, to out: inout OutputBuffer) {
        out.write("{\"name\":")
        out.write(json: parameter.name)
        out.write(",\"in\":\"\(parameter.location.rawValue)\"")
        out.write(member: "description", text: parameter.description)
        out.write(parameter.location == .path ? ",\"required\":true" : ",\"required\":false")
        if parameter.isList { out.write(",\"style\":\"form\",\"explode\":false") }
        out.write(",\"schema\":\(parameter.schema)")
        if let example = example(of: parameter) { out.write(",\"example\":\(example)") }
        out.write("}")
    }

    /// A value that has an answer in this release.
    private func example(of parameter: ParameterDescription) -> String? {
        let release = inquiry.served.release
        var out = OutputBuffer()
        switch parameter.example {
        case "": return nil
        case "collection": out.write(json: release.layers.first?.id ?? "layer")
        case "division": out.write(json: release.layers.first?.division ?? "division")
        case "feature":
            out.write(json: release.layers.first.flatMap(release.level)?.keys.first ?? "key")
        default: return parameter.example
        }
        return String(decoding: out.bytes, as: UTF8.self)
    }

    private func writeAnswer(of path: PathDescription, to out: inout OutputBuffer) {
        out.write("\"description\":")
        out.write(json: path.summary)
        out.write(",\"headers\":{")
        for (index, header) in (HeaderDescription.common + path.headers).enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: header.name)
            out.write(":{\"description\":")
            out.write(json: header.description)
            out.write(",\"schema\":{\"type\":\"string\"}}")
        }
        out.write("},\"content\":{")
        for (index, answer) in path.answers.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: answer.mediaType)
            out.write(":{\"schema\":\(answer.schema)}")
        }
        out.write("}")
    }
}
