public import Statistics

/// Writes neighbours as spatial weights files that GeoDa, PySAL and spdep read: GAL, and GWT with the weights.
///
///     var out = OutputBuffer()
///     GALWriter(file: "districts", key: "code").write(neighbours, keys: ["01", "02", "03"], into: &out)
///     // 0 3 districts code
///     // 01 1
///     // 02
///     // 02 1
///     // 01
///     // 03 0
///     //
///
/// The header says: 0, the number of members, the name of the file they come from, the field with their keys. Formats:
/// L. Anselin, GeoDa workbook, Contiguity-based and Distance-based spatial weights. Both are separated by spaces, so
/// no key may hold white space; in the names of file and field it becomes `_`.
public struct GALWriter: Sendable {
    /// The name of the file, for the header.
    public let file: String
    /// The name of the field with the keys, for the header.
    public let key: String

    /// A writer.
    public init(file: String, key: String) {
        self.file = GALWriter.word(file)
        self.key = GALWriter.word(key)
    }

    /// Whether a key can stand in such a file: it is not empty and holds no white space.
    public static func canWrite(key: String) -> Bool { !key.isEmpty && !key.contains(where: \.isWhitespace) }

    /// Writes GAL: for each member its key and the number of its neighbours, and on the next line their keys. An island
    /// has an empty line there.
    ///
    /// - Precondition: There is one key for each member, and ``canWrite(key:)`` holds for each.
    public func write(_ neighbours: Neighbours, keys: [String], into out: inout OutputBuffer) {
        writeHeader(neighbours, keys: keys, into: &out)
        for member in 0..<neighbours.count {
            let row = neighbours.targets(of: member)
            out.write(keys[member])
            out.write(byte: UInt8(ascii: " "))
            out.write(row.count)
            out.write(byte: UInt8(ascii: "\n"))
            for (place, target) in row.enumerated() {
                if place > 0 { out.write(byte: UInt8(ascii: " ")) }
                out.write(keys[Int(target)])
            }
            out.write(byte: UInt8(ascii: "\n"))
        }
    }

    /// Writes GWT: for each pair a line with the member's key, the neighbour's, and the weight in shortest round-trip
    /// form. GWT has no way to name an island, except that the header counts it.
    ///
    /// - Precondition: As for ``write(_:keys:into:)``; weights are finite.
    public func writeWeights(_ neighbours: Neighbours, keys: [String], into out: inout OutputBuffer) {
        writeHeader(neighbours, keys: keys, into: &out)
        for member in 0..<neighbours.count {
            for place in neighbours.row(of: member) {
                out.write(keys[member])
                out.write(byte: UInt8(ascii: " "))
                out.write(keys[Int(neighbours.targets[place])])
                out.write(byte: UInt8(ascii: " "))
                out.write(neighbours.weights[place])
                out.write(byte: UInt8(ascii: "\n"))
            }
        }
    }

    private func writeHeader(_ neighbours: Neighbours, keys: [String], into out: inout OutputBuffer) {
        precondition(keys.count == neighbours.count, "a key per member")
        precondition(keys.allSatisfy(GALWriter.canWrite), "keys without white space")
        out.write("0 ")
        out.write(neighbours.count)
        out.write(" \(file) \(key)\n")
    }

    /// A name as one word, which the header needs.
    private static func word(_ name: String) -> String {
        name.isEmpty ? "_" : String(name.map { $0.isWhitespace ? "_" : $0 })
    }
}
