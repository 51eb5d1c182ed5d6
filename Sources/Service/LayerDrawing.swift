public import Cartography
public import Catalogue
public import Diagnostics
public import Statistics

/// A layer of a release drawn without a server, as `kleinraum map` does: the same bytes as the server's answer.
///
///     let drawing = LayerDrawing(layer: "gliederung.stadtteil.sgb2_rate", language: .english)
///     let sheet = try drawing.sheet(of: release, paper: .a4)
public struct LayerDrawing: Sendable {
    /// The layer's id.
    public var layer: String
    /// The reference date, `YYYY-MM-DD`; `nil` for the newest.
    public var date: String?
    /// Another classification than the style's.
    public var method: Classification.Method?
    /// Another number of classes than the style's, 1 to 9.
    public var classes: Int?
    /// The language of all words and numbers.
    public var language: Language
    /// Styles by the names that indicators use; an indicator without one has the standard style.
    public var styles: [String: Style]

    /// Says what to draw.
    public init(
        layer: String, date: String? = nil, method: Classification.Method? = nil, classes: Int? = nil,
        language: Language = .german, styles: [String: Style] = [:]
    ) {
        self.layer = layer
        self.date = date
        self.method = method
        self.classes = classes
        self.language = language
        self.styles = styles
    }

    /// The bare map as SVG.
    ///
    /// - Parameter width: The width in pixels; what the server draws unless asked otherwise where `nil`.
    /// - Throws: ``InputError`` for a layer or date that the release has not, or values that cannot be classified so.
    public func map(of release: Release, width: Int? = nil) throws(InputError) -> [UInt8] {
        try rendering(of: release).drawn.map(width: width ?? MapDocument.standardWidth)
    }

    /// The print sheet as SVG.
    ///
    /// - Parameter paper: The paper; the style's where `nil`.
    /// - Throws: ``InputError`` as ``map(of:width:)``.
    public func sheet(of release: Release, paper: Paper? = nil) throws(InputError) -> [UInt8] {
        let (drawn, style) = try rendering(of: release)
        return drawn.sheet(paper: paper ?? style.paper)
    }

    private func rendering(of release: Release) throws(InputError) -> (drawn: LayerRendering, style: Style) {
        guard let layer = release.layer(layer), let level = release.level(of: layer) else {
            let known = release.layers.map(\.id).joined(separator: ", ")
            throw InputError(.unknownName, "there is no layer '\(layer)'", remedy: "the release has \(known)")
        }
        guard let values = layer.dates.last(where: { $0.date == date ?? $0.date }) else {
            let known = layer.dates.map(\.date).joined(separator: ", ")
            throw InputError(
                .unknownName, "layer '\(layer.id)' has no date '\(date ?? "")'", remedy: "it has \(known)")
        }
        let style = styles[layer.indicator.style] ?? .standard
        do {
            let drawn = try LayerRendering(
                release: release, layer: layer, level: level, values: values,
                choice: RenderingChoice(style: style, method: method, classes: classes), language: language)
            return (drawn, style)
        } catch let error as InputError {
            throw error
        } catch let problem as Problem {
            throw InputError(.invalidNumber, problem.detail)
        } catch {
            throw InputError(.malformed, "layer '\(layer.id)' cannot be drawn", cause: error)
        }
    }
}
