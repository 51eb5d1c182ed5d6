/// The `datetime` parameter of OGC API - Features: a date, or an interval that may be open on one side.
///
///     2023-12-31    2023-12-31T00:00:00Z    2019-01-01/2023-12-31    ../2023-12-31    2019-01-01/
///
/// Reference dates are days; of a time of day only the day counts. An interval that ends before it begins holds no day.
struct DateInterval: Equatable, Sendable {
    /// The first day, or `nil` when open.
    var start: String?
    /// The last day, or `nil` when open.
    var end: String?

    /// Reads the parameter.
    ///
    /// - Throws: A 400 for what is neither a date of RFC 3339 nor an interval of two.
    init(_ text: String) throws(Problem) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            let day = try DateInterval.day(halves[0], of: text)
            start = day
            end = day
        case 2:
            start = DateInterval.isOpen(halves[0]) ? nil : try DateInterval.day(halves[0], of: text)
            end = DateInterval.isOpen(halves[1]) ? nil : try DateInterval.day(halves[1], of: text)
        default:
            throw DateInterval.problem(text)
        }
    }

    /// A regular expression for exactly what ``init(_:)`` reads, without backslashes.
    static let pattern: String = {
        let early = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
        let years = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
        let day = "([0-9]{4}-(\(early)|02-(0[1-9]|1[0-9]|2[0-8]))|\(years)-02-29)"
        let clock = "[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)([.][0-9]+)?"
        let instant = "\(day)(\(clock)([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?"
        return "^(\(instant)|(\(instant)|[.][.])?/(\(instant)|[.][.])?)$"
    }()

    /// Whether a day `YYYY-MM-DD` lies in the interval.
    func contains(_ day: String) -> Bool {
        // ISO dates sort as text.
        if let start, day < start { return false }
        if let end, day > end { return false }
        return true
    }

    private static func isOpen(_ half: Substring) -> Bool { half.isEmpty || half == ".." }

    private static func problem(_ text: String) -> Problem {
        .badRequest("'\(text)' is no datetime; give a date such as 2023-12-31 or an interval such as ../2023-12-31")
    }

    private static func day(_ half: Substring, of text: String) throws(Problem) -> String {
        guard let day = day(half) else { throw problem(text) }
        return day
    }

    /// The day of a date or a date with a time of day, or `nil` for what is neither.
    static func day(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year),
            bytes.count == 10 || isTime(bytes[10...])
        else { return nil }
        return String(text.prefix(10))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether bytes are `T12:30:00`, perhaps with a fraction, and `Z` or an offset.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        func colon(_ at: Int) -> Bool { rest[rest.startIndex + at] == UInt8(ascii: ":") }
        func pair(_ at: Int) -> Int? { number(rest[rest.startIndex + at..<rest.startIndex + at + 2]) }
        guard rest.count >= 10, rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: "t"), colon(3), colon(6),
            let hour = pair(1), let minute = pair(4), let second = pair(7), hour < 24, minute < 60, second <= 60
        else { return false }
        rest = rest.dropFirst(9)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !fraction.isEmpty else { return false }
            rest = rest[fraction.endIndex...]
        }
        if rest.count == 1 { return rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z") }
        guard rest.count == 6, rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-"), colon(3),
            let hour = pair(1), let minute = pair(4)
        else { return false }
        return hour < 24 && minute < 60
    }
}
