public import Statistics

/// Where the sum of a column went: input = located + outside + rejected, exactly.
///
/// Only readable values add up; rows without a value are counted in ``missing``.
public struct ColumnTotals: Sendable, Hashable {
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

    /// The sum over all rows.
    public var input: DecimalSum {
        var sum = located
        sum.add(outside)
        sum.add(rejected)
        return sum
    }

    /// Adds the totals of another run over other rows.
    public mutating func add(_ other: ColumnTotals) {
        located.add(other.located)
        outside.add(other.outside)
        rejected.add(other.rejected)
        missing += other.missing
    }
}
