import Diagnostics
import GRDB

/// Turns what SQLite says into what a person can act on.
enum StorageFault {
    /// Runs a body and rewords what it throws; an ``InputError`` passes as it is.
    static func caught<Value>(_ path: String, _ body: () throws -> Value) throws(InputError) -> Value {
        do {
            return try body()
        } catch let error as InputError {
            throw error
        } catch {
            throw reworded(error, path)
        }
    }

    private static func reworded(_ error: any Error, _ path: String) -> InputError {
        let place = Place(file: path)
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_BUSY?, .SQLITE_LOCKED?:
            return InputError(
                .locked, "'\(path)' is being written", remedy: "wait until the build has finished", at: place,
                cause: error)
        case .SQLITE_NOTADB?, .SQLITE_CORRUPT?:
            return InputError(
                .malformed, "'\(path)' is damaged or something else", remedy: "move it away and build again",
                at: place, cause: error)
        case .SQLITE_FULL?, .SQLITE_IOERR?, .SQLITE_READONLY?, .SQLITE_CANTOPEN?, .SQLITE_PERM?:
            return InputError(
                .unwritableFile, "'\(path)' cannot be written",
                remedy: "check the folder's permissions and the space left", at: place, cause: error)
        default:
            return InputError(
                .malformed, "'\(path)' does not hold what was expected", remedy: "move it away and build again",
                at: place, cause: error)
        }
    }
}
