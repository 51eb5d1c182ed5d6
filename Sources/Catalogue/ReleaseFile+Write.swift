public import Diagnostics
import Formats
import Foundation
import GRDB

extension ReleaseFile {
    /// Writes a draft as a release file into a folder, which is made where it is missing.
    ///
    /// The file appears under its name only when it is whole and on the disk; killed at any moment, the folder is as it
    /// was but for a temporary file, which the next call removes. A file of the same content that stands there already
    /// and is whole is left as it is.
    ///
    /// - Throws: ``InputError``: ``InputError/Code/unwritableFile``, or what is wrong with the draft.
    /// - Complexity: O(*n*) for *n* bytes of content, which are in memory once more while they are written.
    public static func write(_ draft: ReleaseDraft, in folder: String) throws(InputError) -> Written {
        try draft.check()
        let tables = draft.tables
        for case .text(let text) in tables.lazy.flatMap(\.rows).joined() where text.utf8.contains(0) {
            throw InputError(
                .malformed, "the text '\(text.filter { $0 != "\0" })' contains U+0000",
                remedy: "mend the project and build the release again")
        }
        let id = ReleaseTable.id(of: tables)
        let path = path(of: id, in: folder)
        try makeFolder(folder)
        UnfinishedFile.removeLeftovers(in: folder)
        if FileBytes.exists(path), isWhole(path, id: id) { return Written(id: id, path: path) }
        var file = try UnfinishedFile(named: id + suffix, in: folder)
        do {
            try fill(file.temporaryPath, with: tables, id: id)
        } catch {
            throw InputError(
                .unwritableFile, "the release cannot be written into '\(folder)'",
                remedy: "check the folder's permissions and the space left", at: Place(file: folder), cause: error)
        }
        try file.finish(mode: 0o644)
        return Written(id: id, path: path)
    }

    private static func isWhole(_ path: String, id: String) -> Bool {
        do {
            return try read(path).id == id
        } catch {
            // A file that cannot be read is written anew and replaced.
            return false
        }
    }

    private static func makeFolder(_ folder: String) throws(InputError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw InputError(
                .unwritableFile, "the folder '\(folder)' cannot be made", remedy: "check the permissions above it",
                at: Place(file: folder), cause: error)
        }
    }

    private static func fill(_ path: String, with tables: [ReleaseTable], id: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { database in
            // Nothing here may depend on how SQLite was compiled, or equal drafts would not be equal bytes. No
            // journal: nobody sees the file before it is whole.
            try database.execute(
                sql: """
                    PRAGMA page_size = 4096;
                    PRAGMA encoding = 'UTF-8';
                    PRAGMA auto_vacuum = NONE;
                    PRAGMA secure_delete = ON;
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    PRAGMA application_id = \(applicationId);
                    PRAGMA user_version = \(formatVersion);
                    """)
            try database.inTransaction {
                try database.execute(sql: "CREATE TABLE identity (id TEXT NOT NULL) STRICT")
                try database.execute(sql: "INSERT INTO identity VALUES (?)", arguments: [id])
                for table in tables { try insert(table, into: database) }
                return .commit
            }
        }
        try database.close()
    }

    private static func insert(_ table: ReleaseTable, into database: Database) throws {
        let columns = table.columns.map { "\($0.name) \($0.kind.rawValue) NOT NULL" }.joined(separator: ", ")
        try database.execute(sql: "CREATE TABLE \(table.name) (\(columns)) STRICT")
        // GRDB binds empty bytes as NULL.
        let places = table.columns.map { $0.kind == .bytes ? "ifnull(?, x'')" : "?" }.joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \(table.name) VALUES (\(places))")
        for row in table.rows {
            try statement.execute(arguments: StatementArguments(row.map(\.databaseValue)))
        }
    }
}

extension ReleaseTable.Cell {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .number(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
