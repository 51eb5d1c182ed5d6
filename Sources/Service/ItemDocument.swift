import Catalogue
import Formats

/// `/collections/{layer}/items/{featureId}`: one area.
struct ItemDocument: Document {
    private let selection: DatedSelection
    private let parameters: QueryParameters
    private let base: String
    private let area: Int

    /// Finds the area of a key.
    ///
    /// - Throws: A 404 where the layer has no such area.
    init(_ inquiry: Inquiry, _ selection: DatedSelection, key: String) throws(Problem) {
        guard let area = ItemDocument.index(of: key, in: selection.level.keys) else {
            throw .notFound("layer '\(selection.layer.id)' has no area '\(key)'")
        }
        self.selection = selection
        self.parameters = inquiry.parameters
        self.base = inquiry.base
        self.area = area
    }

    var question: String {
        "item\u{0}\(base)\u{0}\(selection.level.keys[area])\u{0}\(parameters.query())\u{0}\(selection.question)"
    }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        let url = Link.layer(selection.layer.id, base: base)
        let item = url + "/items/" + PercentEncoding.encode(selection.level.keys[area])
        let title = selection.layer.indicator.title
        try FeatureWriter(selection).writeOpen(area, to: &out)
        out.write(",\"links\":")
        Link.write(
            [
                Link(
                    relation: "self", type: Representation.geoJSON.mediaType, href: item + parameters.query(),
                    title: selection.level.names[area]),
                Link(relation: "collection", type: Representation.json.mediaType, href: url, title: title),
            ], to: &out)
        out.writeProvenance(of: selection.selection)
        out.write("}\n")
        return out.bytes
    }

    /// The keys are sorted by their bytes.
    private static func index(of key: String, in keys: [String]) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle].utf8.lexicographicallyPrecedes(key.utf8) { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low].utf8.elementsEqual(key.utf8) ? low : nil
    }
}
