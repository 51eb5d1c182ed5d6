/// A message in Protocol Buffers' wire format, written front to back.
///
/// Source: Protocol Buffers documentation, Encoding: a field is a key, its number and wire type, and a value.
struct ProtocolBuffer: Sendable {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// Forgets everything and keeps the room.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Makes room.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Writes a whole number, seven bits a byte, lowest first.
    @inline(__always) mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func field(_ number: UInt64, varint value: UInt64) {
        varint(number << 3)
        varint(value)
    }

    mutating func field(_ number: UInt64, fixed64 value: UInt64) {
        varint(number << 3 | 1)
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
    }

    mutating func field(_ number: UInt64, bytes more: some Collection<UInt8>) {
        varint(number << 3 | 2)
        varint(UInt64(more.count))
        bytes.append(contentsOf: more)
    }

    mutating func field(_ number: UInt64, text: String) { field(number, bytes: text.utf8) }
}
