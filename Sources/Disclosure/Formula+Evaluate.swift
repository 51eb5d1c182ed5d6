extension Formula {
    /// The formula's value for one area's counts, or `nil` where there can be none: something is divided by zero.
    ///
    ///     let rate = try Formula.parse("1000 * crimes / residents")
    ///     rate.evaluate([3, 1500])  // 2.0
    ///
    /// Counts are in the order of ``variables``. A result beyond the range of `Double` is `nil` too.
    ///
    /// - Precondition: There is one finite value per variable.
    /// - Complexity: O(*n*) for a formula of *n* terms.
    public func evaluate(_ values: [Double]) -> Double? {
        precondition(values.count == variables.count, "one value per variable")
        guard let value = root.evaluate(values), value.isFinite else { return nil }
        return value
    }
}

extension Formula.Term {
    func evaluate(_ values: [Double]) -> Double? {
        switch self {
        case .number(let number): return number
        case .variable(let position): return values[position]
        case .negated(let term):
            guard let value = term.evaluate(values) else { return nil }
            // Zero has no sign in a table.
            return 0 - value
        case .sum(let one, let other):
            guard let left = one.evaluate(values), let right = other.evaluate(values) else { return nil }
            return left + right
        case .difference(let one, let other):
            guard let left = one.evaluate(values), let right = other.evaluate(values) else { return nil }
            return left - right
        case .product(let one, let other):
            guard let left = one.evaluate(values), let right = other.evaluate(values) else { return nil }
            return left * right
        case .quotient(let one, let other):
            guard let left = one.evaluate(values), let right = other.evaluate(values), right != 0 else { return nil }
            return left / right
        }
    }
}
