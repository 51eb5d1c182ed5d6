import Diagnostics
import Statistics
import Yams

/// The members of a mapping in a style file, with their lines for messages.
struct StyleReader {
    private let mapping: Node.Mapping
    private let line: Int

    /// Checks that a node is a mapping of known members.
    init(_ node: Node, known: [String], of whole: String) throws(InputError) {
        let line = node.mark?.line ?? 0
        guard let mapping = node.mapping else {
            throw InputError(
                .malformed, "\(whole) is a list of 'name: value' lines",
                remedy: "write for example 'palette: lagoon'", at: Place(row: line))
        }
        for (key, _) in mapping {
            guard let name = key.string, known.contains(name) else {
                throw InputError(
                    .unknownName, "\(whole) has no '\(key.string ?? "list")'",
                    remedy: "known are \(known.joined(separator: ", "))", at: Place(row: key.mark?.line ?? line))
            }
        }
        self.mapping = mapping
        self.line = line
    }

    /// Where a member stands.
    func place(_ name: String) -> Place {
        Place(row: mapping[name]?.mark?.line ?? line, field: name)
    }

    /// A member that is one word or text.
    func text(_ name: String) throws(InputError) -> String? {
        guard let node = mapping[name] else { return nil }
        guard let scalar = node.scalar else {
            throw InputError(
                .malformed, "'\(name)' is one value, not a list", remedy: "write one value after the colon",
                at: place(name))
        }
        return scalar.string
    }

    /// A member that is a mapping itself.
    func mapping(_ name: String, known: [String]) throws(InputError) -> StyleReader? {
        guard let node = mapping[name] else { return nil }
        return try StyleReader(node, known: known, of: "'\(name)'")
    }

    /// A member that is `true` or `false`.
    func flag(_ name: String) throws(InputError) -> Bool? {
        guard let text = try text(name) else { return nil }
        guard let flag = Bool(text) else { throw fault(name, text, choices: "true or false") }
        return flag
    }

    /// A member that is a whole number.
    func whole(_ name: String, in range: ClosedRange<Int>) throws(InputError) -> Int? {
        guard let text = try text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw fault(name, text, choices: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A member that is a number.
    func number(_ name: String, in range: ClosedRange<Double>) throws(InputError) -> Double? {
        guard let text = try text(name) else { return nil }
        guard let number = Double(text), range.contains(number) else {
            throw fault(name, text, choices: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A member that is one of several words.
    func choice<Choice: RawRepresentable<String>>(
        _ name: String, choices: String
    ) throws(InputError) -> Choice? {
        guard let text = try text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw fault(name, text, choices: choices) }
        return choice
    }

    func palette(_ text: String) throws(InputError) -> Palette {
        guard let palette = Palette(name: text) else { throw fault("palette", text, choices: Palette.names) }
        return palette
    }

    func method(_ text: String) throws(InputError) -> Classification.Method {
        guard let method = Classification.Method(text) else {
            throw fault("method", text, choices: Classification.Method.choices)
        }
        return method
    }

    func colour(_ text: String) throws(InputError) -> Colour {
        guard let colour = Colour(text) else { throw fault("colour", text, choices: "\"#rrggbb\" with its quotes") }
        return colour
    }

    private func fault(_ name: String, _ text: String, choices: String) -> InputError {
        InputError(.malformed, "'\(text)' is no \(name)", remedy: "write \(choices)", at: place(name))
    }
}
