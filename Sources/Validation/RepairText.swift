import Diagnostics
import Formats
import Planar

/// A GeoJSON text with other geometries, and every other byte as it was.
///
/// A feature that was not repaired keeps its text: attributes, ids, heights, blanks and the spelling of its numbers.
struct RepairText {
    private let bytes: [UInt8]
    /// Feature → where its geometry stands; empty where it has none.
    private(set) var geometries: [Range<Int>] = []

    /// Finds the features of a text.
    ///
    /// - Throws: ``InputError`` where the text is no GeoJSON.
    init(_ bytes: [UInt8]) throws(InputError) {
        self.bytes = bytes
        var reader = JSONReader(bytes)
        _ = try reader.peek()
        let start = reader.position
        var hasFeatures = false
        try reader.enterObject()
        while let name = try reader.nextMember() {
            guard name == "features" else {
                try reader.skipValue()
                continue
            }
            hasFeatures = true
            try reader.enterArray()
            while try reader.nextElement() { try addFeature(&reader) }
        }
        guard !hasFeatures else { return }
        reader = JSONReader(bytes)
        try addFeature(&reader)
        // A bare geometry is its own feature.
        if geometries == [0..<0] { geometries = [start..<bytes.count] }
    }

    private mutating func addFeature(_ reader: inout JSONReader) throws(InputError) {
        var geometry = 0..<0
        try reader.enterObject()
        while let name = try reader.nextMember() {
            _ = try reader.peek()
            let start = reader.position
            try reader.skipValue()
            if name == "geometry" { geometry = start..<reader.position }
        }
        geometries.append(geometry)
    }

    /// The text with new geometries for some features.
    func replacing(_ isReplaced: [Bool], by areas: Areas) -> [UInt8] {
        var out = OutputBuffer()
        out.reserve(bytes.count + bytes.count / 16)
        var next = 0
        for (feature, range) in geometries.enumerated() where isReplaced[feature] && !range.isEmpty {
            out.write(bytes: bytes[next..<range.lowerBound])
            let isMulti = contains("\"MultiPolygon\"", in: range)
            RepairText.write(areas, area: feature, isMulti: isMulti, into: &out)
            next = range.upperBound
        }
        out.write(bytes: bytes[next...])
        return out.bytes
    }

    private func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
        let length = word.utf8CodeUnitCount
        guard range.count >= length else { return false }
        return (range.lowerBound...range.upperBound - length).contains { start in
            bytes[start] == UInt8(ascii: "\"")
                && (0..<length).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
        }
    }

    /// Writes an area's geometry, every coordinate in its shortest form that reads back as the same number; shells
    /// counter-clockwise and holes clockwise, as RFC 7946 has them.
    static func write(_ areas: Areas, area: Int, isMulti: Bool, into out: inout OutputBuffer) {
        let parts = areas.parts(of: area)
        if parts.isEmpty { return out.write("null" as StaticString) }
        let isMulti = isMulti || parts.count > 1
        out.write("{\"type\":\"\(isMulti ? "MultiPolygon" : "Polygon")\",\"coordinates\":\(isMulti ? "[" : "")")
        for part in parts {
            if part > parts.lowerBound { out.write(byte: UInt8(ascii: ",")) }
            let rings = areas.rings(ofPart: part)
            for ring in rings {
                out.write(ring == rings.lowerBound ? "[[" : ",[" as StaticString)
                let vertices = areas.vertices(ofRing: ring)
                let isTurned = (areas.signedArea(ofRing: ring) > 0) != (ring == rings.lowerBound)
                var isFirst = true
                for place in vertices {
                    let vertex = isTurned ? vertices.lowerBound + vertices.upperBound - 1 - place : place
                    out.write(isFirst ? "[" : ",[" as StaticString)
                    isFirst = false
                    out.write(areas.x[vertex])
                    out.write(byte: UInt8(ascii: ","))
                    out.write(areas.y[vertex])
                    out.write(byte: UInt8(ascii: "]"))
                }
                out.write(byte: UInt8(ascii: "]"))
            }
            out.write(byte: UInt8(ascii: "]"))
        }
        out.write(isMulti ? "]}" : "}" as StaticString)
    }
}
