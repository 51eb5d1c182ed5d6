public import Diagnostics

/// An indicator's formula over counts: a tree of values that is parsed and checked, never run as code.
///
///     let rate = try Formula.parse("100 * sgb2 / residents_15_64")
///     rate.variables           // ["sgb2", "residents_15_64"]
///     rate.evaluate([5, 40])   // 12.5
///     rate.evaluate([5, 0])    // nil: not applicable
///
/// A formula knows `+ - * /` with their usual precedence, the unary minus, parentheses, decimal numbers with a point,
/// and names `[a-zA-Z_][a-zA-Z0-9_]*`. When not to use it: for anything that looks at more than one area; that is not
/// a function of one area's counts.
public struct Formula: Sendable, Hashable {
    /// The variables in the order in which the formula first names them.
    public let variables: [String]
    /// The tree; its variables are positions in ``variables``.
    public let root: Term

    /// A node of the tree.
    public indirect enum Term: Sendable, Hashable {
        /// A number of the formula, finite and not negative.
        case number(Double)
        /// A variable, as a position in ``Formula/variables``.
        case variable(Int)
        /// The negative of a term.
        case negated(Term)
        /// The sum of two terms.
        case sum(Term, Term)
        /// The first term less the second.
        case difference(Term, Term)
        /// The product of two terms.
        case product(Term, Term)
        /// The first term divided by the second.
        case quotient(Term, Term)
    }

    /// The longest formula that is read, in bytes of UTF-8.
    public static let longest = 2_000

    /// Reads a formula.
    ///
    ///     try Formula.parse("a + * b")
    ///     // InputError: '*' at column 5 of 'a + * b' stands where a number, a name or '(' is needed; …
    ///
    /// - Throws: ``InputError`` with the code `formula`, which names the column (counted in characters from 1), the
    ///   offending token and a remedy. Its place is empty: the caller knows the file.
    /// - Complexity: O(*n*) for *n* characters.
    public static func parse(_ text: String) throws(InputError) -> Formula {
        guard text.utf8.count <= longest else {
            throw InputError(
                .formula, "a formula of \(text.utf8.count) bytes is too long",
                remedy: "use at most \(longest); let the source deliver sums")
        }
        var parser = try FormulaParser(text)
        let root = try parser.formula()
        return Formula(variables: parser.variables, root: root)
    }

    init(variables: [String], root: Term) {
        self.variables = variables
        self.root = root
    }

    /// Whether the result counts something (persons, flats): a variable, or sums and differences of variables.
    ///
    ///     try Formula.parse("under15 + aged65").isCount            // true
    ///     try Formula.parse("100 * under15 / residents").isCount   // false
    public var isCount: Bool { root.isCount }
}

extension Formula.Term {
    /// Whether the term is a variable, or a sum or difference of such terms.
    public var isCount: Bool {
        switch self {
        case .variable: true
        case .sum(let one, let other), .difference(let one, let other): one.isCount && other.isCount
        case .number, .negated, .product, .quotient: false
        }
    }
}
