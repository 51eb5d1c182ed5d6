public import Analysis
import Confidential
import Disclosure

/// What a build tells the desk: the release, and what became of every row of every delivery.
///
/// It holds confidential sums: it is for whoever may read the project folder, never for the server or a log.
public struct BuildResult: Sendable {
    /// The id of the release that was published.
    public let release: String
    /// How many layers it has.
    public let layers: Int
    /// The deliveries in the order in which they were read.
    public let deliveries: [Delivery]
    /// What a person should look at, one sentence each.
    public let warnings: [String]
    /// What the release says about its protection.
    public let notice: String

    /// One file of addresses.
    public struct Delivery: Sendable {
        /// The title of the source.
        public let source: String
        /// The file as the project names it.
        public let path: String
        /// How coordinates were transformed; empty where they were not.
        public let transformation: String
        /// Lines of the file that are no rows, in words.
        public let remarks: [String]
        /// The levels' ids, `division.level`.
        public let levels: [String]
        /// Level → what became of every row.
        public let ledgers: [Analysis.Ledger]
        /// Addresses that a planner has to look at: line, what it is called, variable and value.
        public let suspicious: [(line: Int, label: String, variable: String, value: Double)]

        init(_ outcome: AddressImport.Outcome, levels: [LevelAreas]) {
            source = outcome.source.title
            path = outcome.delivery.path
            transformation = outcome.transformation
            remarks = outcome.remarks
            self.levels = levels.map { "\($0.geography.division).\($0.geography.level)" }
            ledgers = outcome.ledgers
            suspicious = outcome.suspicious.map { ($0.line, $0.label, $0.variable, $0.value) }
        }
    }
}
