/// A reader of Mapbox vector tiles for tests: what features say, and of which kind their geometry is.
struct VectorTileReading {
    struct Feature {
        var id: UInt64?
        var kind = 0
        var properties: [String: String] = [:]
    }

    struct Layer {
        var version = 0
        var name = ""
        var extent = 0
        var features: [Feature] = []
    }

    private(set) var layers: [Layer] = []

    init(_ bytes: [UInt8]) {
        for (field, value) in Self.fields(bytes[...]) where field == 3 { layers.append(Self.layer(value.bytes)) }
    }

    private typealias Value = (number: UInt64, bytes: ArraySlice<UInt8>)

    private static func layer(_ bytes: ArraySlice<UInt8>) -> Layer {
        var layer = Layer()
        var keys: [String] = []
        var values: [String] = []
        var raw: [ArraySlice<UInt8>] = []
        for (field, value) in fields(bytes) {
            switch field {
            case 15: layer.version = Int(value.number)
            case 1: layer.name = text(value.bytes)
            case 2: raw.append(value.bytes)
            case 3: keys.append(text(value.bytes))
            case 4: values.append(self.value(value.bytes))
            case 5: layer.extent = Int(value.number)
            default: break
            }
        }
        for bytes in raw {
            var feature = Feature()
            for (field, value) in fields(bytes) {
                switch field {
                case 1: feature.id = value.number
                case 3: feature.kind = Int(value.number)
                case 2:
                    var rest = value.bytes
                    while !rest.isEmpty {
                        let key = keys[Int(varint(&rest))]
                        feature.properties[key] = values[Int(varint(&rest))]
                    }
                default: break
                }
            }
            layer.features.append(feature)
        }
        return layer
    }

    /// A value as text: strings as they are, numbers as Swift writes them.
    private static func value(_ bytes: ArraySlice<UInt8>) -> String {
        for (field, value) in fields(bytes) {
            switch field {
            case 1: return text(value.bytes)
            case 2: return "\(Float(bitPattern: UInt32(value.number)))"
            case 3: return "\(Double(bitPattern: value.number))"
            case 6: return "\(Int64(bitPattern: value.number >> 1) ^ -Int64(bitPattern: value.number & 1))"
            case 7: return value.number == 0 ? "false" : "true"
            default: return "\(value.number)"
            }
        }
        return ""
    }

    private static func fields(_ bytes: ArraySlice<UInt8>) -> [(Int, Value)] {
        var rest = bytes
        var fields: [(Int, Value)] = []
        while !rest.isEmpty {
            let tag = varint(&rest)
            var value: Value = (0, [])
            switch tag & 7 {
            case 0: value.number = varint(&rest)
            case 1: value.number = fixed(&rest, 8)
            case 2:
                let count = Int(varint(&rest))
                value.bytes = rest.prefix(count)
                rest = rest.dropFirst(count)
            default: value.number = fixed(&rest, 4)
            }
            fields.append((Int(tag >> 3), value))
        }
        return fields
    }

    private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = rest.popFirst() {
            number |= UInt64(byte & 127) << shift
            if byte < 128 { break }
            shift += 7
        }
        return number
    }

    private static func fixed(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> UInt64 {
        let number = rest.prefix(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(count)
        return number
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
