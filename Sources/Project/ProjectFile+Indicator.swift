public import Disclosure

extension ProjectFile {
    /// A number that is computed for each area.
    public struct Indicator: Sendable, Equatable {
        /// The id, e.g. `sgb2_rate`.
        public var id: String
        /// The title, e.g. `SGB-II-Quote`.
        public var title: String
        /// How it is computed from the variables.
        public var formula: Formula
        /// The unit, e.g. `%`; may be empty.
        public var unit: String
        /// How many decimals are shown, 0 to 6; where the file is silent 0 for counts and 1 for anything else.
        public var decimals: Int
        /// What it says and what it does not; may be empty.
        public var description: String
        /// Whether large values are a burden or a resource.
        public var polarity: Polarity
        /// The style's name; empty for the default.
        public var style: String
    }

    /// Whether large values of an indicator are good or bad for an area.
    public enum Polarity: String, Sendable, CaseIterable {
        /// Large values are a burden, e.g. unemployment.
        case load
        /// Large values are a resource, e.g. places in nurseries.
        case resource
        /// Neither.
        case neutral
    }

    /// An indicator on a level.
    public struct Layer: Sendable, Equatable {
        /// The division's id.
        public var division: String
        /// The level's id.
        public var level: String
        /// The indicator's id.
        public var indicator: String
        /// The style's name: the layer's own, else the indicator's; empty for the default.
        public var style: String

        /// The id that the layer is served under: `division.level.indicator`.
        public var id: String { "\(division).\(level).\(indicator)" }
    }
}
