/// The largest values of a column with their lines, kept while rows stream by.
///
/// A job centre, a shelter or a care home gives one address the persons of a whole street (Berlin 2020: 4,779
/// recipients at 13 addresses). ``suspicious(sum:)`` names those that a planner has to look at.
public struct LargestValues: Sendable, Equatable {
    /// A value and the line it stands on.
    public struct Entry: Sendable, Hashable, Codable {
        /// The line in the file, from 1.
        public var line: Int
        /// The value.
        public var value: Double
    }

    /// How many are kept.
    public static let capacity = 100

    /// The largest values, the largest first; equal ones by line.
    public private(set) var entries: [Entry] = []
    /// How many positive values there were.
    public private(set) var positive = 0

    /// Nothing yet.
    public init() {}

    /// Takes note of a value.
    @inline(__always) public mutating func add(_ value: Double, line: Int) {
        guard value > 0 else { return }
        positive += 1
        if entries.count == LargestValues.capacity, value < entries[entries.count - 1].value { return }
        insert(Entry(line: line, value: value))
    }

    /// Takes over the notes of other rows.
    public mutating func add(_ other: LargestValues) {
        let sum = positive + other.positive
        for entry in other.entries { insert(entry) }
        positive = sum
    }

    /// The values of at least 50 that are also at least 50 times the mean of the positive values.
    ///
    /// - Parameter sum: The sum of the column over the same rows.
    public func suspicious(sum: Double) -> [Entry] {
        guard positive > 0 else { return [] }
        let mean = sum / Double(positive)
        return entries.filter { $0.value >= 50 && $0.value >= 50 * mean }
    }

    /// Turns places into lines; the order of both is the same.
    mutating func mapLines(_ line: (Int) -> Int) {
        for index in entries.indices { entries[index].line = line(entries[index].line) }
    }

    private mutating func insert(_ entry: Entry) {
        let place =
            entries.firstIndex { $0.value < entry.value || ($0.value == entry.value && $0.line > entry.line) }
            ?? entries.count
        guard place < LargestValues.capacity else { return }
        entries.insert(entry, at: place)
        if entries.count > LargestValues.capacity { entries.removeLast() }
    }
}
