import Catalogue
import Formats
import Hummingbird

/// What somebody asks of `/collections/{layer}/items/{featureId}`: one area, in whatever form.
struct ItemInquiry: Sendable {
    let inquiry: Inquiry
    let selection: DatedSelection
    let area: Int
    let system: OfferedSystem

    /// Finds the area of a key.
    ///
    /// - Throws: A 404 where the layer has no such area, a 400 for a system that is not offered.
    init(_ inquiry: Inquiry, _ selection: DatedSelection, key: String) throws(Problem) {
        guard let area = ItemInquiry.index(of: key, in: selection.level.keys) else {
            throw .notFound("layer '\(selection.layer.id)' has no area '\(key)'")
        }
        self.inquiry = inquiry
        self.selection = selection
        self.area = area
        self.system = try inquiry.parameters.system("crs")
    }

    /// The document in the form that was asked for.
    func document() -> any Document {
        switch inquiry.representation {
        case .html: ItemPage(item: self)
        case .csv: ItemTable(item: self)
        default: ItemDocument(item: self)
        }
    }

    var question: String {
        "item\u{0}\(inquiry.base)\u{0}\(key)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    var fields: HTTPFields {
        let hasGeometry = inquiry.representation == .geoJSON || inquiry.representation == .jsonFG
        return hasGeometry ? [.contentCoordinateSystem: "<\(system.uri)>"] : [:]
    }

    /// The area's key.
    var key: String { selection.level.keys[area] }

    /// The layer's URL.
    var url: String { Link.layer(selection.layer.id, base: inquiry.base) }

    /// The links: itself, its other forms, the layer.
    ///
    /// - Parameter root: The URL of the layer, absolute or relative.
    func links(root: String) -> [Link] {
        let parameters = inquiry.parameters
        let form = inquiry.representation
        func link(_ relation: String, _ form: Representation, _ changes: [String: String?]) -> Link {
            let path = "\(root)/items/\(PercentEncoding.encode(key))\(parameters.query(setting: changes))"
            return Link(
                relation: relation, type: form.mediaType, href: path,
                title: "\(selection.level.names[area]) (\(form.title))")
        }
        var links = [link("self", form, form == .geoJSON && parameters["f"] == nil ? [:] : ["f": form.name])]
        for other in Representation.featureForms where other != form {
            links.append(link("alternate", other, ["f": other.name]))
        }
        links.append(
            Link(
                relation: "collection", type: Representation.json.mediaType, href: root,
                title: selection.layer.indicator.title))
        return links
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

/// One area as a feature, in GeoJSON or JSON-FG.
struct ItemDocument: Document {
    let item: ItemInquiry

    var question: String { item.question }
    var fields: HTTPFields { item.fields }

    func bytes() throws -> [UInt8] {
        let isJSONFG = item.inquiry.representation == .jsonFG
        var out = OutputBuffer()
        let writer = try FeatureWriter(
            item.selection, drawn: try item.selection.drawn(), system: item.system, isJSONFG: isJSONFG)
        writer.writeOpen(item.area, to: &out)
        if isJSONFG { FeatureWriter.writeHead(system: item.system, to: &out) }
        out.write(",\"links\":")
        Link.write(item.links(root: item.url), to: &out)
        out.writeProvenance(of: item.selection.selection)
        out.write("}\n")
        return out.bytes
    }
}

/// One area as a table of one row.
struct ItemTable: Document {
    let item: ItemInquiry

    var question: String { item.question }
    var fields: HTTPFields { item.fields }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        CommaTable(item.selection, drawn: try item.selection.drawn()).write([item.area], to: &out)
        return out.bytes
    }
}
