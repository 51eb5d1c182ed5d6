/// The parameters of a query, each known to the resource and given at most once.
struct QueryParameters: Sendable {
    /// Name and value as they were given, sorted by name: the same question is the same text, however it was written.
    let pairs: [(name: String, value: String)]

    /// Reads a query string.
    ///
    /// - Throws: A 400 for a parameter that is not among `allowed`, comes twice, or is not UTF-8.
    init(_ query: String, allowed: [String]) throws(Problem) {
        var pairs: [(name: String, value: String)] = []
        for part in query.split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(halves[0], plusIsSpace: true),
                let value = PercentEncoding.decode(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
            else { throw .badRequest("the query has a broken percent escape; write UTF-8 as %XX") }
            guard allowed.contains(name) else {
                let known = allowed.isEmpty ? "none" : allowed.joined(separator: ", ")
                throw .badRequest("unknown parameter '\(name)'; allowed here: \(known)")
            }
            guard !pairs.contains(where: { $0.name == name }) else {
                throw .badRequest("parameter '\(name)' is given twice; give it once")
            }
            // A form sends these empty where nothing was chosen.
            if value.isEmpty, name == "classes" || name == "method" { continue }
            pairs.append((name, value))
        }
        self.pairs = pairs.sorted { $0.name < $1.name }
    }

    /// The value of a parameter, if it was given.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// A whole number within bounds, if it was given.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = wholeNumber(text), range.contains(number) else {
            throw .badRequest(
                "'\(text)' is no value for \(name); give a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// A whole number from a smallest one on, cut to a largest one, if it was given.
    func integer(_ name: String, from minimum: Int, clampedTo maximum: Int) throws(Problem) -> Int? {
        guard let text = self[name] else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            throw .badRequest("'\(text)' is no value for \(name); give a whole number from \(minimum) on")
        }
        // Only digits: what does not fit an Int is merely large.
        let number = Int(text) ?? maximum
        guard number >= minimum else {
            throw .badRequest("'\(text)' is no value for \(name); give a whole number from \(minimum) on")
        }
        return min(number, maximum)
    }

    /// One of several words, if it was given.
    func word(_ name: String, of words: [String]) throws(Problem) -> String? {
        guard let text = self[name] else { return nil }
        guard words.contains(text) else {
            throw .badRequest("'\(text)' is no value for \(name); give one of \(words.joined(separator: ", "))")
        }
        return text
    }

    private func wholeNumber(_ text: String) -> Int? {
        text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
    }
}
