public import Diagnostics
import Foundation
import GRDB

/// The office's own file: addresses with counts, where they lie, ledgers, atoms. Nobody but its owner can read it, and
/// no server opens it.
///
///     let file = try ConfidentialFile.open("city/confidential")
///     try file.build { build throws(InputError) in
///         try build.replace(batch)
///         try build.append(block, to: batch)
///     }
///     try file.read { contents throws(InputError) in try contents.ledgers() }
///
/// A build is one transaction: killed at any moment, the file holds what it held before.
public final class ConfidentialFile: Sendable {
    /// The file's path.
    public let path: String
    /// What had to be put right when the file was opened, one sentence each: rights that others had.
    public let notices: [String]
    private let database: DatabaseQueue
    private let lockPath: String

    private init(path: String, notices: [String], database: DatabaseQueue, lockPath: String) {
        self.path = path
        self.notices = notices
        self.database = database
        self.lockPath = lockPath
    }

    /// Opens the file of a folder, `confidential.sqlite`. A missing folder is made with mode 0700, a missing file with
    /// mode 0600.
    ///
    /// - Throws: ``InputError``: ``InputError/Code/unreadableFile`` where a newer Kleinraum wrote it,
    ///   ``InputError/Code/malformed`` where it is something else.
    public static func open(_ folder: String) throws(InputError) -> ConfidentialFile {
        let path = "\(folder)/confidential.sqlite"
        try makeFolder(folder)
        let notices = try OwnerOnly.prepare(path)
        let database = try StorageFault.caught(path) {
            var configuration = Configuration()
            configuration.label = "confidential"
            configuration.busyMode = .timeout(2)
            configuration.prepareDatabase { database in
                // No temporary file elsewhere; what is deleted is gone; a commit survives a power cut.
                try database.execute(
                    sql: """
                        PRAGMA journal_mode = DELETE;
                        PRAGMA synchronous = FULL;
                        PRAGMA temp_store = MEMORY;
                        PRAGMA secure_delete = ON;
                        PRAGMA cache_size = -16384;
                        """)
            }
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try Schema.bringUpToDate(database, path: path)
            return database
        }
        return ConfidentialFile(
            path: path, notices: notices, database: database, lockPath: "\(folder)/confidential.lock")
    }

    /// Runs a build: everything that the body writes is kept together, or nothing of it.
    ///
    /// The build lock is held from before the body until after `afterCommit`, where the release is published that
    /// belongs to what was committed.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/locked`` where another build runs; what the bodies throw.
    public func build<Value>(
        _ body: (ConfidentialBuild) throws(InputError) -> Value,
        afterCommit: (Value) throws(InputError) -> Void = { _ in }
    ) throws(InputError) -> Value {
        try BuildLock.holding(lockPath) { () throws(InputError) -> Value in
            let value = try StorageFault.caught(path) {
                let record = try database.write { try BuildRecord.begin($0) }
                return try database.write { database in
                    let value = try body(ConfidentialBuild(database: database, path: path, record: record))
                    try BuildRecord.finish(record, database)
                    return value
                }
            }
            try afterCommit(value)
            return value
        }
    }

    /// Reads from the file; the body sees one state of it throughout.
    ///
    /// - Throws: ``InputError``: ``InputError/Code/locked`` while a build is writing; what the body throws.
    public func read<Value>(
        _ body: (ConfidentialContents) throws(InputError) -> Value
    ) throws(InputError) -> Value {
        try StorageFault.caught(path) {
            try database.read { try body(ConfidentialContents(database: $0, path: path)) }
        }
    }

    private static func makeFolder(_ folder: String) throws(InputError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw InputError(
                .unwritableFile, "the folder '\(folder)' cannot be made", remedy: "check the permissions above it",
                at: Place(file: folder), cause: error)
        }
    }
}
