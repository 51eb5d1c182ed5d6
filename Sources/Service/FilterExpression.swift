/// A filter of CQL2 (OGC 21-065r2), read and checked, over the properties that a release has published.
///
/// Truth has three values as in SQL: what is compared with null is neither true nor false, and a filter passes only
/// what is true. A suppressed number is null here as everywhere: no filter can find out on which side of a limit it
/// lies.
///
///     value > 20                    // not true of a suppressed value …
///     NOT value > 20                // … and neither is this
///     value IS NULL                 // this is
indirect enum FilterExpression: Sendable {
    /// A value, or the property to take it from.
    enum Operand: Sendable {
        case property(Queryable)
        case literal(FilterValue)
    }

    /// How two values are compared.
    enum Comparison: String, Sendable, CaseIterable {
        case equal = "="
        case notEqual = "<>"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    case constant(Bool)
    case all([FilterExpression])
    case any([FilterExpression])
    case not(FilterExpression)
    case compared(Operand, Comparison, Operand)
    case isNull(Queryable)
    case isLike(Operand, LikePattern)
    case isBetween(Operand, Operand, Operand)
    case isIn(Operand, FilterMembers)
    case intersects(FilterShape)

    /// Whether the filter is true of an area; `nil` where that cannot be known.
    ///
    /// - Parameter area: The properties of the area.
    /// - Complexity: O(*m*) for a filter of *m* characters, besides what a shape takes; a list of `IN` takes
    ///   O(log *m*). Nothing is made for an area but the values that are asked for.
    func truth<Row: FilterRow>(of area: Row) -> Bool? {
        switch self {
        case .constant(let truth): return truth
        case .all(let parts):
            var isKnown = true
            for part in parts {
                guard let truth = part.truth(of: area) else {
                    isKnown = false
                    continue
                }
                if !truth { return false }
            }
            return isKnown ? true : nil
        case .any(let parts):
            var isKnown = true
            for part in parts {
                guard let truth = part.truth(of: area) else {
                    isKnown = false
                    continue
                }
                if truth { return true }
            }
            return isKnown ? false : nil
        case .not(let part): return part.truth(of: area).map { !$0 }
        case .compared(let one, let comparison, let two):
            return area.value(one).order(area.value(two)).map { comparison.holds($0) }
        case .isNull(let property):
            return property == .geometry ? !area.hasGeometry : area.value(of: property) == .null
        case .isLike(let operand, let pattern):
            guard case .text(let text) = area.value(operand) else { return nil }
            return pattern.matches(text)
        case .isBetween(let operand, let lower, let upper):
            let value = area.value(operand)
            let isAbove = area.value(lower).order(value).map { $0 <= 0 }
            let isBelow = value.order(area.value(upper)).map { $0 <= 0 }
            if isAbove == false || isBelow == false { return false }
            return isAbove == nil || isBelow == nil ? nil : true
        case .isIn(let operand, let members): return members.contains(area.value(operand), in: area)
        case .intersects(let shape): return area.hasGeometry ? area.intersects(shape) : nil
        }
    }
}

extension FilterExpression.Comparison {
    /// Whether the comparison holds of values in an order of -1, 0 or 1.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }
}

/// What a filter asks of an area.
protocol FilterRow {
    /// The value of a property; null where there is none.
    func value(of property: Queryable) -> FilterValue
    /// Whether the area has a geometry.
    var hasGeometry: Bool { get }
    /// Whether the area's geometry shares a point with a shape.
    func intersects(_ shape: FilterShape) -> Bool
}

extension FilterRow {
    /// The value of an operand.
    func value(_ operand: FilterExpression.Operand) -> FilterValue {
        switch operand {
        case .property(let property): value(of: property)
        case .literal(let value): value
        }
    }
}
