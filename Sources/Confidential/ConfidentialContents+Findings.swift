public import Diagnostics
public import Disclosure
import Foundation
import GRDB

extension ConfidentialContents {
    /// Where the addresses of a block lie in a geography.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/unknownName`` where the block has not been located.
    public func located(
        block: Int, of batch: AddressBatch, in geography: Geography
    ) throws(InputError) -> LocatedBlock {
        let id = try id(of: batch)
        return try StorageFault.caught(path) {
            let areas = try Data.fetchOne(
                database,
                sql: """
                    SELECT areas FROM located_block
                    WHERE batch = ? AND division = ? AND level = ? AND version = ? AND block = ?
                    """,
                arguments: [id, geography.division, geography.level, geography.version, block])
            guard let areas else {
                throw InputError(
                    .unknownName,
                    "block \(block) has not been located in \(geography.division).\(geography.level) "
                        + geography.version, remedy: "build the project again", at: Place(file: path))
            }
            return LocatedBlock(block: block, areas: try Blob.integers(Int32.self, in: areas))
        }
    }

    /// All ledgers, by source, date and geography.
    public func ledgers() throws(InputError) -> [Ledger] {
        try StorageFault.caught(path) {
            let bodies = try String.fetchAll(
                database,
                sql: """
                    SELECT body FROM ledger JOIN batch ON batch.id = ledger.batch
                    ORDER BY source, date, division, level, version
                    """)
            return try bodies.map { try StoredJSON.decoded(Ledger.self, $0) }
        }
    }

    /// The first rejected rows of a batch, at most ``Rejection/limit``.
    public func rejections(of batch: AddressBatch) throws(InputError) -> [Rejection] {
        let id = try id(of: batch)
        return try StorageFault.caught(path) {
            try Row.fetchAll(
                database, sql: "SELECT line, field, reason FROM rejection WHERE batch = ? ORDER BY id", arguments: [id]
            ).map { Rejection(line: $0[0], field: $0[1], reason: $0[2]) }
        }
    }

    /// The addresses of a batch that a person should look at.
    public func suspiciousAddresses(of batch: AddressBatch) throws(InputError) -> [SuspiciousAddress] {
        let id = try id(of: batch)
        return try StorageFault.caught(path) {
            try Row.fetchAll(
                database,
                sql: "SELECT line, label, variable, value, reason FROM suspicious_address WHERE batch = ? ORDER BY id",
                arguments: [id]
            ).map {
                SuspiciousAddress(line: $0[0], label: $0[1], variable: $0[2], value: $0[3], reason: $0[4])
            }
        }
    }

    /// The atoms of the last build, or `nil` before the first.
    public func atoms() throws(InputError) -> Atoms? {
        try StorageFault.caught(path) {
            guard let head = try Row.fetchOne(database, sql: "SELECT geographies, variables FROM atoms") else {
                return nil
            }
            let geographies = try StoredJSON.decoded([Geography].self, head[0])
            let variables = try StoredJSON.decoded([CountVariable].self, head[1])
            let areas = try columns("area").map { try Blob.integers(Int32.self, in: $0) }
            let sums = try columns("sum").map { try Blob.numbers(in: $0) }
            let missing = try columns("missing").map { try Blob.integers(Int32.self, in: $0) }
            let secret = try columns("secret").map { try Blob.integers(Int32.self, in: $0) }
            let contributors = try columns("contributors").map { try Blob.integers(Int32.self, in: $0) }
            let recordKeys = try columns("record_key").map { try Blob.integers(UInt64.self, in: $0) }
            let lengths =
                areas.map(\.count) + sums.map(\.count) + missing.map(\.count) + secret.map(\.count)
                + contributors.map(\.count)
                + recordKeys.map(\.count)
            guard areas.count == geographies.count, sums.count == variables.count, missing.count == variables.count,
                secret.count == variables.count, contributors.count == variables.count,
                recordKeys.isEmpty || recordKeys.count == variables.count,
                lengths.allSatisfy({ $0 == lengths.first })
            else { throw fault("the columns of the atoms do not fit together") }
            return Atoms(
                geographies: geographies, variables: variables, areas: areas, sums: sums, missing: missing,
                secret: secret,
                contributors: contributors, recordKeys: recordKeys)
        }
    }

    /// The build journal, oldest first.
    public func builds() throws(InputError) -> [BuildRecord] {
        try StorageFault.caught(path) {
            try Row.fetchAll(database, sql: "SELECT started, finished, release FROM build ORDER BY id")
                .map { BuildRecord(started: $0[0], finished: $0[1], release: $0[2]) }
        }
    }

    private func columns(_ kind: String) throws -> [Data] {
        try Data.fetchAll(
            database, sql: "SELECT body FROM atom_column WHERE kind = ? ORDER BY number", arguments: [kind])
    }
}
