/// An answer that can be made: cheap to hold, and made into bytes only when nobody has them yet.
protocol Document: Sendable {
    /// Everything that the bytes depend on besides the release, the program and its styles. Two documents with the same
    /// question have the same bytes; it becomes the key of the cache and part of the ETag.
    var question: String { get }

    /// Draws or writes the document. Runs on a drawing thread.
    func bytes() throws -> [UInt8]
}
