/// A document that no release changes: the look of the pages, and their icon.
struct FixedDocument: Document {
    let question: String
    private let content: [UInt8]

    func bytes() -> [UInt8] { content }

    /// The pages' stylesheet.
    static let stylesheet = FixedDocument(question: "stylesheet", content: Array(Stylesheet.text.utf8))

    /// Four areas of a city, in the colours of a map.
    static let favicon = FixedDocument(
        question: "favicon",
        content: Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#c6dbef" d="M1 1h7l-1 6-6 1z"/>\
            <path fill="#6baed6" d="M8 1h7v8l-8-2z"/><path fill="#2171b5" d="M1 8l6-1 2 8H1z"/>\
            <path fill="#08306b" d="M7 7l8 2v6H9z"/></svg>

            """.utf8))
}
