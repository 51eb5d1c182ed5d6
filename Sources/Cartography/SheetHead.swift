import Formats

/// The head of a sheet: atlas, title with unit, division, boundary version and reference date.
struct SheetHead {
    private let atlas: TextBlock
    private let title: TextBlock
    private let subtitle: TextBlock
    private let page: SheetPage

    init(_ subject: MapSubject, _ legend: Legend, _ page: SheetPage) {
        let wording = Wording(legend.language)
        let scale = page.scale
        self.page = page
        atlas = TextBlock(subject.atlas, width: page.textWidth, sizes: [3.1 * scale, 2.6 * scale], lines: 1)
        title = TextBlock(
            legend.heading, width: page.textWidth, sizes: [7.2, 6.2, 5.2, 4.4, 3.8].map { $0 * scale }, lines: 2,
            most: 4,
            typeface: .bold)
        let parts = [subject.division, wording.boundaries(subject.boundaryVersion), wording.reference(subject.date)]
        subtitle = TextBlock(
            parts.filter { !$0.isEmpty }.joined(separator: " · "), width: page.textWidth,
            sizes: [3.9, 3.5, 3.1].map { $0 * scale }, lines: 2, most: 3)
    }

    /// The height below the upper margin, with the rule under the head.
    var height: Double {
        (atlas.lines.isEmpty ? 0 : atlas.height + 0.8 * page.scale) + title.height + 0.6 * page.scale + subtitle.height
            + 2.2 * page.scale
    }

    func write(to out: inout OutputBuffer) {
        var y = page.margin
        if !atlas.lines.isEmpty {
            atlas.write(x: page.margin, top: y, colour: "#5a5a5a", to: &out)
            y += atlas.height + 0.8 * page.scale
        }
        title.write(x: page.margin, top: y, to: &out)
        y += title.height + 0.6 * page.scale
        subtitle.write(x: page.margin, top: y, colour: "#333333", to: &out)
        y += subtitle.height + 2.2 * page.scale
        out.writeRule(
            x: page.margin, y: y, width: page.textWidth, strokeWidth: 0.35 * page.scale, colour: "#1a1a1a")
    }
}

extension TextBlock {
    /// Writes the lines from a top edge downwards.
    func write(x: Double, top: Double, colour: String = "#1a1a1a", to out: inout OutputBuffer) {
        for (index, line) in lines.enumerated() {
            // The first baseline lies a typical ascent under the top.
            let baseline = top + size * (1 + Double(index) * TextBlock.leading)
            out.writeText(line, x: x, y: baseline, size: size, weight: typeface, colour: colour)
        }
    }
}
