import Diagnostics

/// Reads tokens into a tree by recursive descent: sums of products of signed primaries.
struct FormulaParser {
    /// How deep parentheses and signs may nest; a person's formula has three or four.
    private static let deepest = 50

    private var tokens: FormulaTokens
    private var token: FormulaToken
    private var depth = 0
    private(set) var variables: [String] = []

    init(_ text: String) throws(InputError) {
        tokens = FormulaTokens(text)
        token = try tokens.next()
    }

    mutating func formula() throws(InputError) -> Formula.Term {
        let term = try sum()
        switch token.kind {
        case .end: return term
        case .close:
            throw tokens.error(token, "closes no parenthesis", remedy: "take it away or add '(' before it")
        default:
            throw tokens.error(
                token, "follows without an operator", remedy: "write + - * or / before it")
        }
    }

    private mutating func sum() throws(InputError) -> Formula.Term {
        var term = try product()
        while true {
            switch token.kind {
            case .plus:
                try advance()
                term = .sum(term, try product())
            case .minus:
                try advance()
                term = .difference(term, try product())
            default: return term
            }
        }
    }

    private mutating func product() throws(InputError) -> Formula.Term {
        var term = try signed()
        while true {
            switch token.kind {
            case .times:
                try advance()
                term = .product(term, try signed())
            case .over:
                try advance()
                let first = token
                let divisor = try signed()
                guard divisor != .number(0) else {
                    throw tokens.error(first, "is a division by zero", remedy: "divide by a count")
                }
                term = .quotient(term, divisor)
            default: return term
            }
        }
    }

    private mutating func signed() throws(InputError) -> Formula.Term {
        guard token.kind == .minus else { return try primary() }
        try enter()
        try advance()
        let term = try signed()
        depth -= 1
        return .negated(term)
    }

    private mutating func primary() throws(InputError) -> Formula.Term {
        switch token.kind {
        case .number(let value):
            try advance()
            return .number(value)
        case .name(let name):
            try advance()
            if let position = variables.firstIndex(of: name) { return .variable(position) }
            variables.append(name)
            return .variable(variables.count - 1)
        case .open: return try parenthesis()
        default:
            throw tokens.error(
                token, "stands where a number, a name or '(' is needed",
                remedy: "complete the formula, as in 100 * sgb2 / residents")
        }
    }

    private mutating func parenthesis() throws(InputError) -> Formula.Term {
        let open = token
        try enter()
        try advance()
        let term = try sum()
        switch token.kind {
        case .close: break
        case .end: throw tokens.error(open, "is not closed", remedy: "add ')'")
        default:
            throw tokens.error(token, "follows without an operator", remedy: "write + - * / or ')' before it")
        }
        try advance()
        depth -= 1
        return term
    }

    private mutating func advance() throws(InputError) { token = try tokens.next() }

    private mutating func enter() throws(InputError) {
        depth += 1
        guard depth <= FormulaParser.deepest else {
            throw tokens.error(token, "nests too deep", remedy: "use at most \(FormulaParser.deepest) levels")
        }
    }
}
