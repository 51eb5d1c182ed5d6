import Formats

/// The foot of a sheet: sources, publisher and licence, protection notice, numbers left out.
struct SheetFoot {
    private let blocks: [TextBlock]
    private let page: SheetPage
    private let language: Language

    init(_ subject: MapSubject, _ legend: Legend, _ page: SheetPage) {
        self.page = page
        language = legend.language
        func joined(_ parts: [(String, String)]) -> String {
            parts.filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "; ")
        }
        let paragraphs = [
            joined([
                (language("Quelle: ", "Source: "), subject.source),
                (language("Kartengrundlage: ", "Boundaries: "), subject.boundarySource),
            ]),
            joined([
                (language("Herausgeber: ", "Publisher: "), subject.publisher),
                (language("Lizenz: ", "Licence: "), subject.licence),
                (language("Stichtag: ", "Reference date: "), language.date(subject.date)),
            ]),
            joined([(language("Geheimhaltung: ", "Protection: "), language.protection(subject.protectionNotice))]),
        ]
        blocks = paragraphs.filter { !$0.isEmpty }.map { paragraph in
            TextBlock(
                paragraph, width: page.textWidth, sizes: [2.5 * page.scale, 2.2 * page.scale, 1.9 * page.scale],
                lines: 3, most: 8)
        }
    }

    /// The height above the lower margin, with the rule above and a line for the numbers left out.
    var height: Double {
        blocks.reduce(0) { $0 + $1.height } + 2.5 * page.scale + noteHeight
    }

    private var noteSize: Double { 2.5 * page.scale }
    private var noteHeight: Double { noteSize * TextBlock.leading }

    func write(omitted: Int, to out: inout OutputBuffer) {
        var y = page.height - page.margin - height
        out.writeRule(
            x: page.margin, y: y, width: page.textWidth, strokeWidth: 0.2 * page.scale, colour: "#8a8a8a")
        y += 1.6 * page.scale
        for block in blocks {
            block.write(x: page.margin, top: y, colour: "#333333", to: &out)
            y += block.height
        }
        if omitted > 0 {
            out.writeText(
                Wording(language).omitted(omitted), x: page.margin, y: y + noteSize, size: noteSize, colour: "#333333")
        }
    }
}
