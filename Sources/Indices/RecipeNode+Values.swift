import Diagnostics

extension RecipeNode {
    /// A short name that may be part of a column's name: letters, digits, `_` and `-`.
    func name() throws(InputError) -> String {
        let name = try text()
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
            throw error("'\(name)' is no short name", remedy: "use letters, digits, _ and -; the title may be any text")
        }
        return name
    }

    /// A finite number with a decimal point.
    func number() throws(InputError) -> Double {
        let text = try text()
        guard let number = Double(text), number.isFinite else {
            throw error("'\(text)' is not a number", remedy: "write digits with a point, such as 1.5")
        }
        return number
    }

    /// A number above 0 that leaves room for products.
    func positive() throws(InputError) -> Double {
        let number = try number()
        guard number > 0 else {
            throw error(
                "\(try text()) is not above 0",
                remedy: "leave the indicator out, or turn it round with 'polarity: resource'")
        }
        guard (1e-9...1e9).contains(number) else {
            throw error("\(try text()) is out of range", remedy: "write a number from 1e-9 to 1e9")
        }
        return number
    }

    /// A whole number in a range.
    func whole(in range: ClosedRange<Int>) throws(InputError) -> Int {
        let text = try text()
        guard let number = Int(text), range.contains(number) else {
            throw error(
                "'\(text)' is out of range",
                remedy: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of a kind's names.
    func choice<Kind: RawRepresentable<String> & CaseIterable>() throws(InputError) -> Kind {
        let text = try text()
        guard let kind = Kind(rawValue: text) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("'\(text)' is not possible here", remedy: "write one of \(known)")
        }
        return kind
    }

    /// A title: one text for both languages, or one for each.
    func title() throws(InputError) -> IndexTitle {
        guard isMapping else {
            let text = try text()
            return IndexTitle(german: text, english: text)
        }
        let members = try members(["de", "en"], of: "a title")
        return IndexTitle(german: try members.required("de").text(), english: try members.required("en").text())
    }

    /// A list of texts.
    func texts() throws(InputError) -> [String] {
        var texts: [String] = []
        for item in try items() { texts.append(try item.text()) }
        return texts
    }
}

/// The members of a mapping by name.
struct RecipeMembers {
    let whole: RecipeNode
    let name: String
    let members: [String: RecipeNode]

    /// A member, where it is there.
    subscript(_ member: String) -> RecipeNode? { members[member] }

    /// A member that must be there.
    func required(_ member: String) throws(InputError) -> RecipeNode {
        guard let node = members[member] else {
            throw whole.error("\(name) needs '\(member)'", remedy: "write '\(member): …' into it")
        }
        return node
    }
}
