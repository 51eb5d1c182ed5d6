import Formats
import Planar
import Statistics

extension SheetKey {
    /// Writes the legend into its place.
    func write(at place: Box, bar: ScaleBar?, to out: inout OutputBuffer) {
        writeClasses(x: place.minX, top: place.minY, to: &out)
        if page.isLandscape {
            writeStates(x: place.minX, top: place.minY + classesHeight + page.gap, width: column, to: &out)
        } else {
            writeStates(
                x: place.maxX - orientationWidth, top: place.minY, width: orientationWidth, to: &out)
        }
        writeOrientation(x: place.maxX - orientationWidth, bottom: place.maxY, bar: bar, to: &out)
    }

    private func writeClasses(x: Double, top: Double, to out: inout OutputBuffer) {
        heading.write(x: x, top: top, to: &out)
        let lastLine = top + heading.size * (1 + TextBlock.leading * Double(max(0, heading.lines.count - 1)))
        writeCountHeading(x: x + column, y: lastLine, to: &out)
        var y = top + headingHeight
        for index in 0..<rows {
            writeRow(
                x: x, y: y, width: column, fill: legend.colours[index].hexadecimal, label: legend.labels[index],
                count: legend.classes.counts[index], to: &out)
            y += row
        }
        y += 1.2 * page.scale
        for note in notes {
            note.write(x: x, top: y, colour: "#5a5a5a", to: &out)
            y += note.height
        }
    }

    private func writeStates(x: Double, top: Double, width: Double, to out: inout OutputBuffer) {
        let present = legend.states.filter { $0.count > 0 }
        guard !present.isEmpty else { return }
        let size = 3.5 * page.scale
        out.writeText(
            legend.language("Ohne Wert", "No value"), x: x, y: top + size, size: size, weight: .bold)
        writeCountHeading(x: x + width, y: top + size, to: &out)
        var y = top + 6 * page.scale
        for entry in present {
            writeRow(
                x: x, y: y, width: width, fill: "url(#key-\(entry.state.name))", label: entry.label,
                count: entry.count, to: &out)
            y += row
        }
    }

    private func writeCountHeading(x: Double, y: Double, to out: inout OutputBuffer) {
        out.writeText(
            Wording(legend.language).areas, x: x, y: y, size: 2.5 * page.scale, anchor: .end, colour: "#5a5a5a")
    }

    /// Writes a swatch, a label that shrinks to its room, and a number at the right.
    private func writeRow(
        x: Double, y: Double, width: Double, fill: String, label: String, count: Int, to out: inout OutputBuffer
    ) {
        let swatchWidth = 8.5 * page.scale
        let swatchHeight = 0.78 * row
        out.writeRectangle(x: x, y: y, width: swatchWidth, height: swatchHeight, fill: fill)
        let indent = swatchWidth + 2.5 * page.scale
        let number = NumberFormat(legend.language).text(count)
        let size = 3.1 * page.scale * max(0.6, tightness)
        let room = width - indent - Typeface.regular.width(of: number, size: size) - 2 * page.scale
        let text = TextBlock(label, width: room, sizes: [1, 0.85, 0.7, 0.55].map { $0 * size }, lines: 1)
        let middle = y + swatchHeight / 2
        for line in text.lines { out.writeText(line, x: x + indent, y: middle + 0.36 * text.size, size: text.size) }
        out.writeText(number, x: x + width, y: middle + 0.36 * size, size: size, anchor: .end)
    }

    private func writeOrientation(x: Double, bottom: Double, bar: ScaleBar?, to out: inout OutputBuffer) {
        let scale = page.scale
        if let bar { writeBar(bar, x: x, y: bottom - 5.6 * scale, to: &out) }
        writeArrow(x: x + orientationWidth - 4 * scale, top: bottom - orientationHeight, to: &out)
    }

    /// Alternating black and white parts with lengths under them.
    private func writeBar(_ bar: ScaleBar, x: Double, y: Double, to out: inout OutputBuffer) {
        let part = bar.length / Double(bar.parts)
        let size = 2.6 * page.scale
        for index in 0..<bar.parts {
            out.writeRectangle(
                x: x + Double(index) * part, y: y, width: part, height: 1.5 * page.scale,
                fill: index % 2 == 0 ? "#1a1a1a" : Colour.white.hexadecimal, stroke: "#1a1a1a",
                strokeWidth: 0.2 * page.scale)
        }
        for (index, label) in bar.labels(in: legend.language).enumerated() {
            // Only figures stand centred under their mark; the unit hangs over.
            let figures = label.text.prefix { $0 != " " }
            let shift = index == 0 ? 0 : Typeface.regular.width(of: String(figures), size: size) / 2
            out.writeText(label.text, x: x + label.position - shift, y: y + 4.8 * page.scale, size: size)
        }
    }

    /// A slim needle, one half filled, with an N above.
    private func writeArrow(x: Double, top: Double, to out: inout OutputBuffer) {
        let scale = page.scale
        let size = 3.4 * scale
        out.writeText(
            Wording(legend.language).north, x: x, y: top + 0.76 * size, size: size, weight: .bold, anchor: .middle)
        let tip = top + 3.6 * scale
        let base = top + orientationHeight
        func needle(_ side: Double, fill: String) {
            out.write("<path d=\"M")
            out.write(x, decimals: 2)
            out.write(" ")
            out.write(tip, decimals: 2)
            out.write("L")
            out.write(x + side * 2.6 * scale, decimals: 2)
            out.write(" ")
            out.write(base, decimals: 2)
            out.write("L")
            out.write(x, decimals: 2)
            out.write(" ")
            out.write(base - 2.6 * scale, decimals: 2)
            out.write("z\" fill=\"\(fill)\" stroke=\"#1a1a1a\" stroke-linejoin=\"round\"")
            out.writeAttribute("stroke-width", 0.2 * scale)
            out.write("/>\n")
        }
        needle(-1, fill: "#1a1a1a")
        needle(1, fill: Colour.white.hexadecimal)
    }
}
