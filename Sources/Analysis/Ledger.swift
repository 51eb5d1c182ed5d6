/// What became of every row of an address table: rows = located + outside + rejected, and the same for every sum.
///
/// The ledger of a run is the sum of the ledgers of its blocks; adding is exact, so that it does not depend on how
/// the rows were divided among threads.
public struct Ledger: Sendable, Equatable {
    /// All rows.
    public var rows = 0
    /// Rows that lie in an area.
    public var located = 0
    /// Rows with good coordinates that lie in no area.
    public var outside = 0
    /// Rows that could not be used.
    public var rejected = 0
    /// Rows exactly on a border; they are among the located ones.
    public var onBorder = 0
    /// Rows that more than one area claims; they are among the located ones and counted once.
    public var overlapping = 0
    /// The summed columns, in the order asked for.
    public var totals: [ColumnTotals]
    /// The first rejected rows that were met, by line.
    public var rejections: [Rejection] = []
    /// Counts that could not be used though their rows were, by line.
    public var unusable: [Rejection] = []
    /// The largest values of each column, for the search for mass addresses.
    public var largest: [LargestValues]

    /// An empty ledger for so many columns.
    public init(columns: Int) {
        totals = Array(repeating: ColumnTotals(), count: columns)
        largest = Array(repeating: LargestValues(), count: columns)
    }

    /// Whether every row, and every sum, went somewhere: rows = located + outside + rejected.
    public var isBalanced: Bool { rows == located + outside + rejected && totals.allSatisfy(\.isBalanced) }

    /// Adds the ledger of other rows of the same table.
    public mutating func add(_ other: Ledger) {
        rows += other.rows
        located += other.located
        outside += other.outside
        rejected += other.rejected
        onBorder += other.onBorder
        overlapping += other.overlapping
        for column in totals.indices {
            totals[column].add(other.totals[column])
            largest[column].add(other.largest[column])
        }
        unusable = Array((unusable + other.unusable).sorted { $0.line < $1.line }.prefix(Rejection.listed))
        rejections = Array((rejections + other.rejections).sorted { $0.line < $1.line }.prefix(Rejection.listed))
    }
}
