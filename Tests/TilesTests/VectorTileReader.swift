/// A plain decoder of Mapbox vector tiles, written from the specification for the tests.
struct VectorTileReader {
    /// One feature; rings without a repeated first point.
    struct Feature {
        var id: UInt64 = 0
        var type: UInt64 = 0
        var properties: [String: String] = [:]
        var rings: [[(x: Int, y: Int)]] = []
        var points: [(x: Int, y: Int)] = []
    }

    /// What the specification forbids and this tile does.
    var faults: [String] = []
    var name = ""
    var version: UInt64 = 0
    var extent: UInt64 = 0
    var keys: [String] = []
    var values: [String] = []
    var features: [Feature] = []

    private var bytes: ArraySlice<UInt8>

    init(_ tile: [UInt8]) {
        bytes = tile[...]
        let layers = fields(tile[...])
        if layers.count != 1 || layers[0].number != 3 { faults.append("one layer") }
        guard let layer = layers.first else { return }
        let parts = fields(layer.bytes)
        for part in parts {
            switch part.number {
            case 15: version = part.value
            case 1: name = String(decoding: part.bytes, as: UTF8.self)
            case 3: keys.append(String(decoding: part.bytes, as: UTF8.self))
            case 4: values.append(value(part.bytes))
            case 5: extent = part.value
            case 2: break
            default: faults.append("field \(part.number)")
            }
        }
        for part in parts where part.number == 2 { features.append(feature(part.bytes)) }
        if Set(keys).count != keys.count || Set(values).count != values.count { faults.append("repeated key or value") }
        if Set(features.map(\.id)).count != features.count { faults.append("repeated id") }
    }

    private struct Field {
        var number: UInt64, value: UInt64 = 0, bytes: ArraySlice<UInt8> = []
    }

    private func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while let byte = rest.popFirst() {
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { break }
        }
        return value
    }

    private func fields(_ message: ArraySlice<UInt8>) -> [Field] {
        var rest = message
        var found: [Field] = []
        while !rest.isEmpty {
            let key = varint(&rest)
            switch key & 7 {
            case 0: found.append(Field(number: key >> 3, value: varint(&rest)))
            case 1:
                found.append(Field(number: key >> 3, bytes: rest.prefix(8)))
                rest = rest.dropFirst(8)
            default:
                let length = Int(varint(&rest))
                found.append(Field(number: key >> 3, bytes: rest.prefix(length)))
                rest = rest.dropFirst(length)
            }
        }
        return found
    }

    private func value(_ message: ArraySlice<UInt8>) -> String {
        guard let field = fields(message).first else { return "none" }
        switch field.number {
        case 1: return "text \(String(decoding: field.bytes, as: UTF8.self))"
        case 3:
            let bits = field.bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return "double \(Double(bitPattern: bits))"
        case 4: return "integer \(Int64(bitPattern: field.value))"
        case 7: return "truth \(field.value)"
        default: return "unknown"
        }
    }

    private mutating func feature(_ message: ArraySlice<UInt8>) -> Feature {
        var feature = Feature()
        var geometry: ArraySlice<UInt8> = []
        for field in fields(message) {
            switch field.number {
            case 1: feature.id = field.value
            case 2:
                var rest = field.bytes
                while !rest.isEmpty {
                    let (key, value) = (Int(varint(&rest)), Int(varint(&rest)))
                    if !keys.indices.contains(key) || !values.indices.contains(value) {
                        faults.append("tag out of range")
                    } else {
                        feature.properties[keys[key]] = values[value]
                    }
                }
            case 3: feature.type = field.value
            default: geometry = field.bytes
            }
        }
        commands(geometry, into: &feature)
        return feature
    }

    private mutating func commands(_ geometry: ArraySlice<UInt8>, into feature: inout Feature) {
        var rest = geometry
        var here = (x: 0, y: 0)
        var ring: [(x: Int, y: Int)] = []
        func step(_ rest: inout ArraySlice<UInt8>) -> Int {
            let code = varint(&rest)
            return Int(code >> 1) ^ -Int(code & 1)
        }
        while !rest.isEmpty {
            let command = varint(&rest)
            let count = Int(command >> 3)
            switch command & 7 {
            case 1:
                if count != 1 || !ring.isEmpty { faults.append("MoveTo") }
                here = (here.x + step(&rest), here.y + step(&rest))
                if feature.type == 1 { feature.points.append(here) } else { ring = [here] }
            case 2:
                if count < 2 || ring.count != 1 { faults.append("LineTo") }
                for _ in 0..<count {
                    let (x, y) = (step(&rest), step(&rest))
                    if x == 0 && y == 0 { faults.append("a segment without length") }
                    here = (here.x + x, here.y + y)
                    ring.append(here)
                }
            case 7:
                if count != 1 || ring.count < 3 { faults.append("ClosePath") }
                if let last = ring.last, let first = ring.first, last == first {
                    faults.append("a ring that repeats its first point")
                }
                feature.rings.append(ring)
                ring = []
            default: faults.append("command \(command & 7)")
            }
        }
        if !ring.isEmpty { faults.append("an open ring") }
        if feature.type == 3 {
            let sizes = feature.rings.map(VectorTileReader.size)
            if sizes.contains(0) || (sizes.first ?? -1) < 0 { faults.append("winding") }
        }
    }

    /// Twice the size by the surveyor's formula, y downwards: positive for shells.
    static func size(_ ring: [(x: Int, y: Int)]) -> Int {
        ring.indices.reduce(0) { sum, index in
            let next = ring[(index + 1) % ring.count]
            return sum + ring[index].x * next.y - next.x * ring[index].y
        }
    }
}
