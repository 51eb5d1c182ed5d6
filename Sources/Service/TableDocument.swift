import Catalogue
import Formats
import Statistics

/// `/collections/{layer}/table.csv`: the layer as a table (RFC 4180: UTF-8, commas, decimal points, header row).
///
/// Every row says its date, unit, source and protection: a row that is cut out of the table keeps them.
struct TableDocument: Document {
    let selection: DatedSelection

    var question: String { "table\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] {
        let drawn = try selection.drawn()
        let (level, values) = (selection.level, selection.values)
        var out = OutputBuffer()
        out.write(
            "key,name,date,indicator,value,unit,state,class,label,boundary_version,source,licence,protection_notice\r\n"
        )
        var common = OutputBuffer()
        for text in [
            level.boundaryVersion, values.source, selection.release.header.licence,
            selection.release.header.protectionNotice,
        ] {
            common.write(byte: UInt8(ascii: ","))
            common.write(csv: text)
        }
        common.write("\r\n")
        for area in level.keys.indices {
            let state = values.states[area]
            out.write(csv: level.keys[area])
            for text in [level.names[area], values.date, selection.layer.indicator.id] {
                out.write(byte: UInt8(ascii: ","))
                out.write(csv: text)
            }
            out.write(byte: UInt8(ascii: ","))
            if state == .value, values.values[area].isFinite { out.write(values.values[area]) }
            out.write(byte: UInt8(ascii: ","))
            out.write(csv: selection.layer.indicator.unit)
            out.write(byte: UInt8(ascii: ","))
            out.write(state.name)
            out.write(byte: UInt8(ascii: ","))
            if let index = drawn.classIndex(of: area) { out.write(index) }
            out.write(byte: UInt8(ascii: ","))
            out.write(csv: drawn.label(of: area))
            out.write(bytes: common.bytes)
        }
        return out.bytes
    }
}

extension OutputBuffer {
    /// Writes a field, in quotation marks where its text needs them.
    mutating func write(csv text: String) {
        let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
        guard text.utf8.contains(where: special.contains) else { return write(text) }
        write(byte: UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { write(byte: byte) }
            write(byte: byte)
        }
        write(byte: UInt8(ascii: "\""))
    }
}
