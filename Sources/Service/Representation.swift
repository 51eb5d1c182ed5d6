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

    /// A page for people.
    static let html = Representation(name: "html", mediaType: "text/html", contentType: "text/html; charset=utf-8")
    /// A document for programs.
    static let json = Representation(name: "json", mediaType: "application/json", contentType: "application/json")
    /// Features.
    static let geoJSON = Representation(
        name: "json", mediaType: "application/geo+json", contentType: "application/geo+json",
        alias: "application/json")
    /// A drawing.
    static let svg = Representation(name: "svg", mediaType: "image/svg+xml", contentType: "image/svg+xml")
    /// A table.
    static let csv = Representation(
        name: "csv", mediaType: "text/csv", contentType: "text/csv; charset=utf-8; header=present")
    /// The look of the pages.
    static let css = Representation(name: "css", mediaType: "text/css", contentType: "text/css; charset=utf-8")
}
