/// Reads binary numbers front to back out of bytes, in either byte order, and never past the end.
struct ByteCursor {
    private let bytes: [UInt8]
    private let end: Int
    /// The next byte.
    private(set) var position: Int

    /// A cursor over a part of the bytes; a part that reaches past the end is cut.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = min(max(range.lowerBound, 0), bytes.count)
        end = min(max(range.upperBound, position), bytes.count)
    }

    /// A cursor over all bytes.
    init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

    /// How many bytes are left.
    var remaining: Int { end - position }

    /// Passes over bytes; `false` where there are not so many.
    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= remaining else { return false }
        position += count
        return true
    }

    /// The next byte.
    mutating func byte() -> UInt8? {
        guard remaining >= 1 else { return nil }
        position += 1
        return bytes[position - 1]
    }

    /// The next two bytes as an unsigned number.
    mutating func uint16(bigEndian: Bool = false) -> Int? {
        integer(UInt16.self, bigEndian: bigEndian).map { Int($0) }
    }

    /// The next four bytes as an unsigned number.
    mutating func uint32(bigEndian: Bool = false) -> UInt32? { integer(UInt32.self, bigEndian: bigEndian) }

    /// The next four bytes as a signed number.
    mutating func int32(bigEndian: Bool = false) -> Int? {
        integer(UInt32.self, bigEndian: bigEndian).map { Int(Int32(bitPattern: $0)) }
    }

    /// The next eight bytes as a floating point number.
    mutating func double(bigEndian: Bool = false) -> Double? {
        integer(UInt64.self, bigEndian: bigEndian).map { Double(bitPattern: $0) }
    }

    @inline(__always) private mutating func integer<Number: FixedWidthInteger & BitwiseCopyable>(
        _ type: Number.Type, bigEndian: Bool
    ) -> Number? {
        let size = MemoryLayout<Number>.size
        guard remaining >= size else { return nil }
        let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Number.self) }
        position += size
        return bigEndian ? Number(bigEndian: raw) : Number(littleEndian: raw)
    }
}
