public import Diagnostics

extension Formula {
    /// Checks that every variable exists.
    ///
    ///     try Formula.parse("100 * sgb2 / resident").check(against: ["residents", "sgb2"])
    ///     // InputError: formula '100 * sgb2 / resident' names 'resident', which is no variable; did you mean …
    ///
    /// - Throws: ``InputError`` with the code `formula` for the first unknown name; it proposes the nearest known one.
    public func check(against known: Set<String>) throws(InputError) {
        guard let unknown = variables.first(where: { !known.contains($0) }) else { return }
        let names = known.sorted()
        let remedy =
            if let nearest = Formula.nearestName(to: unknown, among: names) {
                "did you mean '\(nearest)'?"
            } else if names.isEmpty {
                "declare it under variables"
            } else {
                "known are \(names.prefix(20).joined(separator: ", "))"
            }
        throw InputError(
            .formula, "formula '\(description)' names '\(unknown)', which is no variable", remedy: remedy)
    }

    /// The known name that a mistyped one most probably means: fewest letters to change, at most a third of them.
    ///
    ///     Formula.nearestName(to: "resident", among: ["residents", "sgb2"])  // "residents"
    ///
    /// Letters count without regard to case. Of names equally near the first wins.
    ///
    /// - Complexity: O(*n* · *m*) per known name for lengths *n* and *m* (Wagner and Fischer, The string-to-string
    ///   correction problem, J. ACM 21, 1974).
    public static func nearestName(to name: String, among known: [String]) -> String? {
        let wanted = Array(name.lowercased())
        var nearest: String?
        var fewest = max(1, wanted.count / 3) + 1
        for candidate in known {
            let changes = Formula.changes(from: wanted, to: Array(candidate.lowercased()))
            if changes < fewest { (nearest, fewest) = (candidate, changes) }
        }
        return nearest
    }

    private static func changes(from one: [Character], to other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
