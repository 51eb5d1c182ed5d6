import Formats
import Statistics

/// A piece of a map's layout: how large it is, and what it draws when its place is known.
struct MapPanel {
    /// What a panel is, as far as its place depends on it.
    enum Kind {
        case text, legend, bar
    }

    let width: Double
    let height: Double
    let kind: Kind
    let write: (_ x: Double, _ y: Double, _ out: inout OutputBuffer) -> Void

    /// Writes panels into their places.
    ///
    /// Text runs along the upper and the lower edge, everything else stands inside; a legend beside the map has its
    /// column, of which text and bar stay clear. Panels of one place stand one below the other.
    ///
    /// - Parameters:
    ///   - left: The width of the column at the left that is kept for the legend.
    ///   - right: The width of that at the right.
    static func write(
        _ panels: [(MapPlacement, MapPanel)], width: Double, height: Double, left: Double, right: Double,
        to out: inout OutputBuffer
    ) {
        let margin = min(width, height) * 0.015
        func band(_ down: Double) -> Double {
            let bands = panels.filter { $0.0.down == down && $0.1.kind == .text }
            return bands.isEmpty ? 0 : bands.reduce(0) { max($0, $1.1.height) } + margin
        }
        let (top, bottom) = (band(0), band(1))
        for placement in MapPlacement.allCases {
            for isText in [true, false] {
                let stack = panels.filter { $0.0 == placement && ($0.1.kind == .text) == isText }.map(\.1)
                let hasColumn = stack.contains { $0.kind == .legend } && left + right > 0
                let (left, right) = hasColumn ? (0, 0) : (left, right)
                let (top, bottom) = hasColumn || isText ? (0, 0) : (top, bottom)
                let room = stack.reduce(0) { $0 + $1.height } + margin * Double(max(0, stack.count - 1))
                var y = top + margin + placement.down * (height - top - bottom - 2 * margin - room)
                for panel in stack {
                    let x = left + margin + placement.across * (width - left - right - 2 * margin - panel.width)
                    out.writeRectangle(
                        x: x, y: y, width: panel.width, height: panel.height, fill: Colour.white.hexadecimal,
                        stroke: "none", strokeWidth: 0)
                    panel.write(x, y, &out)
                    y += panel.height + margin
                }
            }
        }
    }

    /// Lines of text with room around them.
    static func text(_ block: TextBlock, colour: String = "#1a1a1a") -> MapPanel {
        let pad = block.size * 0.4
        return MapPanel(width: block.width + 2 * pad, height: block.height + 2 * pad, kind: .text) { x, y, out in
            block.write(x: x + pad, top: y + pad, colour: colour, to: &out)
        }
    }

    /// Swatches with what they mean, no wider and no higher than there is room: labels shrink together, rows move closer,
    /// and of more classes than then find room the last line says how many are left out.
    static func legend(_ legend: Legend, type: Double, widest: Double, highest: Double, prefix: String) -> MapPanel {
        let (pad, swatch) = (type * 0.5, type * 1.8)
        let room = widest - 2 * pad
        let heading = TextBlock(
            legend.heading, width: room, sizes: [type, 0.85 * type], lines: 2, most: 3, typeface: .bold)
        let states = legend.states.filter { $0.count > 0 }
        let rowRoom = highest - 2 * pad - heading.height
        let row = type * min(1.5, max(0.7, rowRoom / type / Double(max(1, legend.labels.count + states.count))))
        let shown = min(legend.labels.count, max(1, Int(rowRoom / row) - states.count - 1))
        // A single line more has room where the line that would say so has.
        let isWhole = shown + 1 >= legend.labels.count
        var rows = legend.labels.prefix(isWhole ? legend.labels.count : shown).enumerated().map { index, label in
            (fill: legend.colours[index].hexadecimal, label: label)
        }
        if !isWhole { rows.append(("", Wording(legend.language).omittedClasses(legend.labels.count - shown))) }
        rows += states.map { ("url(#\(prefix)-key-\($0.state.name))", $0.label) }
        let labels = MapPanel.alike(
            rows.map(\.label), width: room - swatch - pad, size: type * min(1, row / type / 1.2))
        let widths = labels.map { swatch + pad + $0.width } + [heading.width]
        let height = 2 * pad + heading.height + row * Double(rows.count)
        return MapPanel(width: (widths.max() ?? 0) + 2 * pad, height: height, kind: .legend) { x, y, out in
            heading.write(x: x + pad, top: y + pad, to: &out)
            var top = y + pad + heading.height
            for (fill, label) in zip(rows.map(\.fill), labels) {
                let (middle, high) = (top + 0.5 * row, min(1.1 * type, 0.85 * row))
                if !fill.isEmpty {
                    out.writeRectangle(
                        x: x + pad, y: middle - high / 2, width: swatch, height: high, fill: fill,
                        strokeWidth: type * 0.05)
                }
                for line in label.lines {
                    out.writeText(line, x: x + 2 * pad + swatch, y: middle + 0.36 * label.size, size: label.size)
                }
                top += row
            }
        }
    }

    /// Texts of one line and one size, at which the longest of them fits or has shrunk to about half.
    private static func alike(_ texts: [String], width: Double, size: Double) -> [TextBlock] {
        let sizes = [1, 0.85, 0.7, 0.55].map { $0 * size }
        let smallest = texts.map { TextBlock($0, width: width, sizes: sizes, lines: 1).size }.min() ?? size
        return texts.map { TextBlock($0, width: width, sizes: [smallest], lines: 1) }
    }

    /// Alternating black and white parts with lengths under them.
    static func scaleBar(_ bar: ScaleBar, language: Language, type: Double) -> MapPanel {
        let pad = type * 0.5
        let labels = bar.labels(in: language)
        let overhang = labels.last.map { Typeface.regular.width(of: $0.text, size: type) } ?? 0
        return MapPanel(width: bar.length + overhang + 2 * pad, height: 2 * pad + 1.8 * type, kind: .bar) { x, y, out in
            let part = bar.length / Double(bar.parts)
            for index in 0..<bar.parts {
                out.writeRectangle(
                    x: x + pad + Double(index) * part, y: y + pad, width: part, height: type * 0.5,
                    fill: index % 2 == 0 ? "#1a1a1a" : Colour.white.hexadecimal, stroke: "#1a1a1a",
                    strokeWidth: type * 0.06)
            }
            for (index, label) in labels.enumerated() {
                // Only figures stand centred under their mark; the unit hangs over.
                let figures = String(label.text.prefix { $0 != " " })
                let shift = index == 0 ? 0 : Typeface.regular.width(of: figures, size: type) / 2
                out.writeText(label.text, x: x + pad + label.position - shift, y: y + pad + 1.6 * type, size: type)
            }
        }
    }
}

extension TextBlock {
    /// The width of the longest line.
    var width: Double { lines.map { typeface.width(of: $0, size: size) }.max() ?? 0 }
}
