import Cartography
import Catalogue
import Diagnostics
import Statistics

/// A layer at one date with its legend, ready to be drawn: the one place where the service meets `Cartography`.
struct LayerRendering: Sendable {
    private let subject: MapSubject
    private let legend: Legend

    /// Classifies a layer.
    ///
    /// - Throws: A 400 where the method that was asked for cannot work on the values; ``InputError`` where the
    ///   style's own cannot.
    init(
        release: Release, layer: ReleasedLayer, level: ReleasedLevel, values: ReleasedValues, choice: RenderingChoice,
        language: Language
    ) throws {
        let header = release.header
        let indicator = layer.indicator
        self.subject = MapSubject(
            title: indicator.title, unit: indicator.unit, date: values.date,
            division: "\(level.divisionTitle): \(level.levelTitle)", boundaryVersion: level.boundaryVersion,
            atlas: header.title, source: values.source, boundarySource: level.boundarySource,
            publisher: header.publisher, licence: header.licence, protectionNotice: header.protectionNotice,
            decimals: indicator.decimals, isCount: indicator.isCount, areas: level.areas, labelX: level.labelX,
            labelY: level.labelY, keys: level.keys, names: level.names, values: values.values, states: values.states,
            categories: layer.categories.map {
                MapCategory(
                    id: $0.id, german: $0.german, english: $0.english, colour: Colour($0.colour) ?? Hatching.ground)
            }, areaCategories: values.categories)
        do {
            self.legend = try Legend(
                subject, style: choice.style, method: choice.method, classes: choice.classes, language: language)
        } catch {
            guard let method = choice.method else { throw error }
            throw Problem.badRequest(
                "method '\(method.name)' cannot classify this layer; choose another, such as fisher")
        }
    }

    /// The bare map as SVG, so many pixels wide.
    func map(width: Int) -> [UInt8] { MapDrawing.map(subject, legend, width: Double(width)) }

    /// A map with pieces of a layout, as SVG.
    func map(layout: MapLayout) -> [UInt8] { MapDrawing.map(subject, legend, layout: layout) }

    /// The print sheet, as SVG.
    func sheet(paper: Paper) -> [UInt8] {
        SheetDrawing.sheet(subject, legend, paper: paper)
    }

    /// The legend as data.
    func legendJSON() -> [UInt8] { legend.json() }

    /// The class of an area, counted from 0; `nil` where it has no value.
    func classIndex(of area: Int) -> Int? { legend.classIndex(ofArea: area) }

    /// The colour of an area, `#rrggbb`; where it has no value, the ground that the map hatches.
    func colour(of area: Int) -> String { (legend.colour(forArea: area) ?? Hatching.ground).hexadecimal }

    /// An area's number with its unit as a reader expects it, or its state in words.
    func label(of area: Int) -> String {
        legend.text(ofArea: area, in: subject)
    }

    /// The id of an area's category; `nil` where it has no value, or the layer no categories.
    func category(of area: Int) -> String? {
        legend.categories.isEmpty ? nil : legend.classIndex(ofArea: area).map { legend.categories[$0] }
    }

    /// A line of the legend: a colour or the name of a hatching, what it means, and for how many areas it stands.
    struct LegendRow {
        let colour: String?
        let hatching: String
        let text: String
        let count: Int
        /// The name of the state; `nil` for a class.
        var state: String?
        /// The id of the category; `nil` for a state, and for a class that is an interval.
        var category: String?
    }

    /// The legend's lines; states that no area is in are left out unless asked for.
    func legendRows(withAbsentStates: Bool = false) -> [LegendRow] {
        var rows: [LegendRow] = []
        for (index, label) in legend.labels.enumerated() {
            rows.append(
                LegendRow(
                    colour: legend.colours[index].hexadecimal, hatching: "", text: label,
                    count: legend.classes.counts[index],
                    category: legend.categories.isEmpty ? nil : legend.categories[index]))
        }
        for entry in legend.states where entry.count > 0 || withAbsentStates {
            rows.append(
                LegendRow(
                    colour: nil, hatching: entry.hatching.rawValue, text: entry.label, count: entry.count,
                    state: entry.state.name))
        }
        return rows
    }
}
