import GRDB

extension BuildRecord {
    /// SQLite's words for this moment, ISO 8601 in UTC.
    private static let now = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"

    /// Notes that a build has begun.
    static func begin(_ database: Database) throws -> Int64 {
        try database.execute(sql: "INSERT INTO build (started) VALUES (\(now))")
        return database.lastInsertedRowID
    }

    /// Notes that a build has ended well; part of the build's own transaction.
    static func finish(_ id: Int64, _ database: Database) throws {
        try database.execute(sql: "UPDATE build SET finished = \(now) WHERE id = ?", arguments: [id])
    }
}
