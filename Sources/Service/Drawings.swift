import Cartography

/// `/collections/{layer}/sheet.svg`: the map with everything a print needs.
struct SheetDocument: Document {
    let selection: DatedSelection
    let paper: Paper

    var question: String { "sheet\u{0}\(paper)\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] { try selection.drawn().sheet(paper: paper) }
}

/// `/collections/{layer}/legend.json`: the legend as data.
struct LegendDocument: Document {
    let selection: DatedSelection

    var question: String { "legend\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] { try selection.drawn().legendJSON() }
}
