import Formats

/// The attributes of a layer's areas as vector tiles have them: keys, different values already encoded, and for each
/// area pairs of key and value.
struct VectorTileTags: Sendable {
    /// The attributes' names; the last one is `collapsed`, which the tile itself decides.
    let keys: [String]
    /// Value → its first byte in `bytes`; one longer than there are values. Value 0 is `true`.
    private(set) var valueStarts: [Int32] = [0]
    /// The encoded `Value` messages, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Area → first pair; one longer than there are areas.
    private(set) var areaStarts: [Int32] = [0]
    /// Pairs of key and value.
    private(set) var pairs: [(key: Int32, value: Int32)] = []

    /// The number of the key `collapsed`.
    var collapsedKey: Int { keys.count - 1 }
    /// How many different values there are.
    var valueCount: Int { valueStarts.count - 1 }

    private enum Value: Hashable {
        case text(String)
        case number(UInt64)
        case integer(Int)
    }

    init(codes: [String], columns: [GeoJSONWriter.Column]) {
        keys = ["code"] + columns.map(\.name) + ["collapsed"]
        var numbers: [Value: Int32] = [:]
        var message = ProtocolBuffer()
        message.field(7, varint: 1)
        bytes = message.bytes
        valueStarts.append(Int32(bytes.count))
        for area in codes.indices {
            add(.text(codes[area]), key: 0, &numbers)
            for (index, column) in columns.enumerated() {
                guard let value = VectorTileTags.value(column, area) else { continue }
                add(value, key: index + 1, &numbers)
            }
            areaStarts.append(Int32(pairs.count))
        }
    }

    private static func value(_ column: GeoJSONWriter.Column, _ area: Int) -> Value? {
        switch column.values {
        case .text(let values): values[area].map { .text($0) }
        // Zero has one sign.
        case .numbers(let values): values[area].flatMap { $0.isFinite ? .number(($0 + 0).bitPattern) : nil }
        case .integers(let values): values[area].map { .integer($0) }
        }
    }

    private mutating func add(_ value: Value, key: Int, _ numbers: inout [Value: Int32]) {
        if let known = numbers[value] { return pairs.append((Int32(key), known)) }
        let number = Int32(valueCount)
        numbers[value] = number
        pairs.append((Int32(key), number))
        var message = ProtocolBuffer()
        switch value {
        case .text(let text): message.field(1, text: text)
        case .number(let bits): message.field(3, fixed64: bits)
        case .integer(let integer): message.field(4, varint: UInt64(bitPattern: Int64(integer)))
        }
        bytes += message.bytes
        valueStarts.append(Int32(bytes.count))
    }

    /// The bytes of a value's message.
    func bytes(ofValue value: Int) -> ArraySlice<UInt8> { bytes[Int(valueStarts[value])..<Int(valueStarts[value + 1])] }
}
