extension FilterParser {
    /// A comparison, a test, or a truth value that stands alone.
    mutating func predicate() throws(Problem) -> FilterExpression {
        if tokens.take(keyword: "S_INTERSECTS") { return .intersects(try intersected()) }
        let first = tokens.next
        let operand = try operand()
        if case .property(let property) = operand, property.kind == .shape {
            try tokens.expect(keyword: "IS")
            return try isNull(property)
        }
        if case .sign(let sign) = tokens.next.kind, let comparison = FilterExpression.Comparison(rawValue: sign) {
            tokens.take()
            return .compared(operand, comparison, try self.operand(like: operand))
        }
        if tokens.take(keyword: "IS") {
            guard case .property(let property) = operand else {
                throw FilterToken.problem(first.place, "only a property can be tested for null")
            }
            return try isNull(property)
        }
        let isNegated = tokens.take(keyword: "NOT")
        let test = try test(of: operand, from: first)
        if let test { return isNegated ? .not(test) : test }
        if case .literal(.boolean(let truth)) = operand, !isNegated { return .constant(truth) }
        throw tokens.problem("a comparison, LIKE, BETWEEN, IN or IS NULL was expected, not \(tokens.next.phrase)")
    }

    private mutating func isNull(_ property: Queryable) throws(Problem) -> FilterExpression {
        let isNegated = tokens.take(keyword: "NOT")
        try tokens.expect(keyword: "NULL")
        return isNegated ? .not(.isNull(property)) : .isNull(property)
    }

    /// `LIKE`, `BETWEEN` or `IN`, if one of them follows.
    private mutating func test(
        of operand: FilterExpression.Operand, from first: FilterToken
    ) throws(Problem) -> FilterExpression? {
        if tokens.take(keyword: "LIKE") {
            guard FilterParser.kind(of: operand) == .text else {
                throw FilterToken.problem(first.place, "LIKE is for texts; \(first.phrase) is none")
            }
            guard case .text(let pattern) = tokens.next.kind else {
                throw tokens.problem("a pattern such as 'Süd%' was expected, not \(tokens.next.phrase)")
            }
            tokens.take()
            return .isLike(operand, LikePattern(pattern))
        }
        if tokens.take(keyword: "BETWEEN") {
            let lower = try self.operand(like: operand)
            try tokens.expect(keyword: "AND")
            return .isBetween(operand, lower, try self.operand(like: operand))
        }
        guard tokens.take(keyword: "IN") else { return nil }
        try tokens.expect(sign: "(")
        var members = [try self.operand(like: operand)]
        while tokens.take(sign: ",") { members.append(try self.operand(like: operand)) }
        try tokens.expect(sign: ")")
        return .isIn(operand, FilterMembers(members))
    }

    /// A property or literal of the kind that another one has.
    private mutating func operand(like other: FilterExpression.Operand) throws(Problem) -> FilterExpression.Operand {
        let token = tokens.next
        let operand = try operand()
        let (wanted, given) = (FilterParser.kind(of: other), FilterParser.kind(of: operand))
        if wanted == given { return operand }
        // A date in quotation marks beside a date is what everybody writes.
        if wanted == .day, case .literal(.text(let text)) = operand {
            return .literal(.day(try FilterParser.day(text, at: token)))
        }
        throw FilterToken.problem(token.place, "\(wanted.phrase) was expected, not \(token.phrase)")
    }

    private mutating func operand() throws(Problem) -> FilterExpression.Operand {
        let token = tokens.next
        switch token.kind {
        case .number(let number):
            tokens.take()
            return .literal(.number(number))
        case .text(let text):
            tokens.take()
            return .literal(.text(text))
        case .quotedWord(let name):
            tokens.take()
            return .property(try property(name, at: token))
        case .word(let word):
            tokens.take()
            switch word.uppercased() {
            case "TRUE": return .literal(.boolean(true))
            case "FALSE": return .literal(.boolean(false))
            case "DATE" where tokens.next.kind == .sign("("), "TIMESTAMP" where tokens.next.kind == .sign("("):
                return .literal(.day(try instant()))
            default: return .property(try property(word, at: token))
            }
        case .sign, .end:
            throw FilterToken.problem(token.place, "a property or a value was expected, not \(token.phrase)")
        }
    }

    /// The rest of `DATE('2023-12-31')`.
    private mutating func instant() throws(Problem) -> String {
        try tokens.expect(sign: "(")
        let token = tokens.next
        guard case .text(let text) = token.kind else {
            throw tokens.problem("a date such as '2023-12-31' was expected, not \(token.phrase)")
        }
        tokens.take()
        let day = try FilterParser.day(text, at: token)
        try tokens.expect(sign: ")")
        return day
    }

    private static func day(_ text: String, at token: FilterToken) throws(Problem) -> String {
        guard let day = DateInterval.day(text) else {
            throw FilterToken.problem(token.place, "\(token.phrase) is no date; write '2023-12-31'")
        }
        return day
    }

    private func property(_ name: String, at token: FilterToken) throws(Problem) -> Queryable {
        guard let property = Queryable(rawValue: name), properties.contains(property) else {
            let known = properties.map(\.rawValue).joined(separator: ", ")
            throw FilterToken.problem(token.place, "there is no property '\(name)'; there are \(known)")
        }
        return property
    }

    private static func kind(of operand: FilterExpression.Operand) -> Queryable.Kind {
        switch operand {
        case .property(let property): property.kind
        // No literal is null: the grammar has no such word.
        case .literal(let value): value.kind ?? .text
        }
    }
}
