import Diagnostics
import GRDB

/// The tables of the confidential file and how earlier versions become this one.
enum Schema {
    /// SQLite's `application_id` of confidential files: `KLRC` in ASCII.
    static let applicationId = 0x4B4C_5243

    /// Makes the tables in a new file and migrates those of an older one.
    static func bringUpToDate(_ database: DatabaseQueue, path: String) throws {
        try database.write { database in
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
            if application == applicationId { return }
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
            guard application == 0, tables == 0 else {
                throw InputError(
                    .malformed, "'\(path)' is not a confidential file of Kleinraum",
                    remedy: "move it away or name another folder", at: Place(file: path))
            }
            try database.execute(sql: "PRAGMA application_id = \(applicationId)")
        }
        guard try database.read({ try migrator.hasBeenSuperseded($0) }) == false else {
            throw InputError(
                .unreadableFile, "'\(path)' was written by a newer Kleinraum", remedy: "update Kleinraum",
                at: Place(file: path))
        }
        try migrator.migrate(database)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: version1) }
        return migrator
    }

    private static let version1 = """
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, date TEXT NOT NULL, file TEXT NOT NULL,
            reference_system TEXT NOT NULL, variables TEXT NOT NULL, UNIQUE (source, date)
        ) STRICT;
        CREATE TABLE address_block (
            batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE, block INTEGER NOT NULL,
            lines BLOB NOT NULL, x BLOB NOT NULL, y BLOB NOT NULL, PRIMARY KEY (batch, block)
        ) STRICT;
        CREATE TABLE variable_block (
            batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE, block INTEGER NOT NULL,
            variable INTEGER NOT NULL, numbers BLOB NOT NULL, states BLOB NOT NULL,
            PRIMARY KEY (batch, block, variable)
        ) STRICT;
        CREATE TABLE located_block (
            batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE, division TEXT NOT NULL, level TEXT NOT NULL,
            version TEXT NOT NULL, block INTEGER NOT NULL, areas BLOB NOT NULL,
            PRIMARY KEY (batch, division, level, version, block)
        ) STRICT;
        CREATE TABLE ledger (
            batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE, division TEXT NOT NULL, level TEXT NOT NULL,
            version TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (batch, division, level, version)
        ) STRICT;
        CREATE TABLE rejection (
            id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE, line INTEGER NOT NULL,
            field TEXT NOT NULL, reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX rejection_batch ON rejection (batch);
        CREATE TABLE suspicious_address (
            id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE, line INTEGER NOT NULL,
            label TEXT NOT NULL, variable TEXT NOT NULL, value REAL NOT NULL, reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX suspicious_address_batch ON suspicious_address (batch);
        CREATE TABLE atoms (
            id INTEGER PRIMARY KEY CHECK (id = 1), geographies TEXT NOT NULL, variables TEXT NOT NULL
        ) STRICT;
        CREATE TABLE atom_column (
            kind TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, number)
        ) STRICT;
        CREATE TABLE build (
            id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, release TEXT
        ) STRICT;
        """
}
