/// A day as a number, so that days can be compared and counted.
///
///     CalendarDay("2021-01-01").map { $0.number } == CalendarDay("01.01.2021").map { $0.number }
///
/// Read are `2021-01-01` (also with a time behind it), `2021/01/01`, `20210101` and `01.01.2021`.
public struct CalendarDay: Comparable, CustomStringConvertible, Hashable, Sendable {
    /// Days since 1970-01-01 in the Gregorian calendar.
    public let number: Int

    /// Reads a date; nil where the text is none.
    public init?(_ text: String) {
        var parts = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        if parts.count == 1, parts[0].count == 8 {
            let digits = parts[0]
            parts = [String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2))]
        }
        guard parts.count >= 3, let first = Int(parts[0]), let month = Int(parts[1]), let third = Int(parts[2]) else {
            return nil
        }
        let isYearFirst = parts[0].count == 4
        guard isYearFirst || parts[2].count == 4 else { return nil }
        let (year, day) = isYearFirst ? (first, third) : (third, first)
        guard (1...12).contains(month), (1...CalendarDay.length(of: month, in: year)).contains(day) else { return nil }
        number = CalendarDay.number(year: year, month: month, day: day)
    }

    /// Whether one day is before another.
    public static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.number < other.number }

    /// The day as `2021-01-01`. Howard Hinnant, `civil_from_days`, 2013.
    public var description: String {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Howard Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`, 2013.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
