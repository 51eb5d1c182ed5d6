public import Diagnostics
import Formats

/// The folder of release files, and the one line in it that says which release is served.
///
///     let folder = ReleaseFolder("city/releases")
///     let written = try ReleaseFile.write(draft, in: folder.path)
///     try folder.publish(written.id)
///     try folder.currentId()  // written.id
///
/// Earlier releases stay where they are. The pointer file `current` is replaced in one step: whoever reads it, at
/// whatever moment, finds a release that is whole.
public struct ReleaseFolder: Sendable, Hashable {
    /// The folder's path.
    public let path: String

    /// The folder at a path, which need not exist yet.
    public init(_ path: String) { self.path = path }

    /// Makes a release the one that is served, after reading it back whole.
    ///
    /// - Throws: ``InputError``; the release served before is served still.
    public func publish(_ id: String) throws(InputError) {
        try read(id)
        try AtomicFile.write(pointer, Array("\(id)\n".utf8), mode: 0o644)
    }

    /// The id of the release that is served, or `nil` where none has been published.
    ///
    /// - Throws: ``InputError`` where the pointer names no release.
    public func currentId() throws(InputError) -> String? {
        guard FileBytes.exists(pointer) else { return nil }
        let text = String(decoding: try FileBytes.read(pointer), as: UTF8.self)
        let id = text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard ReleaseFile.isId(id) else {
            throw InputError(
                .malformed, "'\(id.prefix(80))' is not a release id", remedy: "build the release again",
                at: Place(file: pointer))
        }
        return id
    }

    /// The release that is served, read whole, or `nil` where none has been published.
    ///
    /// - Throws: ``InputError``, as ``ReleaseFile/read(_:)``.
    public func current() throws(InputError) -> Release? {
        guard let id = try currentId() else { return nil }
        return try read(id)
    }

    /// Reads the release of an id.
    ///
    /// - Throws: ``InputError``, as ``ReleaseFile/read(_:)``, and where the file's content is another release.
    @discardableResult
    public func read(_ id: String) throws(InputError) -> Release {
        guard ReleaseFile.isId(id) else {
            throw InputError(
                .unknownName, "'\(id.prefix(80))' is not a release id", remedy: "write its 64 hexadecimal digits")
        }
        let file = ReleaseFile.path(of: id, in: path)
        let release = try ReleaseFile.read(file)
        guard release.id == id else {
            throw InputError(
                .malformed, "'\(file)' holds the release \(release.id)", remedy: "give the file its own name back",
                at: Place(file: file))
        }
        return release
    }

    private var pointer: String { "\(path)/current" }
}
