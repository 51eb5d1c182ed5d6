/// A document that belongs to a release: a method sheet, say.
///
/// Its text is whatever its author wrote; no type can check it for secrets as `ProtectedColumn` does for numbers.
public struct ReleasedDocument: Sendable, Equatable {
    /// The name within the release, e.g. `methods.de.md`.
    public var name: String
    /// The media type, e.g. `text/markdown`.
    public var mediaType: String
    /// The document's bytes.
    public var body: [UInt8]

    /// Creates a document.
    public init(name: String, mediaType: String, body: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.body = body
    }
}
