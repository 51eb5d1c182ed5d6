/// A language that maps speak.
public enum Language: String, Sendable, CaseIterable {
    /// German, as German offices write.
    case german = "de"
    /// English.
    case english = "en"

    /// One of two texts.
    func callAsFunction(_ german: String, _ english: String) -> String {
        self == .german ? german : english
    }

    /// A date as people read it: `31.12.2023`, `31 December 2023`. Text that is no date `YYYY-MM-DD` stays as it is.
    ///
    ///     Language.english.date("2023-12-31")  // "31 December 2023"
    public func date(_ text: String) -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), Language.months.indices.contains(month - 1), (1...31).contains(day)
        else { return text }
        guard self == .german else { return "\(day) \(Language.months[month - 1]) \(year)" }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(day)).\(padded(month)).\(parts[0])"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
