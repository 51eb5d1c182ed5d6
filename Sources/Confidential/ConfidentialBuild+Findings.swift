public import Diagnostics
public import Disclosure
import Foundation
import GRDB

extension ConfidentialBuild {
    /// Keeps where the addresses of a block lie in a geography, instead of what was kept about it before.
    public func keep(
        _ located: LocatedBlock, of batch: AddressBatch, in geography: Geography
    ) throws(InputError) {
        let id = try contents.id(of: batch)
        try StorageFault.caught(path) {
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO located_block VALUES (?, ?, ?, ?, ?, ifnull(?, x''))"
            ).execute(
                arguments: [
                    id, geography.division, geography.level, geography.version, located.block,
                    Blob.data(located.areas),
                ])
        }
    }

    /// Keeps a ledger, instead of an earlier one of the same source, date and geography.
    public func keep(_ ledger: Ledger) throws(InputError) {
        let id = try contents.id(ofSource: ledger.source, date: ledger.date)
        try StorageFault.caught(path) {
            try database.execute(
                sql: "INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    id, ledger.geography.division, ledger.geography.level, ledger.geography.version,
                    try StoredJSON.text(ledger),
                ])
        }
    }

    /// Keeps rejected rows, up to ``Rejection/limit`` of a batch; the rest is only counted, in the ledger.
    public func keep(_ rejections: [Rejection], of batch: AddressBatch) throws(InputError) {
        let id = try contents.id(of: batch)
        try StorageFault.caught(path) {
            let kept =
                try Int.fetchOne(database, sql: "SELECT count(*) FROM rejection WHERE batch = ?", arguments: [id]) ?? 0
            let statement = try database.cachedStatement(
                sql: "INSERT INTO rejection (batch, line, field, reason) VALUES (?, ?, ?, ?)")
            for rejection in rejections.prefix(Rejection.limit - kept) {
                try statement.execute(arguments: [id, rejection.line, rejection.field, rejection.reason])
            }
        }
    }

    /// Keeps addresses that a person should look at.
    public func keep(_ addresses: [SuspiciousAddress], of batch: AddressBatch) throws(InputError) {
        let id = try contents.id(of: batch)
        try StorageFault.caught(path) {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO suspicious_address (batch, line, label, variable, value, reason)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """)
            for address in addresses {
                try statement.execute(
                    arguments: [id, address.line, address.label, address.variable, address.value, address.reason])
            }
        }
    }

    /// Keeps the atoms, instead of those of the build before.
    public func keep(_ atoms: Atoms) throws(InputError) {
        try StorageFault.caught(path) {
            try database.execute(sql: "DELETE FROM atoms; DELETE FROM atom_column")
            try database.execute(
                sql: "INSERT INTO atoms VALUES (1, ?, ?)",
                arguments: [try StoredJSON.text(atoms.geographies), try StoredJSON.text(atoms.variables)])
            try keep("area", atoms.areas.map { Blob.data($0) })
            try keep("sum", atoms.sums.map { Blob.data($0) })
            try keep("missing", atoms.missing.map { Blob.data($0) })
            try keep("secret", atoms.secret.map { Blob.data($0) })
            try keep("contributors", atoms.contributors.map { Blob.data($0) })
            try keep("record_key", atoms.recordKeys.map { Blob.data($0) })
        }
    }

    private func keep(_ kind: String, _ columns: [Data]) throws {
        for (number, column) in columns.enumerated() {
            try database.execute(
                sql: "INSERT INTO atom_column VALUES (?, ?, ifnull(?, x''))", arguments: [kind, number, column])
        }
    }
}
