/// Text broken into lines of a given width, set as large as it fits.
struct TextBlock {
    let lines: [String]
    /// The size of type, in the unit of the width.
    let size: Double
    let typeface: Typeface

    /// From one baseline to the next, as a multiple of the size.
    static let leading = 1.3

    /// The height of all lines.
    var height: Double { Double(lines.count) * size * TextBlock.leading }

    /// Sets text in the largest of the sizes that needs no more than so many lines.
    ///
    /// Where even the smallest size needs more, it takes up to `most` lines; beyond them the text ends in `…`: nothing
    /// runs out of the paper.
    init(
        _ text: String, width: Double, sizes: [Double], lines limit: Int, most: Int? = nil,
        typeface: Typeface = .regular
    ) {
        self.typeface = typeface
        var lines: [String] = []
        var size = 0.0
        for candidate in sizes {
            size = candidate
            lines = TextBlock.broken(text, width: width, size: candidate, typeface)
            if lines.count <= limit { break }
        }
        let most = max(limit, most ?? limit)
        if lines.count > most {
            lines.removeSubrange(most...)
            var last = lines.removeLast()
            while !last.isEmpty && typeface.width(of: last + " …", size: size) > width { last.removeLast() }
            lines.append(last + " …")
        }
        self.lines = lines
        self.size = size
    }

    /// Lines broken at blanks, and inside words only where a word is wider than a line.
    private static func broken(_ text: String, width: Double, size: Double, _ typeface: Typeface) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if typeface.width(of: longer, size: size) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty && typeface.width(of: line + String(character), size: size) > width {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
