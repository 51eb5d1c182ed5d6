import Formats
import Planar
import Statistics

extension MapDrawing {
    /// Draws a map with pieces of a layout: section, ground, title, legend, scale bar, attribution.
    ///
    ///     var layout = MapLayout(width: 900)
    ///     layout.legend = .topRight
    ///     let svg = MapDrawing.map(subject, legend, layout: layout)
    ///
    /// Areas that lie wholly outside the section are left out. For ids, attributes and names see
    /// ``map(_:_:width:height:prefix:)``.
    ///
    /// - Precondition: Width and height are positive.
    /// - Complexity: O(*v*) for *v* vertices; the same bytes every time.
    public static func map(
        _ subject: MapSubject, _ legend: Legend, layout: MapLayout, prefix: String = "map"
    ) -> [UInt8] {
        let box = subject.areas.box
        let (width, (shown, height)) = (layout.width, layout.frame(of: box))
        precondition(width > 0 && height > 0, "a map has a size")
        let lattice = Lattice(fitting: shown, width: width, height: height, fineness: 10)
        let layer = AreaLayer(
            subject: subject, legend: legend, lattice: lattice, prefix: prefix, millimetres: 25.4 / 96,
            section: layout.section == nil ? nil : shown)
        var out = OutputBuffer()
        MapDrawing.writeHead(
            subject, legend, width: width, height: height,
            attributes: " font-family=\"DejaVu Sans, Arial, sans-serif\"", prefix: prefix, to: &out)
        out.write("<defs>")
        layer.writePatterns(to: &out)
        if layout.legend != nil {
            for entry in legend.states where entry.count > 0 {
                entry.hatching.write(pattern: "\(prefix)-key-\(entry.state.name)", scale: 96 / 25.4, to: &out)
            }
        }
        out.write("</defs>\n")
        if let ground = layout.ground {
            out.writeRectangle(
                x: 0, y: 0, width: width, height: height, fill: ground.hexadecimal, stroke: "none", strokeWidth: 0)
        }
        layer.write(to: &out)
        let panels = panels(
            subject, legend, layout, height: height, metresPerPixel: shown.width / width, prefix: prefix)
        let room = layout.reserved
        MapPanel.write(panels, width: width, height: height, left: room.left, right: room.right, to: &out)
        out.write("</svg>\n")
        return out.bytes
    }

    private static func panels(
        _ subject: MapSubject, _ legend: Legend, _ layout: MapLayout, height: Double, metresPerPixel: Double,
        prefix: String
    ) -> [(MapPlacement, MapPanel)] {
        let type = layout.type
        let widest = layout.width - layout.reserved.left - layout.reserved.right - 2.5 * type
        let wording = Wording(legend.language)
        var panels: [(MapPlacement, MapPanel)] = []
        if let place = layout.title {
            let parts = [legend.heading, subject.division, wording.reference(subject.date)]
            let title = TextBlock(
                parts.filter { !$0.isEmpty }.joined(separator: " · "), width: widest,
                sizes: [1.3, 1.1, 0.9].map { $0 * type }, lines: 2, typeface: .bold)
            panels.append((place, .text(title)))
        }
        if let place = layout.legend {
            panels.append(
                (
                    place,
                    .legend(
                        legend, type: type, widest: layout.width * MapLayout.legendShare, highest: 0.97 * height,
                        prefix: prefix)
                ))
        }
        if let place = layout.scaleBar,
            let bar = ScaleBar(metresPerMillimetre: metresPerPixel, longest: layout.width * 0.25)
        {
            panels.append((place, .scaleBar(bar, language: legend.language, type: 0.85 * type)))
        }
        if let place = layout.attribution {
            let parts = [
                (legend.language("Quelle: ", "Source: "), subject.source),
                (legend.language("Kartengrundlage: ", "Boundaries: "), subject.boundarySource),
                (legend.language("Herausgeber: ", "Publisher: "), subject.publisher),
                (legend.language("Lizenz: ", "Licence: "), subject.licence),
                (
                    legend.language("Geheimhaltung: ", "Protection: "),
                    legend.language.protection(subject.protectionNotice)
                ),
            ]
            let text = TextBlock(
                parts.filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "; "),
                width: min(widest, 0.7 * layout.width), sizes: [0.75 * type, 0.65 * type], lines: 3, most: 4)
            panels.append((place, .text(text, colour: "#333333")))
        }
        return panels
    }
}
