public import Disclosure
import Statistics

/// What became of every row of a batch when it was located in a geography, and of every sum.
///
///     ledger.rows == ledger.located + ledger.outside + ledger.rejected  // or isBalanced is false
public struct Ledger: Sendable, Equatable, Codable {
    /// The id of the source.
    public var source: String
    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// The geography.
    public var geography: Geography
    /// The rows of the file.
    public var rows: Int
    /// The rows that lie in an area.
    public var located: Int
    /// The rows that lie in no area.
    public var outside: Int
    /// The rows that could not be read; ``Rejection`` lists the first of them.
    public var rejected: Int
    /// The located rows that lie on a border and were given to one area by rule.
    public var onBorder: Int
    /// The located rows that lie in more than one area, because the boundaries overlap.
    public var overlapping: Int
    /// What became of each variable's sum.
    public var totals: [Total]

    /// What became of one variable's sum.
    public struct Total: Sendable, Equatable, Codable {
        /// The variable's id.
        public var variable: String
        /// The sum of all rows.
        public var input: Double
        /// The sum of the rows that lie in an area.
        public var located: Double
        /// The sum of the rows that lie in no area.
        public var outside: Double
        /// The sum of the rejected rows whose number could be read.
        public var rejected: Double

        /// Creates a total.
        public init(variable: String, input: Double, located: Double, outside: Double, rejected: Double) {
            self.variable = variable
            self.input = input
            self.located = located
            self.outside = outside
            self.rejected = rejected
        }

        /// Whether the input is the sum of its three parts, exactly to nine decimals.
        public var isBalanced: Bool {
            var sum = DecimalSum()
            sum.add(located)
            sum.add(outside)
            sum.add(rejected)
            sum.subtract(DecimalSum(of: input))
            return sum == DecimalSum()
        }
    }

    /// Creates a ledger.
    public init(
        source: String, date: String, geography: Geography, rows: Int, located: Int, outside: Int, rejected: Int,
        onBorder: Int, overlapping: Int, totals: [Total]
    ) {
        self.source = source
        self.date = date
        self.geography = geography
        self.rows = rows
        self.located = located
        self.outside = outside
        self.rejected = rejected
        self.onBorder = onBorder
        self.overlapping = overlapping
        self.totals = totals
    }

    /// Whether every row and every sum is accounted for.
    public var isBalanced: Bool {
        rows == located + outside + rejected && totals.allSatisfy(\.isBalanced)
    }
}

extension DecimalSum {
    fileprivate init(of number: Double) {
        self.init()
        add(number)
    }
}
