extension Formula: CustomStringConvertible {
    /// The formula in its one canonical spelling: a blank around each operator, no needless parenthesis.
    ///
    ///     try Formula.parse("100*(sgb2)/residents").description  // "100 * sgb2 / residents"
    ///
    /// Reading it gives an equal formula.
    public var description: String { text(of: root) }

    private func text(of term: Term) -> String {
        switch term {
        case .number(let value): Formula.spelling(of: value)
        case .variable(let position): variables[position]
        case .negated(let inner): "-" + text(of: inner, binding: inner.strength >= 3)
        case .sum(let one, let other): infix(one, "+", other, strength: 1)
        case .difference(let one, let other): infix(one, "-", other, strength: 1)
        case .product(let one, let other): infix(one, "*", other, strength: 2)
        case .quotient(let one, let other): infix(one, "/", other, strength: 2)
        }
    }

    /// Operators bind to the left, so the right side needs parentheses already at equal strength.
    private func infix(_ one: Term, _ sign: String, _ other: Term, strength: Int) -> String {
        "\(text(of: one, binding: one.strength >= strength)) \(sign) "
            + text(of: other, binding: other.strength > strength)
    }

    private func text(of term: Term, binding: Bool) -> String {
        binding ? text(of: term) : "(\(text(of: term)))"
    }

    /// Digits without an exponent, which formulas do not know. Numbers have at most 15 digits, so that only small
    /// ones come with one.
    private static func spelling(of value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        let text = value.description
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text
        }
        let digits = text[..<mark].filter { $0 != "." }
        let trimmed = digits.hasSuffix("0") ? String(digits.dropLast()) : digits
        return "0." + String(repeating: "0", count: -exponent - 1) + trimmed
    }
}

extension Formula.Term {
    /// How strongly the term's operator binds: sums 1, products 2, signs 3, numbers and names 4.
    fileprivate var strength: Int {
        switch self {
        case .sum, .difference: 1
        case .product, .quotient: 2
        case .negated: 3
        case .number, .variable: 4
        }
    }
}
