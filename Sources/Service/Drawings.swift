import Cartography

/// `/collections/{layer}/map`: the bare map.
struct MapDocument: Document {
    /// The width of a map in pixels unless another is asked for.
    static let standardWidth = 800
    /// The widths that may be asked for.
    static let widths = 32...4096

    let selection: DatedSelection
    let width: Int

    var question: String { "map\u{0}\(width)\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] { try selection.drawn().map(width: width) }
}

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
