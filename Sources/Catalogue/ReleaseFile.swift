import Glibc

/// Release files: SQLite databases of one release each, written once and never again.
///
///     let written = try ReleaseFile.write(draft, in: "releases")
///     let release = try ReleaseFile.read(written.path)
///     release.id == written.id  // true
///
/// The same draft gives the same id everywhere and, with the same SQLite, the same bytes. Any SQLite program can open
/// a file; columns of numbers are blobs of little-endian `Float64`, `Int32` offsets and `UInt8` states. The format's
/// version is SQLite's `user_version`.
public enum ReleaseFile {
    /// What ``write(_:in:)`` made.
    public struct Written: Sendable, Hashable {
        /// The release's id.
        public let id: String
        /// Where its file stands.
        public let path: String
    }

    /// The format that this program writes and reads.
    public static let formatVersion = 2

    /// How the name of a release file ends.
    static let suffix = ".kleinraum"

    /// SQLite's `application_id` of release files: `KLRM` in ASCII.
    static let applicationId: UInt32 = 0x4B4C_524D

    /// The path of a release's file in a folder.
    static func path(of id: String, in folder: String) -> String { "\(folder)/\(id)\(suffix)" }

    /// Whether a text can be a release id: 64 lower-case hexadecimal digits.
    static func isId(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 || (UInt8(ascii: "a")...UInt8(ascii: "f")) ~= $0
            }
    }
}
