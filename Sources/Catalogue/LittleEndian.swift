/// Columns of numbers as bytes, lowest byte first on every machine.
///
///     LittleEndian.bytes(of: [1, 256] as [Int32])  // [1, 0, 0, 0, 0, 1, 0, 0]
///
/// Negative zero is written as zero and every NaN as the same NaN, so that equal columns are equal bytes.
enum LittleEndian {
    /// A column of integers as bytes.
    static func bytes(of column: [some FixedWidthInteger & BitwiseCopyable]) -> [UInt8] {
        column.map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
    }

    /// A column of numbers as bytes.
    static func bytes(of column: [Double]) -> [UInt8] {
        bytes(of: column.map { ($0 == 0 ? 0 : $0.isNaN ? Double.nan : $0).bitPattern })
    }

    /// The integers in bytes, or `nil` where the bytes end within one.
    static func integers<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type, in bytes: [UInt8]
    ) -> [Integer]? {
        let size = MemoryLayout<Integer>.size
        guard bytes.count.isMultiple(of: size) else { return nil }
        return bytes.withUnsafeBytes { raw in
            (0..<bytes.count / size).map { place in
                Integer(littleEndian: raw.loadUnaligned(fromByteOffset: place * size, as: Integer.self))
            }
        }
    }

    /// The numbers in bytes, or `nil` where the bytes end within one.
    static func numbers(in bytes: [UInt8]) -> [Double]? {
        integers(UInt64.self, in: bytes)?.map { Double(bitPattern: $0) }
    }
}
