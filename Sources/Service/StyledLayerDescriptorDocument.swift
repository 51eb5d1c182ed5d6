import Cartography
import Catalogue
import Formats

/// A layer's style as a Styled Layer Descriptor, for desktop programs and map servers: a rule for each class and state.
struct StyledLayerDescriptorDocument: Document {
    /// The two versions in use.
    enum Version: String, Sendable {
        /// 1.0.0 (OGC 02-070).
        case old = "1.0.0"
        /// 1.1.0 with Symbology Encoding 1.1 (OGC 05-078r4, 05-077r4).
        case symbologyEncoding = "1.1.0"
    }

    private let selection: DatedSelection
    private let version: Version

    init(_ selection: DatedSelection, version: Version) {
        self.selection = selection
        self.version = version
    }

    var question: String { "sld\u{0}\(version.rawValue)\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] {
        let rows = try selection.drawn().legendRows(withAbsentStates: true)
        let isNew = version == .symbologyEncoding
        let prefix = isNew ? "se:" : ""
        var out = OutputBuffer()
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<StyledLayerDescriptor version=\"\(version.rawValue)\"")
        out.write(" xmlns=\"http://www.opengis.net/sld\" xmlns:ogc=\"http://www.opengis.net/ogc\"")
        if isNew { out.write(" xmlns:se=\"http://www.opengis.net/se\"") }
        out.write(">\n<NamedLayer><\(prefix)Name>")
        out.write(xml: selection.layer.id)
        out.write("</\(prefix)Name><UserStyle><\(prefix)Name>")
        out.write(xml: selection.selection.rendering.style.name)
        out.write("</\(prefix)Name>")
        writeTitle(selection.layer.indicator.title, prefix: prefix, to: &out)
        out.write("<\(prefix)FeatureTypeStyle>\n")
        for (index, row) in rows.enumerated() {
            out.write("<\(prefix)Rule><\(prefix)Name>")
            out.write(xml: row.state ?? row.category ?? "class \(index)")
            out.write("</\(prefix)Name>")
            writeTitle(row.text, prefix: prefix, to: &out)
            out.write("<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>")
            out.write(row.state == nil ? "class" : "state")
            out.write("</ogc:PropertyName><ogc:Literal>")
            out.write(xml: row.state ?? String(index))
            out.write("</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>\n<\(prefix)PolygonSymbolizer>")
            writeFill(row, prefix: prefix, to: &out)
            writeStroke(prefix: prefix, to: &out)
            out.write("</\(prefix)PolygonSymbolizer></\(prefix)Rule>\n")
        }
        out.write("</\(prefix)FeatureTypeStyle></UserStyle></NamedLayer>\n</StyledLayerDescriptor>\n")
        return out.bytes
    }

    private func writeTitle(_ title: String, prefix: String, to out: inout OutputBuffer) {
        out.write(prefix.isEmpty ? "<Title>" : "<se:Description><se:Title>")
        out.write(xml: title)
        out.write(prefix.isEmpty ? "</Title>" : "</se:Title></se:Description>")
    }

    private func writeFill(_ row: LayerRendering.LegendRow, prefix: String, to out: inout OutputBuffer) {
        out.write("<\(prefix)Fill>")
        if let colour = row.colour {
            writeParameter("fill", colour, prefix: prefix, to: &out)
        } else {
            out.write("<\(prefix)GraphicFill><\(prefix)Graphic><\(prefix)Mark><\(prefix)WellKnownName>")
            out.write(Hatching(rawValue: row.hatching)?.markName ?? "x")
            out.write("</\(prefix)WellKnownName><\(prefix)Stroke>")
            writeParameter("stroke", Hatching.ink.hexadecimal, prefix: prefix, to: &out)
            out.write("</\(prefix)Stroke></\(prefix)Mark><\(prefix)Size>6</\(prefix)Size>")
            out.write("</\(prefix)Graphic></\(prefix)GraphicFill>")
        }
        out.write("</\(prefix)Fill>")
    }

    private func writeStroke(prefix: String, to out: inout OutputBuffer) {
        let style = selection.selection.rendering.style
        out.write("<\(prefix)Stroke>")
        writeParameter("stroke", style.outline.hexadecimal, prefix: prefix, to: &out)
        var width = OutputBuffer()
        width.write(max(0.5, style.outlineWidth * 96 / 25.4), decimals: 2)
        writeParameter("stroke-width", String(decoding: width.bytes, as: UTF8.self), prefix: prefix, to: &out)
        out.write("</\(prefix)Stroke>")
    }

    private func writeParameter(_ name: String, _ value: String, prefix: String, to out: inout OutputBuffer) {
        let element = prefix.isEmpty ? "CssParameter" : "se:SvgParameter"
        out.write("<\(element) name=\"\(name)\">\(value)</\(element)>")
    }
}

extension Hatching {
    /// The mark that desktop programs repeat to a hatching of this kind; `slash` and `vertline` are not in the standard
    /// but understood by QGIS and others.
    fileprivate var markName: String {
        switch self {
        case .crosses: "x"
        case .diagonals: "slash"
        case .dots: "circle"
        case .bars: "vertline"
        }
    }
}
