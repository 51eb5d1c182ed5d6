import Cartography
import Catalogue
import Diagnostics
import Planar
import Statistics

/// The areas that a query selects from a layer at one date, worked out on a drawing thread.
struct FeatureSelection {
    /// The layer at its date.
    let selection: DatedSelection
    /// The layer's classes and colours.
    let drawn: LayerRendering
    /// The areas that match, in the order of their keys.
    let matching: [Int]

    /// Finds the areas.
    ///
    /// - Throws: A 400 where the method that was asked for cannot classify the layer; ``InputError`` where a boundary
    ///   has no place in a system that was asked for.
    /// - Complexity: O(*n* · *f*) for *n* areas and *f* characters of the filter, and for areas whose boxes touch a box or
    ///   shape O(*m* · *p*) for their *m* vertices together and the shape's *p* positions.
    init(_ selection: DatedSelection, _ query: FeatureQuery) throws {
        self.selection = selection
        let drawn = try selection.drawn()
        self.drawn = drawn
        let served = selection.selection.served
        var areas = Array(selection.level.keys.indices)
        if let box = query.box {
            let geometry = try served.geometry(of: selection.level, in: box.system)
            areas = areas.filter { geometry.area($0, intersects: box.rectangles) }
        }
        if let filter = query.filter {
            let shaped = try filter.shapeSystem.map { try served.geometry(of: selection.level, in: $0) }
            areas = areas.filter { area in
                let row = ReleasedRow(selection: selection, drawn: drawn, geometry: shaped, area: area)
                return filter.truth(of: row) == true
            }
        }
        matching = areas
    }
}

/// An area with its released properties, as filters see it.
struct ReleasedRow: FilterRow {
    let selection: DatedSelection
    let drawn: LayerRendering
    /// The level in the system of the filter's shapes, where it has any.
    let geometry: ServedGeometry?
    let area: Int

    func value(of property: Queryable) -> FilterValue {
        switch property {
        case .key: return .text(selection.level.keys[area])
        case .name: return .text(selection.level.names[area])
        case .date: return .day(selection.values.date)
        case .value: return selection.number(of: area).map(FilterValue.number) ?? .null
        case .state: return .text(selection.values.states[area].name)
        case .class: return drawn.classIndex(of: area).map { .number(Double($0)) } ?? .null
        case .colour: return .text(drawn.colour(of: area))
        case .label: return .text(drawn.label(of: area))
        case .category: return drawn.category(of: area).map(FilterValue.text) ?? .null
        case .geometry: return .null
        }
    }

    var hasGeometry: Bool { !selection.level.geographic.parts(of: area).isEmpty }

    func intersects(_ shape: FilterShape) -> Bool { geometry.map { shape.intersects(area, of: $0) } ?? false }
}

extension DatedSelection {
    /// The number of an area, `nil` where its state is another than `value`.
    func number(of area: Int) -> Double? {
        guard values.states[area] == .value, values.values[area].isFinite else { return nil }
        return values.values[area]
    }
}

extension FilterExpression {
    /// The system of the filter's shapes; all of them are in the one of `filter-crs`. `nil` without shapes.
    var shapeSystem: OfferedSystem? {
        switch self {
        case .intersects(let shape): shape.system
        case .all(let parts), .any(let parts): parts.lazy.compactMap(\.shapeSystem).first
        case .not(let part): part.shapeSystem
        case .constant, .compared, .isNull, .isLike, .isBetween, .isIn: nil
        }
    }
}
