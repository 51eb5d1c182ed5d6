import Diagnostics
import Yams

extension ProjectReaderNode {
    /// Any text as it stands, not empty: a column may be called `" 007\n"`.
    func verbatim() throws(InputError) -> String {
        guard case .scalar(let scalar) = node else {
            throw error("\(shown) stands where text is needed", remedy: "write one text, in quotes where in doubt")
        }
        guard !isEmpty, !scalar.string.isEmpty else {
            throw error("the value is empty", remedy: "write a text or take the key away")
        }
        return scalar.string
    }

    /// Text of one line that is not only blanks.
    func text() throws(InputError) -> String {
        let trimmed = try longText()
        guard !trimmed.contains(where: \.isNewline) else {
            throw error("a text of several lines stands where one line is needed", remedy: "write it in one line")
        }
        return trimmed
    }

    /// Text of any number of lines, without the blanks around it.
    func longText() throws(InputError) -> String {
        var text = try verbatim()[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        guard !text.isEmpty else { throw error("the value is blank", remedy: "write a text or take the key away") }
        return String(text)
    }

    /// A text that may also be empty.
    func anyText() throws(InputError) -> String {
        if case .scalar(let scalar) = node, scalar.string.isEmpty, !isEmpty { return "" }
        return try text()
    }

    /// A list of texts, each once; a single text is a list of one.
    func verbatims() throws(InputError) -> [String] {
        if case .scalar = node { return [try verbatim()] }
        var texts: [String] = []
        for item in try items(example: "[one, other]") {
            let text = try item.verbatim()
            guard !texts.contains(text) else { throw item.error("'\(text)' occurs twice", remedy: "name it once") }
            texts.append(text)
        }
        return texts
    }

    /// A whole number in a range.
    func whole(in range: ClosedRange<Int>) throws(InputError) -> Int {
        let text = try text()
        guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let number = Int(text)
        else {
            throw error("'\(text)' is not a whole number", remedy: "write digits only, such as \(range.lowerBound)")
        }
        guard range.contains(number) else {
            throw error("\(text) is out of range", remedy: "write \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A share from 0 to 1.
    func share() throws(InputError) -> Double {
        let text = try text()
        let isDecimal = text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") }
        guard isDecimal, let number = Double(text) else {
            throw error("'\(text)' is not a share", remedy: "write a number from 0 to 1 with a point, such as 0.05")
        }
        guard number <= 1 else {
            throw error("\(text) is more than 1", remedy: "write a share from 0 to 1: five per cent is 0.05")
        }
        return number
    }

    /// One of a kind's names.
    func choice<Kind: RawRepresentable & CaseIterable>() throws(InputError) -> Kind where Kind.RawValue == String {
        let text = try text()
        guard let kind = Kind(rawValue: text) else {
            throw unknown(text, "is not possible here", known: Kind.allCases.map(\.rawValue))
        }
        return kind
    }
}
