import Formats

/// What the OpenAPI document says about the answers that are not 200.
struct FailureDescription: Sendable {
    /// The status.
    let status: Int
    /// The name under which all paths share it.
    let name: String
    /// When it is sent.
    let description: String
    /// Whether there is a body with problem details.
    var hasProblem = true

    /// All, by status.
    static let all = [
        FailureDescription(
            status: 304, name: "NotModified", description: "The client has this answer already.", hasProblem: false),
        FailureDescription(
            status: 400, name: "BadRequest", description: "A parameter is unknown, or its value cannot be."),
        FailureDescription(status: 404, name: "NotFound", description: "There is no such thing."),
        FailureDescription(
            status: 405, name: "MethodNotAllowed", description: "The service is read-only: GET, HEAD, OPTIONS."),
        FailureDescription(
            status: 406, name: "NotAcceptable", description: "The Accept header excludes every form there is."),
        FailureDescription(status: 414, name: "TooLong", description: "The query is too long."),
        FailureDescription(
            status: 421, name: "Misdirected", description: "The release is served to the server's own machine only."),
        FailureDescription(status: 500, name: "Internal", description: "Something failed; the server's log says what."),
        FailureDescription(
            status: 503, name: "Unavailable", description: "There is no release yet, or too much to do."),
    ]

    /// Whether a path can answer so.
    func applies(to path: PathDescription) -> Bool {
        switch status {
        case 404: path.path.contains("{") || path.parameters.contains { $0.name == "datetime" }
        default: true
        }
    }

    /// Writes the entry under `#/components/responses`.
    func write(to out: inout OutputBuffer) {
        out.write("\"\(name)\":{\"description\":")
        out.write(json: description)
        if hasProblem {
            out.write(",\"content\":{\"application/problem+json\":{\"schema\":\(SchemaReference.problem)}}")
        }
        out.write("}")
    }
}

extension HeaderDescription {
    /// The headers of every 200.
    static let common = [
        HeaderDescription("Cache-Control", "How long the answer may be kept.")
    ]
}
