import Hummingbird

/// An answer that can be made: cheap to hold, and made into bytes only when nobody has them yet.
protocol Document: Sendable {
    /// Everything that the bytes depend on besides the release, the program and its styles. Two documents with the same
    /// question have the same bytes; it becomes the key of the cache and part of the ETag.
    var question: String { get }

    /// Header fields of its own, beside or in place of those that every answer has; known without drawing anything.
    var fields: HTTPFields { get }

    /// How hard gzip is to try, 1 to 9; `nil` for what suits the length.
    var compressionLevel: Int? { get }

    /// Draws or writes the document. Runs on a drawing thread.
    func bytes() throws -> [UInt8]
}

extension Document {
    var fields: HTTPFields { [:] }
    var compressionLevel: Int? { nil }
}
