public import Statistics

/// Where the sum of a column went: input = located + outside + rejected, exactly.
///
/// Only readable values add up; rows without a value are counted in ``missing``.
public struct ColumnTotals: Sendable, Hashable {
    /// The sum over all rows, added up by itself: what the three others have to add up to.
    public var input = DecimalSum()
    /// The sum over the rows that lie in an area.
    public var located = DecimalSum()
    /// The sum over the rows that lie in none.
    public var outside = DecimalSum()
    /// The sum over the rejected rows.
    public var rejected = DecimalSum()
    /// How many used rows have no value in the column: empty, or a sign that means unknown or secret.
    public var missing = 0

    /// Nothing yet.
    public init() {}

    /// Whether the parts add up to the whole.
    public var isBalanced: Bool {
        var sum = located
        sum.add(outside)
        sum.add(rejected)
        return sum == input
    }

    /// Adds the totals of another run over other rows.
    public mutating func add(_ other: ColumnTotals) {
        input.add(other.input)
        located.add(other.located)
        outside.add(other.outside)
        rejected.add(other.rejected)
        missing += other.missing
    }
}
