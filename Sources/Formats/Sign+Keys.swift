extension Sign {
    /// Whether a key means "these cases belong to no area that we know".
    ///
    /// Offices add such a row so that the column sums up to the total. It counts in totals and is on no map.
    ///
    ///     Sign.isUnassignedKey("keine Angabe")  // true
    ///     Sign.isUnassignedKey("01")            // false
    ///
    /// Case and blanks do not matter.
    public static func isUnassignedKey(_ key: String) -> Bool {
        guard key.utf8.count <= 64 else { return false }
        let words = key.lowercased().split { $0 == " " || $0 == "." || $0 == "\u{A0}" || $0 == "_" }
        return unassigned.contains(words.joined(separator: " "))
    }

    /// Lower case, without points, one blank between words.
    private static let unassigned: Set<String> = [
        "keine angabe", "keine angaben", "ohne angabe", "ohne angaben", "k a", "o a", "unbekannt", "keine zuordnung",
        "ohne zuordnung", "nicht zuordenbar", "nicht zuzuordnen", "nicht zugeordnet", "nicht lokalisierbar",
        "ohne festen wohnsitz", "o f w", "unknown", "unassigned", "not stated",
    ]
}
