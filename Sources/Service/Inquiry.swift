import Cartography
import Catalogue

/// What a request asks, read and checked, before it is known which document answers it.
struct Inquiry: Sendable {
    let served: ServedRelease
    let parameters: QueryParameters
    let representation: Representation
    let language: Language
    /// What absolute links begin with.
    let base: String
    let styles: [String: Style]
    /// What distinguishes this program and its styles from another version's.
    let edition: String
    /// The map libraries that viewer pages may load.
    let libraries: ViewerLibraries

    /// The selection of a layer that the parameters describe.
    ///
    /// - Throws: A 404 for an unknown layer, a 400 for a value that cannot be.
    func selection(of id: String) throws(Problem) -> LayerSelection {
        let (layer, level) = try served.layer(id)
        var interval: DateInterval?
        if let text = parameters["datetime"] { interval = try DateInterval(text) }
        let choice = try RenderingChoice(parameters, style: styles[layer.indicator.style] ?? .standard)
        return LayerSelection(
            served: served, layer: layer, level: level,
            values: layer.dates.last { interval?.contains($0.date) ?? true },
            // Categories are what they are: what was asked for is checked, and makes no difference.
            rendering: layer.categories.isEmpty ? choice : RenderingChoice(style: choice.style),
            language: language)
    }
}

extension Route {
    /// The document that answers an inquiry. Health, icon and stylesheet need no release and are answered before one is
    /// asked for; what is given here for them is never sent.
    ///
    /// - Throws: A 404 or 400, before any work is done.
    func document(for inquiry: Inquiry) throws(Problem) -> any Document {
        switch self {
        case .landing:
            return inquiry.representation == .html ? LandingPage(inquiry) : LandingDocument(inquiry)
        case .collections:
            return inquiry.representation == .html ? CollectionsPage(inquiry) : try CollectionsDocument(inquiry)
        case .collection(let layer):
            let selection = try inquiry.selection(of: layer)
            guard inquiry.representation == .html else { return CollectionDocument(inquiry, selection) }
            return LayerPage(inquiry, try selection.dated())
        case .items(let layer):
            return try ItemsInquiry(inquiry, inquiry.selection(of: layer)).document()
        case .item(let layer, let key):
            return try ItemInquiry(inquiry, inquiry.selection(of: layer).dated(), key: key).document()
        case .map(let layer):
            return try MapDocument(inquiry, inquiry.selection(of: layer).dated())
        case .sheet(let layer):
            let selection = try inquiry.selection(of: layer).dated()
            return SheetDocument(selection: selection, paper: try RenderingChoice.paper(inquiry.parameters, selection))
        case .legend(let layer):
            return LegendDocument(selection: try inquiry.selection(of: layer).dated())
        case .table(let layer):
            return TableDocument(selection: try inquiry.selection(of: layer).dated())
        case .queryables(let layer):
            return PropertySchema(inquiry, try inquiry.selection(of: layer), use: .queryables)
        case .schema(let layer):
            return PropertySchema(inquiry, try inquiry.selection(of: layer), use: .features)
        case .method(let layer):
            return try MethodDocument(inquiry, inquiry.selection(of: layer))
        case .findings(let division):
            return FindingsDocument(document: try inquiry.served.document(named: FindingsDocument.name(of: division)))
        case .conformance:
            return inquiry.representation == .html ? ConformancePage(inquiry: inquiry) : ConformanceDocument()
        case .api:
            return inquiry.representation == .html ? OpenAPIPage(inquiry: inquiry) : OpenAPIDocument(inquiry: inquiry)
        case .apiPage:
            return OpenAPIPage(inquiry: inquiry)
        case .tiled(let route):
            return try route.document(for: inquiry)
        case .portrayed(let route):
            return try route.document(for: inquiry)
        case .health, .favicon, .stylesheet:
            return FixedDocument.favicon
        }
    }
}
