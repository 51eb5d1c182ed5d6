public import Association
public import StatisticLayers

extension ProjectFile {
    /// A layer that a statistic makes of indicators or counts, over all areas of a level.
    public struct StatisticLayer: Sendable, Equatable {
        /// The id, which takes the indicator's place in the layer's id. Statistics of several layers add to it.
        public var id: String
        /// The division's id.
        public var division: String
        /// The level's id.
        public var level: String
        /// The title; empty for one made of the indicator's and the method's.
        public var title: String
        /// What it says and what it does not; may be empty.
        public var description: String
        /// The style's name; empty for the default.
        public var style: String
        /// What is computed.
        public var statistic: Statistic

        /// What the ids of its layers begin with: `division.level.id`.
        var prefix: String { "\(division).\(level).\(id)" }
    }

    /// What a statistic computes, from indicators and variables by their ids.
    public enum Statistic: Sendable, Equatable {
        /// Clusters of one indicator, or of two; for rates of two variables, events and population.
        case cluster(ClusterStatistic, operands: [String], Neighbourhood, Test)
        /// A rate of two variables, events and population, stated for so many persons.
        case rate(RateStatistic, events: String, population: String, per: Double, Neighbourhood?)
        /// A composite index.
        case index(RecipeSource, columns: [RecipeColumn], excluded: String?)
        /// Types of areas.
        case typology(isWard: Bool, indicators: [String], groups: Int, seed: UInt64)
        /// Contiguous regions: each with a minimum of the population, or all with about the same.
        case regions(indicators: [String], population: String, groups: Int, RegionSize, Neighbourhood)
        /// What a regression of one indicator on others leaves unexplained.
        case regression(RegressionLayer.Model, response: String, predictors: [String], Neighbourhood)
        /// Where a group is over- or underrepresented.
        case concentration(group: String, population: String)
        /// Neighbourhoods of people: the share of a group among the nearest persons of each resident.
        case egohoods(Egohood)
    }

    /// How many people a region has.
    public enum RegionSize: Sendable, Equatable {
        /// At least so many.
        case minimum(Double)
        /// About as many as any other.
        case balanced
    }

    /// Who is whose neighbour.
    public struct Neighbourhood: Sendable, Equatable {
        /// The kind, e.g. `queen`, `knn:6`, `distance:1500`.
        public var kind: String
        /// `row` or `binary`.
        public var style: String
        /// What cuts neighbours; `nil` where nothing does.
        public var barriers: BarrierFiles?
    }

    /// Lines that keep neighbours apart, with the gates in them.
    public struct BarrierFiles: Sendable, Equatable {
        /// The file of lines.
        public var lines: String
        /// The file of gates, points or lines; `nil` where there are none.
        public var gates: String?
        /// How wide a gate is, in metres.
        public var gateWidth: Double
    }

    /// A permutation test, and what counts as significant.
    public struct Test: Sendable, Equatable {
        /// How many draws.
        public var permutations: Int
        /// What the random numbers start from.
        public var seed: UInt64
        /// The largest p-value that is significant.
        public var significance: Double
        /// How p-values are adjusted for the number of areas.
        public var adjustment: MultipleTesting
    }

    /// Where the recipe of an index comes from.
    public enum RecipeSource: Sendable, Equatable {
        /// One of the program's own.
        case preset(String)
        /// A file.
        case file(String)
    }

    /// Where an input column of a recipe comes from.
    public struct RecipeColumn: Sendable, Equatable {
        /// The column's name in the recipe.
        public var name: String
        /// The indicator's id.
        public var indicator: String
        /// Whether it is the indicator's change since the date before.
        public var isChange: Bool
    }

    /// A neighbourhood of people.
    public struct Egohood: Sendable, Equatable {
        /// The variable of the group.
        public var group: String
        /// The variable of the persons.
        public var population: String
        /// How many nearest persons, one layer for each.
        public var nearest: [Int]
        /// The share, 0 to 1, of which the layer says how many residents live above; `nil` for none.
        public var threshold: Double?
        /// What keeps people apart; `nil` where nothing does.
        public var barriers: BarrierFiles?
    }
}
