import Diagnostics
import GRDB

/// Opens SQLite files that are only read, also where their folder cannot be written to.
enum ReadOnlyDatabase {
    /// Opens a file.
    ///
    /// SQLite wants to write beside even a read-only database whose journal mode is WAL. A file that is not being
    /// written to (no journal lies beside it) is therefore opened as immutable, which also takes no locks.
    static func open(_ path: String) throws(InputError) -> DatabaseQueue {
        guard try isDatabase(path) else {
            throw InputError(.malformed, "the file is no SQLite database", remedy: "is it a GeoPackage, and whole?")
        }
        var configuration = Configuration()
        configuration.readonly = true
        let isAtRest = !FileBytes.exists(path + "-wal") && !FileBytes.exists(path + "-journal")
        var cause: (any Error)?
        for candidate in isAtRest ? [immutable(path), path] : [path] {
            do {
                return try DatabaseQueue(path: candidate, configuration: configuration)
            } catch {
                cause = error
            }
        }
        throw InputError(
            .unreadableFile, "the database cannot be opened", remedy: "close it in other programs", cause: cause)
    }

    private static func isDatabase(_ path: String) throws(InputError) -> Bool {
        try FileBytes.start(of: path, count: 16).elementsEqual("SQLite format 3\0".utf8)
    }

    /// The file as a URI, which SQLite understands where it was built to, as Debian's is.
    private static func immutable(_ path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : "file:"
        for byte in path.utf8 {
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "/._-".contains(character) {
                uri.append(character)
            } else {
                uri += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return uri + "?immutable=1"
    }
}
