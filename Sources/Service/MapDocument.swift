import Cartography
import Catalogue
import Hummingbird
import Planar

/// `/collections/{layer}/map`: the bare map, or with the pieces of a layout.
struct MapDocument: Document {
    /// The width of a map in pixels unless another is asked for.
    static let standardWidth = 800
    /// The widths and heights that may be asked for.
    static let widths = 32...4096

    private let selection: DatedSelection
    private let width: Int
    private let layout: MapLayout?
    private let shown: Box

    /// Reads the parameters.
    ///
    /// - Throws: A 400 for one that cannot be.
    init(_ inquiry: Inquiry, _ selection: DatedSelection) throws(Problem) {
        let level = selection.selection.served.tiles(of: selection.level)
        self.selection = selection
        self.width = try inquiry.parameters.integer("width", in: MapDocument.widths) ?? MapDocument.standardWidth
        self.layout = try MapParameters.layout(inquiry.parameters, of: level)
        self.shown = (layout ?? MapLayout(width: Double(width))).frame(of: level.metricBox).shown
    }

    var question: String {
        let layout = layout.map { "\($0.height ?? 0) \($0.ground?.hexadecimal ?? "") \(corners) \(places($0))" }
        return "map\u{0}\(width)\u{0}\(layout ?? "")\u{0}\(selection.question)"
    }

    /// What the map shows, in which system, and of when.
    var fields: HTTPFields {
        [
            .contentCoordinateSystem: "<\(OfferedSystem.uri(selection.level.referenceSystem))>",
            .contentBox: corners, .contentDatetime: selection.values.date,
        ]
    }

    func bytes() throws -> [UInt8] {
        guard let layout else { return try selection.drawn().map(width: width) }
        return try selection.drawn().map(layout: layout)
    }

    private var corners: String { "\(shown.minX),\(shown.minY),\(shown.maxX),\(shown.maxY)" }

    private func places(_ layout: MapLayout) -> String {
        [layout.title, layout.legend, layout.scaleBar, layout.attribution].map { $0?.rawValue ?? "" }
            .joined(separator: " ")
    }
}
