import Diagnostics
import Foundation

/// Columns of numbers as SQLite stores them: bytes, the lowest first on every machine.
enum Blob {
    /// A column of integers as bytes.
    static func data(_ column: [some FixedWidthInteger & BitwiseCopyable]) -> Data {
        column.map(\.littleEndian).withUnsafeBytes { Data($0) }
    }

    /// A column of numbers as bytes.
    static func data(_ column: [Double]) -> Data { data(column.map(\.bitPattern)) }

    /// The integers in bytes.
    ///
    /// - Throws: ``InputError`` where the bytes end within one.
    static func integers<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type, in data: Data
    ) throws(InputError) -> [Integer] {
        let size = MemoryLayout<Integer>.size
        guard data.count.isMultiple(of: size) else {
            throw InputError(.malformed, "\(data.count) bytes are no column of numbers of \(size) bytes")
        }
        return data.withUnsafeBytes { raw in
            (0..<data.count / size).map { place in
                Integer(littleEndian: raw.loadUnaligned(fromByteOffset: place * size, as: Integer.self))
            }
        }
    }

    /// The numbers in bytes.
    ///
    /// - Throws: ``InputError`` where the bytes end within one.
    static func numbers(in data: Data) throws(InputError) -> [Double] {
        try integers(UInt64.self, in: data).map { Double(bitPattern: $0) }
    }
}
