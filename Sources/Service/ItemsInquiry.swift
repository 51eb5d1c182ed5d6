import Catalogue
import Formats
import Hummingbird

/// What somebody asks of `/collections/{layer}/items`, in whatever form it is answered.
struct ItemsInquiry: Sendable {
    let inquiry: Inquiry
    let selection: LayerSelection
    let query: FeatureQuery

    /// Reads the parameters.
    ///
    /// - Throws: A 400 for a value that cannot be.
    init(_ inquiry: Inquiry, _ selection: LayerSelection) throws(Problem) {
        self.inquiry = inquiry
        self.selection = selection
        self.query = try FeatureQuery(inquiry.parameters, of: selection.layer)
    }

    /// The document in the form that was asked for.
    func document() -> any Document {
        switch inquiry.representation {
        case .html: ItemsPage(items: self)
        case .csv: ItemsTable(items: self)
        default: ItemsDocument(items: self)
        }
    }

    // The links repeat the parameters as they were given, so these are part of the question.
    var question: String {
        "items\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    /// What the areas are written in, and where they are described.
    var fields: HTTPFields {
        var fields: HTTPFields = [.link: Link.header(describing: url)]
        let hasGeometry = inquiry.representation == .geoJSON || inquiry.representation == .jsonFG
        if hasGeometry { fields[.contentCoordinateSystem] = "<\(query.system.uri)>" }
        return fields
    }

    /// The layer's URL.
    var url: String { Link.layer(selection.layer.id, base: inquiry.base) }

    /// The areas that match, `nil` where the layer has no date in the time asked for.
    func selected() throws -> FeatureSelection? {
        guard selection.values != nil else { return nil }
        return try FeatureSelection(try selection.dated(), query)
    }

    /// The areas of the page among those that match.
    func page(of matching: [Int]) -> ArraySlice<Int> { matching.dropFirst(query.offset).prefix(query.limit) }

    /// The links of a page: itself, its other forms, the pages before and after it, the layer.
    ///
    /// - Parameter root: What the path of the items begins with: the layer's URL, or nothing for relative links.
    func links(matched: Int, root: String) -> [Link] {
        let title = selection.layer.indicator.title
        let parameters = inquiry.parameters
        let form = inquiry.representation
        // A link says which form it leads to, unless it is the one that everybody has who asks for nothing.
        let name: [String: String?] = form == .geoJSON && parameters["f"] == nil ? [:] : ["f": form.name]
        func link(_ relation: String, _ form: Representation, _ changes: [String: String?]) -> Link {
            Link(
                relation: relation, type: form.mediaType, href: root + "/items" + parameters.query(setting: changes),
                title: relation == "alternate" ? "\(title) (\(form.title))" : title)
        }
        func page(at offset: Int, limit: Int) -> [String: String?] {
            name.merging(["offset": String(offset), "limit": String(limit)]) { $1 }
        }
        var links = [link("self", form, name)]
        for other in Representation.featureForms where other != form {
            links.append(link("alternate", other, ["f": other.name]))
        }
        links.append(
            Link(relation: "collection", type: Representation.json.mediaType, href: root, title: title))
        if query.offset + query.limit < matched {
            links.append(link("next", form, page(at: query.offset + query.limit, limit: query.limit)))
        }
        if query.offset > 0 {
            // Shorter where fewer areas come before: pages do not overlap.
            let limit = min(query.limit, query.offset)
            links.append(link("prev", form, page(at: query.offset - limit, limit: limit)))
        }
        return links
    }
}
