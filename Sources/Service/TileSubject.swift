import Catalogue
import Planar
import Tiles

/// What a tileset is of: one layer, or several layers of the release together.
struct TileSubject: Sendable {
    /// The layers, with values, in the order of their ids.
    let selections: [DatedSelection]
    /// Whether the layers are those of the release rather than one that the path names.
    let isDataset: Bool

    /// One layer.
    ///
    /// - Throws: A 404 or 400 as for the layer's features.
    init(_ inquiry: Inquiry, layer: String) throws(Problem) {
        selections = [try inquiry.selection(of: layer).dated()]
        isDataset = false
    }

    /// The layers that `collections` names, or all. Of all, those without a date in the time asked for are left out.
    ///
    /// - Throws: A 404 for a layer that there is not, a 400 for a list without any.
    init(_ inquiry: Inquiry) throws(Problem) {
        isDataset = true
        var selections: [DatedSelection] = []
        if let text = inquiry.parameters["collections"] {
            for id in Set(text.split(separator: ",").map(String.init)).sorted() {
                selections.append(try inquiry.selection(of: id).dated())
            }
            guard !selections.isEmpty else {
                throw .badRequest("'\(text)' is no value for collections; give ids of layers, with commas between")
            }
        } else {
            for layer in inquiry.served.release.layers {
                let selection = try inquiry.selection(of: layer.id)
                if let values = selection.values {
                    selections.append(DatedSelection(selection: selection, values: values))
                }
            }
        }
        self.selections = selections
    }

    /// The selections as a question.
    var question: String { "\(isDataset)" + selections.map { "\u{0}" + $0.question }.joined() }

    /// The box of all areas in degrees; empty without geometry.
    var geographicBox: Box { levels.reduce(into: Box.empty) { $0.add($1.geographicBox) } }

    /// The box of all areas in the system of a matrix set. Not for an event loop.
    ///
    /// - Throws: `InputError` where PROJ knows no way.
    func box(in set: TileMatrixSet) throws -> Box {
        try levels.reduce(into: Box.empty) { $0.add(try $1.box(in: set)) }
    }

    /// The same where nothing has to be transformed for it; `nil` otherwise.
    func knownBox(in set: TileMatrixSet) -> Box? {
        var box = Box.empty
        for level in levels {
            guard let known = level.knownBox(in: set) else { return nil }
            box.add(known)
        }
        return box
    }

    /// The tiles of a zoom that can hold anything of a box in the set's system, as the pyramids know it; `nil` where
    /// none does or the zoom is not served.
    func limits(of box: Box, in set: TileMatrixSet, zoom: Int) -> TileLimits? {
        guard zoom <= TileZooms.last(of: set) else { return nil }
        return set.limits(of: box, zoom: zoom, buffer: Lattice.buffer + 1)
    }

    /// Each level once, however many layers are on it.
    private var levels: [TileLevel] {
        var seen: Set<[String]> = []
        return selections.filter { seen.insert([$0.level.division, $0.level.level]).inserted }
            .map { $0.selection.served.tiles(of: $0.level) }
    }
}
