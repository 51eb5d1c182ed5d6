/// A form in which a resource can be had.
struct Representation: Hashable, Sendable {
    /// What the parameter `f` calls it.
    let name: String
    /// The media type, without parameters.
    let mediaType: String
    /// The `Content-Type` of answers.
    let contentType: String
    /// Another media type that asks for the same.
    var alias = ""
    /// What links call it.
    var title = ""

    /// A page for people.
    static let html = Representation(
        name: "html", mediaType: "text/html", contentType: "text/html; charset=utf-8",
        title: "HTML")
    /// A document for programs.
    static let json = Representation(name: "json", mediaType: "application/json", contentType: "application/json")
    /// Features.
    static let geoJSON = Representation(
        name: "json", mediaType: "application/geo+json", contentType: "application/geo+json",
        alias: "application/json", title: "GeoJSON")
    /// Features with time and place in any reference system (OGC 21-045r1); the alias is the name that the standard
    /// intends to register.
    static let jsonFG = Representation(
        name: "jsonfg", mediaType: "application/vnd.ogc.fg+json", contentType: "application/vnd.ogc.fg+json",
        alias: "application/fg+json", title: "JSON-FG")
    /// A JSON Schema.
    static let schema = Representation(
        name: "json", mediaType: "application/schema+json", contentType: "application/schema+json",
        alias: "application/json", title: "JSON Schema")
    /// The description of this interface.
    static let openAPI = Representation(
        name: "json", mediaType: "application/vnd.oai.openapi+json;version=3.0",
        contentType: "application/vnd.oai.openapi+json;version=3.0", alias: "application/json", title: "OpenAPI 3.0")
    /// A drawing.
    static let svg = Representation(name: "svg", mediaType: "image/svg+xml", contentType: "image/svg+xml")
    /// A table.
    static let csv = Representation(
        name: "csv", mediaType: "text/csv", contentType: "text/csv; charset=utf-8; header=present",
        title: "CSV")
    /// The look of the pages.
    static let css = Representation(name: "css", mediaType: "text/css", contentType: "text/css; charset=utf-8")

    /// The forms of features, the default first.
    static let featureForms: [Representation] = [.geoJSON, .jsonFG, .csv, .html]
}
