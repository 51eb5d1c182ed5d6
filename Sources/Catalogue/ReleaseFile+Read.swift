public import Diagnostics
import GRDB
import Glibc

extension ReleaseFile {
    /// Reads a release file whole, and only if every byte of its content is as it was written.
    ///
    /// The file is opened read-only and without any lock; it never changes.
    ///
    /// - Throws: ``InputError``: ``InputError/Code/unreadableFile`` where there is no such file or a newer Kleinraum
    ///   wrote it, ``InputError/Code/malformed`` where it is no release file or its content does not match its id.
    /// - Complexity: O(*n*) for *n* bytes; hashing dominates.
    public static func read(_ path: String) throws(InputError) -> Release {
        try checkHeader(path)
        let id: String
        let tables: [ReleaseTable]
        do {
            (id, tables) = try contents(path)
        } catch {
            throw InputError(
                .malformed, "'\(path)' is damaged", remedy: remedy, at: Place(file: path), cause: error)
        }
        guard ReleaseTable.id(of: tables) == id else {
            throw InputError(
                .malformed, "the content of '\(path)' does not match its id \(id.prefix(12))…", remedy: remedy,
                at: Place(file: path))
        }
        do {
            let draft = try ReleaseDraft(tables: tables)
            try draft.check()
            return Release(
                id: id, header: draft.header, levels: draft.levels, layers: draft.layers, documents: draft.documents)
        } catch {
            throw error.inFile(path)
        }
    }

    private static let remedy = "build the release again or take the file from a backup"

    /// Says what kind of file it is before SQLite is asked: the first 100 bytes are fixed by SQLite's file format, §1.3.
    private static func checkHeader(_ path: String) throws(InputError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputError(
                .unreadableFile, "'\(path)' cannot be read: \(String(cString: strerror(errno)))",
                remedy: "check the name and the permissions, or build the release", at: Place(file: path))
        }
        defer { close(descriptor) }
        let header = [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, 100, 0))
        }
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8),
            number(at: 68, in: header) == applicationId
        else {
            throw InputError(
                .malformed, "'\(path)' is not a Kleinraum release file", remedy: "name a file from the folder releases",
                at: Place(file: path))
        }
        let version = number(at: 60, in: header)
        guard version <= UInt32(formatVersion) else {
            throw InputError(
                .unreadableFile,
                "'\(path)' has release format \(version); this Kleinraum reads \(formatVersion)",
                remedy: "update Kleinraum", at: Place(file: path))
        }
        guard version > 0 else {
            throw InputError(.malformed, "'\(path)' has no format version", remedy: remedy, at: Place(file: path))
        }
        guard version == UInt32(formatVersion) else {
            throw InputError(
                .unreadableFile,
                "'\(path)' has release format \(version), which an earlier Kleinraum wrote; this one reads "
                    + "\(formatVersion)",
                remedy: "build the release again with 'kleinraum build'", at: Place(file: path))
        }
    }

    private static func number(at offset: Int, in header: [UInt8]) -> UInt32 {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func contents(_ path: String) throws -> (id: String, tables: [ReleaseTable]) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "release"
        let database = try DatabaseQueue(path: immutableAddress(of: path), configuration: configuration)
        let contents = try database.read { database in
            let id = try String.fetchOne(database, sql: "SELECT id FROM identity") ?? ""
            return (id, try ReleaseTable.format.map { try filled($0, from: database) })
        }
        try database.close()
        return contents
    }

    /// SQLite's URI for a file that nobody changes while it is open, so that it needs no locks and looks for no journal.
    private static func immutableAddress(of path: String) -> String {
        var address = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
                address.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return address + "?immutable=1"
    }

    private static func filled(_ table: ReleaseTable, from database: Database) throws -> ReleaseTable {
        var table = table
        let columns = table.columns.map(\.name).joined(separator: ", ")
        let rows = try Row.fetchCursor(database, sql: "SELECT \(columns) FROM \(table.name) ORDER BY rowid")
        while let row = try rows.next() {
            var cells: [ReleaseTable.Cell] = []
            cells.reserveCapacity(table.columns.count)
            for (place, column) in table.columns.enumerated() {
                cells.append(try cell(column, at: place, in: row, of: table.name))
            }
            table.rows.append(cells)
        }
        return table
    }

    private static func cell(
        _ column: ReleaseTable.Column, at place: Int, in row: Row, of table: String
    ) throws -> ReleaseTable.Cell {
        switch (column.kind, (row[place] as DatabaseValue).storage) {
        case (.number, .int64(let number)): .number(number)
        case (.text, .string(let text)): .text(text)
        case (.bytes, .blob(let bytes)): .bytes([UInt8](bytes))
        default: throw InputError(.malformed, "\(table).\(column.name) is not \(column.kind.rawValue)")
        }
    }
}
