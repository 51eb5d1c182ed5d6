import Catalogue
import Formats
import Statistics

/// `/collections/{layer}/table.csv`: the layer as a table.
struct TableDocument: Document {
    let selection: DatedSelection

    var question: String { "table\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        CommaTable(selection, drawn: try selection.drawn()).write(Array(selection.level.keys.indices), to: &out)
        return out.bytes
    }
}

/// Areas of a layer as a table (RFC 4180: UTF-8, commas, decimal points, header row).
///
/// A layer with categories or further numbers has a column for each of them, between the label and what all rows share.
/// Every row says its date, unit, source and protection: a row that is cut out of the table keeps them.
struct CommaTable {
    private let selection: DatedSelection
    private let drawn: LayerRendering

    init(_ selection: DatedSelection, drawn: LayerRendering) {
        self.selection = selection
        self.drawn = drawn
    }

    /// Writes the header row of a layer's table.
    static func writeHeader(of layer: ReleasedLayer, to out: inout OutputBuffer) {
        out.write("key,name,date,indicator,value,unit,state,class,label")
        for name in DetailColumns.names(of: layer) {
            out.write(byte: UInt8(ascii: ","))
            out.write(csv: name)
        }
        out.write(",boundary_version,source,licence,protection_notice\r\n")
    }

    /// Writes the header row and a row for each area.
    func write(_ areas: some Sequence<Int>, to out: inout OutputBuffer) {
        let (level, values) = (selection.level, selection.values)
        let details = DetailColumns(selection)
        CommaTable.writeHeader(of: selection.layer, to: &out)
        var common = OutputBuffer()
        for text in [
            level.boundaryVersion, values.source, selection.release.header.licence,
            selection.release.header.protectionNotice,
        ] {
            common.write(byte: UInt8(ascii: ","))
            common.write(csv: text)
        }
        common.write("\r\n")
        for area in areas {
            out.write(csv: level.keys[area])
            for text in [level.names[area], values.date, selection.layer.indicator.id] {
                out.write(byte: UInt8(ascii: ","))
                out.write(csv: text)
            }
            out.write(byte: UInt8(ascii: ","))
            if let number = selection.number(of: area) { out.write(number) }
            out.write(byte: UInt8(ascii: ","))
            out.write(csv: selection.layer.indicator.unit)
            out.write(byte: UInt8(ascii: ","))
            out.write(values.states[area].name)
            out.write(byte: UInt8(ascii: ","))
            if let index = drawn.classIndex(of: area) { out.write(index) }
            out.write(byte: UInt8(ascii: ","))
            out.write(csv: drawn.label(of: area))
            details.writeCells(area, drawn: drawn, to: &out)
            out.write(bytes: common.bytes)
        }
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
