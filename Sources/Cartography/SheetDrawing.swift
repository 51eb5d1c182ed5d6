import Formats
import Planar
import Statistics

/// The print sheet as SVG: the map with everything a printed map has to say.
///
/// Above the map its title with the unit, then division, boundary version and reference date; below or beside it the
/// legend with limits, number of areas per class and the no-value signs, scale bar and north arrow; at the foot sources,
/// publisher, licence and protection notice. User units are millimetres of paper.
public enum SheetDrawing {
    /// Draws a sheet.
    ///
    ///     let svg = SheetDrawing.sheet(subject, legend, paper: .a4Landscape)
    ///
    /// Long texts break into lines, then shrink; nothing runs out of the paper. Area numbers stand where they fit into
    /// their area, and the foot says how many do not.
    ///
    /// - Parameters:
    ///   - subject: What is mapped.
    ///   - legend: Its legend; the sheet speaks the legend's language.
    ///   - paper: The paper; `nil` for the style's.
    /// - Complexity: O(*v*) for *v* vertices; the same bytes every time.
    public static func sheet(_ subject: MapSubject, _ legend: Legend, paper: Paper? = nil) -> [UInt8] {
        let paper = paper ?? legend.style.paper
        let page = SheetPage(paper)
        let head = SheetHead(subject, legend, page)
        // How many numbers are left out is known only after the map's place is; the foot keeps a line for it.
        let foot = SheetFoot(subject, legend, page)
        let key = SheetKey(legend, page, height: page.height - page.margin - foot.height - head.height - page.margin)
        let frame = page.frame(below: head.height, above: foot.height, key: key)
        let lattice = Lattice(
            fitting: subject.areas.box, width: frame.width, height: frame.height, fineness: 20)
        let layer = AreaLayer(subject: subject, legend: legend, lattice: lattice, prefix: "sheet", millimetres: 1)
        let numbers = AreaNumbers(subject, on: lattice, sizes: [2.7, 2.3, 2, 1.8].map { $0 * page.scale })

        var out = OutputBuffer()
        page.open(heading: legend.heading, description: legend.description(of: subject), legend: legend, to: &out)
        out.write("<defs>")
        layer.writePatterns(to: &out)
        for entry in legend.states where entry.count > 0 {
            entry.hatching.write(pattern: "key-\(entry.state.name)", scale: 1, to: &out)
        }
        out.write("</defs>\n")
        out.writeRectangle(
            x: 0, y: 0, width: page.width, height: page.height, fill: Colour.white.hexadecimal, stroke: "none",
            strokeWidth: 0)
        head.write(to: &out)
        out.write("<g transform=\"translate(")
        out.write(frame.minX, decimals: 2)
        out.write(" ")
        out.write(frame.minY, decimals: 2)
        out.write(")\">\n")
        layer.write(to: &out)
        numbers.write(keys: subject.keys, to: &out)
        out.write("</g>\n")
        let bar = ScaleBar(
            metresPerMillimetre: lattice.metresPerUnit, longest: min(0.36 * frame.width, 0.62 * key.orientationWidth))
        key.write(at: page.keyPlace(frame: frame, above: foot.height, key: key), bar: bar, to: &out)
        foot.write(omitted: numbers.omitted, to: &out)
        out.write("</svg>\n")
        return out.bytes
    }
}

extension AreaNumbers {
    /// Writes the numbers with a halo, so that they can be read on any colour and hatching.
    func write(keys: [String], to out: inout OutputBuffer) {
        guard !labels.isEmpty else { return }
        out.write(
            "<g text-anchor=\"middle\" fill=\"#111111\" stroke=\"#ffffff\" stroke-linejoin=\"round\" "
                + "paint-order=\"stroke\" aria-hidden=\"true\">\n")
        for label in labels {
            out.write("<text")
            out.writeAttribute("x", label.x)
            out.writeAttribute("y", label.y + AreaNumbers.figureHeight * label.size / 2)
            out.writeAttribute("font-size", label.size)
            out.writeAttribute("stroke-width", 0.22 * label.size)
            out.write(">")
            out.write(xml: keys[label.area])
            out.write("</text>\n")
        }
        out.write("</g>\n")
    }
}
