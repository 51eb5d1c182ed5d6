public import Diagnostics
import Foundation
import GRDB
import Statistics

/// What the confidential file holds, as ``ConfidentialFile/read(_:)`` and ``ConfidentialBuild/contents`` show it.
///
/// It is good for as long as the closure runs that it was handed to; do not keep it.
public struct ConfidentialContents {
    let database: Database
    let path: String

    /// The batches, by source and date.
    public func batches() throws(InputError) -> [AddressBatch] {
        try StorageFault.caught(path) {
            try Row.fetchAll(
                database, sql: "SELECT source, date, file, reference_system, variables FROM batch ORDER BY source, date"
            ).map {
                AddressBatch(
                    source: $0[0], date: $0[1], file: $0[2], referenceSystem: $0[3],
                    variables: try StoredJSON.decoded([String].self, $0[4]))
            }
        }
    }

    /// How many blocks of addresses a batch has.
    public func blockCount(of batch: AddressBatch) throws(InputError) -> Int {
        let id = try id(of: batch)
        return try StorageFault.caught(path) {
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM address_block WHERE batch = ?", arguments: [id]) ?? 0
        }
    }

    /// One block of addresses, by its number from 0.
    public func block(_ number: Int, of batch: AddressBatch) throws(InputError) -> AddressBlock {
        try block(number, ofBatch: try id(of: batch))
    }

    /// Shows the blocks of a batch to the body, one after the other, with their numbers. Only one is in memory.
    public func forEachBlock(
        of batch: AddressBatch, _ body: (Int, AddressBlock) throws(InputError) -> Void
    ) throws(InputError) {
        let id = try id(of: batch)
        for number in 0..<(try blockCount(of: batch)) { try body(number, try block(number, ofBatch: id)) }
    }

    /// The id of the batch of this source and date.
    func id(of batch: AddressBatch) throws(InputError) -> Int64 {
        try id(ofSource: batch.source, date: batch.date)
    }

    /// The id of the batch of a source and date.
    func id(ofSource source: String, date: String) throws(InputError) -> Int64 {
        let id = try StorageFault.caught(path) {
            try Int64.fetchOne(
                database, sql: "SELECT id FROM batch WHERE source = ? AND date = ?", arguments: [source, date])
        }
        guard let id else {
            throw InputError(
                .unknownName, "there is no batch of source '\(source)' at \(date)",
                remedy: "build the project", at: Place(file: path))
        }
        return id
    }

    private func block(_ number: Int, ofBatch id: Int64) throws(InputError) -> AddressBlock {
        try StorageFault.caught(path) {
            let row = try Row.fetchOne(
                database, sql: "SELECT lines, x, y FROM address_block WHERE batch = ? AND block = ?",
                arguments: [id, number])
            guard let row else { throw fault("block \(number) of a batch is missing") }
            let lines = try Blob.integers(Int64.self, in: row[0])
            let (x, y) = (try Blob.numbers(in: row[1]), try Blob.numbers(in: row[2]))
            let columns = try Row.fetchAll(
                database,
                sql: "SELECT numbers, states FROM variable_block WHERE batch = ? AND block = ? ORDER BY variable",
                arguments: [id, number])
            let values = try columns.map { try Blob.numbers(in: $0[0]) }
            let states = columns.map { ([UInt8]($0[1] as Data)).compactMap(ValueState.init(rawValue:)) }
            guard ([x.count, y.count] + values.map(\.count) + states.map(\.count)).allSatisfy({ $0 == lines.count })
            else { throw fault("the columns of block \(number) differ in length") }
            return AddressBlock(lines: lines, x: x, y: y, values: values, states: states)
        }
    }

    func fault(_ message: String) -> InputError {
        InputError(.malformed, message, remedy: "build the project again", at: Place(file: path))
    }
}
