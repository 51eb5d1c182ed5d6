extension Formula {
    /// Whether some part of the formula makes a count of persons that is above zero and below a threshold.
    ///
    ///     let rate = try Formula.parse("100 * (residents - under15) / residents")
    ///     rate.makesSmallCount([100, 99], below: 3)  // true: the difference is 1
    ///
    /// Every part that is linear in at least two counts is looked at: sums and differences, also with signs and with
    /// numbers before or below them, in units of its smallest factor, so that `100 * a - 100 * b` is judged like
    /// `a - b`. A part with one count is no new count; whether that one may be shown is its own state.
    ///
    /// - Precondition: There is one value per variable.
    /// - Complexity: O(*n* · *m*) for *n* terms and *m* variables.
    func makesSmallCount(_ values: [Double], below threshold: Double) -> Bool {
        precondition(values.count == variables.count, "one value per variable")
        return root.makesSmallCount(values, below: threshold)
    }
}

extension Formula.Term {
    fileprivate func makesSmallCount(_ values: [Double], below threshold: Double) -> Bool {
        if let factors = linearFactors(count: values.count) {
            let used = factors.filter { $0 != 0 }.map(\.magnitude)
            if used.count > 1, let unit = used.min() {
                let count = zip(factors, values).reduce(0) { $0 + $1.0 * $1.1 }.magnitude / unit
                // Beyond rounding: a difference of equal counts is zero and no secret.
                if count > 1e-9 && count < threshold - 1e-9 { return true }
            }
        }
        switch self {
        case .number, .variable: return false
        case .negated(let term): return term.makesSmallCount(values, below: threshold)
        case .sum(let one, let other), .difference(let one, let other), .product(let one, let other),
            .quotient(let one, let other):
            return one.makesSmallCount(values, below: threshold) || other.makesSmallCount(values, below: threshold)
        }
    }

    /// The factor of each variable where the term is a sum of numbers and variables times numbers; else `nil`.
    private func linearFactors(count: Int) -> [Double]? {
        switch self {
        case .number: return Array(repeating: 0, count: count)
        case .variable(let position):
            var factors = Array(repeating: 0.0, count: count)
            factors[position] = 1
            return factors
        case .negated(let term): return term.linearFactors(count: count)?.map { -$0 }
        case .sum(let one, let other):
            guard let left = one.linearFactors(count: count), let right = other.linearFactors(count: count) else {
                return nil
            }
            return zip(left, right).map { $0 + $1 }
        case .difference(let one, let other):
            return Formula.Term.sum(one, .negated(other)).linearFactors(count: count)
        case .product(let one, let other):
            if let number = one.constant { return other.linearFactors(count: count)?.map { number * $0 } }
            guard let number = other.constant else { return nil }
            return one.linearFactors(count: count)?.map { number * $0 }
        case .quotient(let one, let other):
            guard let number = other.constant, number != 0 else { return nil }
            return one.linearFactors(count: count)?.map { $0 / number }
        }
    }

    /// The value of a term without variables.
    private var constant: Double? {
        switch self {
        case .variable: nil
        case .number(let number): number
        case .negated(let term): term.constant.map { -$0 }
        case .sum(let one, let other): Self.both(one, other) { $0 + $1 }
        case .difference(let one, let other): Self.both(one, other) { $0 - $1 }
        case .product(let one, let other): Self.both(one, other) { $0 * $1 }
        case .quotient(let one, let other): Self.both(one, other) { $0 / $1 }
        }
    }

    private static func both(
        _ one: Self, _ other: Self, _ combine: (Double, Double) -> Double
    ) -> Double? {
        guard let left = one.constant, let right = other.constant else { return nil }
        return combine(left, right)
    }
}
