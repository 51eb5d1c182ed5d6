import Diagnostics

/// A word of a formula and where it stands.
struct FormulaToken {
    enum Kind: Equatable {
        case number(Double)
        case name(String)
        case plus, minus, times, over, open, close
        case end
    }

    var kind: Kind
    /// The token as it is written.
    var text: String
    /// The column of its first character, from 1.
    var column: Int
}

/// Cuts a formula into tokens.
struct FormulaTokens {
    /// As many digits as a `Double` always keeps.
    private static let mostDigits = 15

    let text: String
    private let characters: [Character]
    private var position = 0

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    /// The next token; `end` again and again after the last.
    mutating func next() throws(InputError) -> FormulaToken {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
        guard position < characters.count else {
            return FormulaToken(kind: .end, text: "", column: characters.count + 1)
        }
        let character = characters[position]
        if FormulaTokens.isDigit(character) { return try number() }
        if FormulaTokens.startsName(character) { return name() }
        let token = FormulaToken(kind: .end, text: String(character), column: position + 1)
        let kind: FormulaToken.Kind =
            switch character {
            case "+": .plus
            case "-": .minus
            case "*": .times
            case "/": .over
            case "(": .open
            case ")": .close
            default: throw foreign(token)
            }
        position += 1
        return FormulaToken(kind: kind, text: token.text, column: token.column)
    }

    private mutating func name() -> FormulaToken {
        let start = position
        while position < characters.count,
            FormulaTokens.startsName(characters[position]) || FormulaTokens.isDigit(characters[position])
        {
            position += 1
        }
        let name = String(characters[start..<position])
        return FormulaToken(kind: .name(name), text: name, column: start + 1)
    }

    private mutating func number() throws(InputError) -> FormulaToken {
        let start = position
        skipDigits()
        if position + 1 < characters.count, characters[position] == ".",
            FormulaTokens.isDigit(characters[position + 1])
        {
            position += 1
            skipDigits()
        }
        let text = String(characters[start..<position])
        let token = FormulaToken(kind: .end, text: text, column: start + 1)
        guard text.count(where: { $0 != "." }) <= FormulaTokens.mostDigits, let value = Double(text) else {
            throw error(token, "has too many digits", remedy: "use at most \(FormulaTokens.mostDigits)")
        }
        return FormulaToken(kind: .number(value), text: text, column: start + 1)
    }

    private mutating func skipDigits() {
        while position < characters.count, FormulaTokens.isDigit(characters[position]) { position += 1 }
    }

    /// A sentence about a token, in the words that all errors of a formula share.
    func error(_ token: FormulaToken, _ problem: String, remedy: String) -> InputError {
        let what = token.text.isEmpty ? "the end" : "'\(token.text)'"
        return InputError(.formula, "\(what) at column \(token.column) of '\(text)' \(problem)", remedy: remedy)
    }

    private func foreign(_ token: FormulaToken) -> InputError {
        let remedy =
            switch token.text {
            case ",": "write decimals with a point, as in 0.5"
            case ".": "write a digit before and after the decimal point, as in 0.5"
            case "×", "·": "write * to multiply"
            case "÷", ":": "write / to divide"
            case "%": "write 100 * a / b for a percentage"
            case "^": "write a product"
            case "–", "−": "write - for minus"
            case "[", "{": "write ( for a parenthesis"
            case "]", "}": "write ) for a parenthesis"
            default: "a formula has names of letters a to z, digits and _, numbers, + - * / and parentheses"
            }
        return error(token, "does not belong in a formula", remedy: remedy)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func startsName(_ character: Character) -> Bool {
        ("a"..."z").contains(character) || ("A"..."Z").contains(character) || character == "_"
    }
}
