/// What a repair does to the size of areas, in m².
///
///     repair.ledger.rows       // [Row(area: 3, before: 100, after: 102.5)]: what changes, nothing else
///     repair.ledger.remainder  // 0, but for rounding: what one gains was nobody's, or was counted twice
public struct RepairLedger: Sendable, Equatable {
    /// One area.
    public struct Row: Sendable, Equatable {
        /// The area's number.
        public var area: Int
        /// Its size before, in m².
        public var before: Double
        /// Its size after, in m².
        public var after: Double

        /// The size that a limit in per cent is taken of, in m²: that of the area made valid where its rings cross
        /// themselves, so that lobes that run the other way do not count against the rest.
        public var base: Double

        /// What it gains, negative where it loses, in m².
        public var change: Double { after - before }

        /// Creates a row.
        public init(area: Int, before: Double, after: Double, base: Double? = nil) {
            self.area = area
            self.before = before
            self.after = after
            self.base = base ?? before
        }
    }

    /// The areas of another size or with other vertices, by number.
    public var rows: [Row] = []
    /// The ground of gaps that were filled.
    public var filled = 0.0
    /// The ground that several areas had, counted once for each that gave it up.
    public var resolved = 0.0
    /// What areas gained or lost when they were made valid.
    public var mended = 0.0

    /// An empty ledger.
    public init() {}

    /// What all areas together gain.
    public var change: Double { rows.reduce(0) { $0 + $1.change } }

    /// What is left when the gains of filled gaps and mended rings and the losses of resolved overlaps are taken from
    /// the sum of all changes: rounding.
    public var remainder: Double { change - filled + resolved - mended }
}
