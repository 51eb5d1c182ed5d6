public import Diagnostics
import Foundation
import GRDB
import Statistics

/// A running build: what it writes is kept together with all else that it writes, or not at all.
///
/// It is good for as long as the closure runs that ``ConfidentialFile/build(_:afterCommit:)`` handed it to.
public struct ConfidentialBuild {
    let database: Database
    let path: String
    let record: Int64

    /// What the file holds, this build's own writing included.
    public var contents: ConfidentialContents { ConfidentialContents(database: database, path: path) }

    /// Removes everything but the build journal.
    public func clear() throws(InputError) {
        try StorageFault.caught(path) {
            try database.execute(sql: "DELETE FROM batch; DELETE FROM atoms; DELETE FROM atom_column")
        }
    }

    /// Begins a batch; an earlier one of the same source and date goes, with all that was found about it.
    public func replace(_ batch: AddressBatch) throws(InputError) {
        try remove(batch)
        try StorageFault.caught(path) {
            try database.execute(
                sql: "INSERT INTO batch (source, date, file, reference_system, variables) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    batch.source, batch.date, batch.file, batch.referenceSystem,
                    try StoredJSON.text(batch.variables),
                ])
        }
    }

    /// Removes the batch of a source and date, if there is one, with all that was found about it.
    public func remove(_ batch: AddressBatch) throws(InputError) {
        try StorageFault.caught(path) {
            try database.execute(
                sql: "DELETE FROM batch WHERE source = ? AND date = ?", arguments: [batch.source, batch.date])
        }
    }

    /// Adds the next block of addresses to a batch.
    ///
    /// - Precondition: The block has a column for each of the batch's variables.
    /// - Returns: The block's number.
    @discardableResult
    public func append(_ block: AddressBlock, to batch: AddressBatch) throws(InputError) -> Int {
        precondition(block.values.count == batch.variables.count, "a block has other variables than its batch")
        let id = try contents.id(of: batch)
        let number = try contents.blockCount(of: batch)
        try StorageFault.caught(path) {
            try database.cachedStatement(
                sql: "INSERT INTO address_block VALUES (?, ?, ifnull(?, x''), ifnull(?, x''), ifnull(?, x''))"
            ).execute(
                arguments: [id, number, Blob.data(block.lines), Blob.data(block.x), Blob.data(block.y)])
            let statement = try database.cachedStatement(
                sql: "INSERT INTO variable_block VALUES (?, ?, ?, ifnull(?, x''), ifnull(?, x''))")
            for (variable, columns) in zip(block.values, block.states).enumerated() {
                try statement.execute(
                    arguments: [
                        id, number, variable, Blob.data(columns.0), Data(columns.1.map(\.rawValue)),
                    ])
            }
        }
        return number
    }

    /// Notes which release this build made.
    public func note(release: String) throws(InputError) {
        try StorageFault.caught(path) {
            try database.execute(sql: "UPDATE build SET release = ? WHERE id = ?", arguments: [release, record])
        }
    }
}
