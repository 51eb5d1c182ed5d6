/// The list of `IN`: literals, in order to search among them, and properties.
///
/// All are of one kind; the parser has seen to that.
struct FilterMembers: Sendable {
    /// Sorted, each once.
    private let literals: [FilterValue]
    /// Each once, in the order of their declaration.
    private let properties: [Queryable]

    /// Sorts the members of a list.
    ///
    /// - Complexity: O(*m* log *m*) for *m* members.
    init(_ members: [FilterExpression.Operand]) {
        var literals: [FilterValue] = []
        var properties: Set<Queryable> = []
        for member in members {
            switch member {
            case .literal(let value): literals.append(value)
            case .property(let property): properties.insert(property)
            }
        }
        literals.sort { $0.order($1) == -1 }
        var distinct: [FilterValue] = []
        for literal in literals where distinct.last?.order(literal) != 0 { distinct.append(literal) }
        self.literals = distinct
        self.properties = Queryable.allCases.filter(properties.contains)
    }

    /// Whether a value is among the members; `nil` where it is null, or not found and a member is null.
    ///
    /// - Complexity: O(log *m*) comparisons for *m* literals, and one for each property.
    func contains<Row: FilterRow>(_ value: FilterValue, in area: Row) -> Bool? {
        guard value != .null else { return nil }
        var low = 0
        var high = literals.count
        while low < high {
            let middle = (low + high) / 2
            guard let order = literals[middle].order(value) else { return nil }
            if order == 0 { return true }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        var isKnown = true
        for property in properties {
            switch value.order(area.value(of: property)) {
            case 0: return true
            case nil: isKnown = false
            default: break
            }
        }
        return isKnown ? false : nil
    }
}
