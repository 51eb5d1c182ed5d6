/// The tokens of a filter with a place among them: what parsers take from.
struct FilterTokens {
    private let tokens: [FilterToken]
    private var position = 0

    /// Cuts a filter into tokens.
    init(_ filter: String) throws(Problem) { tokens = try FilterToken.all(of: filter) }

    /// The token to be taken next; the last one is the end and stays.
    var next: FilterToken { tokens[position] }

    /// Takes the next token.
    @discardableResult
    mutating func take() -> FilterToken {
        let token = tokens[position]
        position = min(position + 1, tokens.count - 1)
        return token
    }

    /// Takes the next token if it is a keyword, in upper or lower case.
    mutating func take(keyword: String) -> Bool {
        guard case .word(let word) = next.kind, word.uppercased() == keyword else { return false }
        take()
        return true
    }

    /// Takes the next token if it is a sign.
    mutating func take(sign: String) -> Bool {
        guard next.kind == .sign(sign) else { return false }
        take()
        return true
    }

    /// Takes a keyword or says that it is missing.
    mutating func expect(keyword: String) throws(Problem) {
        guard take(keyword: keyword) else { throw problem("\(keyword) was expected, not \(next.phrase)") }
    }

    /// Takes a sign or says that it is missing.
    mutating func expect(sign: String) throws(Problem) {
        guard take(sign: sign) else { throw problem("'\(sign)' was expected, not \(next.phrase)") }
    }

    /// Takes a number or says that it is missing.
    mutating func expectNumber() throws(Problem) -> Double {
        guard case .number(let number) = next.kind else { throw problem("a number was expected, not \(next.phrase)") }
        take()
        return number
    }

    /// A problem at the next token.
    func problem(_ complaint: String) -> Problem { FilterToken.problem(next.place, complaint) }
}
