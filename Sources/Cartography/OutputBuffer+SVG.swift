import Formats

/// Type on the sheet.
enum Anchor: String {
    case start
    case middle
    case end
}

extension OutputBuffer {
    /// Closes the `viewBox` attribute of an open `<svg` tag, and names the drawing for screen readers.
    mutating func writeAccessibleName(_ title: String, description: String, language: Language, prefix: String) {
        write("\" role=\"img\" lang=\"\(language.rawValue)\" aria-labelledby=\"")
        write(xml: "\(prefix)-title \(prefix)-desc")
        write("\">\n<title id=\"")
        write(xml: "\(prefix)-title")
        write("\">")
        write(xml: title)
        write("</title>\n<desc id=\"")
        write(xml: "\(prefix)-desc")
        write("\">")
        write(xml: description)
        write("</desc>\n")
    }

    /// Writes one line of text; `y` is its baseline.
    mutating func writeText(
        _ text: String, x: Double, y: Double, size: Double, weight: Typeface = .regular, anchor: Anchor = .start,
        colour: String = "#1a1a1a"
    ) {
        guard !text.isEmpty else { return }
        write("<text")
        writeAttribute("x", x)
        writeAttribute("y", y)
        writeAttribute("font-size", size)
        if weight == .bold { write(" font-weight=\"bold\"") }
        if anchor != .start { write(" text-anchor=\"\(anchor.rawValue)\"") }
        write(" fill=\"\(colour)\">")
        write(xml: text)
        write("</text>\n")
    }

    /// Writes a rectangle.
    mutating func writeRectangle(
        x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String = "#4a4a4a",
        strokeWidth: Double = 0.12
    ) {
        write("<rect")
        writeAttribute("x", x)
        writeAttribute("y", y)
        writeAttribute("width", width)
        writeAttribute("height", height)
        write(" fill=\"")
        write(xml: fill)
        write("\" stroke=\"\(stroke)\"")
        writeAttribute("stroke-width", strokeWidth)
        write("/>\n")
    }

    /// Writes a level line.
    mutating func writeRule(x: Double, y: Double, width: Double, strokeWidth: Double, colour: String) {
        write("<path d=\"M")
        write(x, decimals: 2)
        write(" ")
        write(y, decimals: 2)
        write("h")
        write(width, decimals: 2)
        write("\" stroke=\"\(colour)\"")
        writeAttribute("stroke-width", strokeWidth)
        write("/>\n")
    }

    /// Writes ` name="12.3"`.
    mutating func writeAttribute(_ name: String, _ number: Double) {
        write(" \(name)=\"")
        write(number, decimals: 2)
        write("\"")
    }
}
