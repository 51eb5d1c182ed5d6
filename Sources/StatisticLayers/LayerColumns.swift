public import Catalogue
public import Disclosure

/// What a statistic makes of a level at one date, in the order in which its results come through the gate.
///
/// The first result column is the value, the second the category where the layer has categories, and then come the details.
public struct LayerColumns: Sendable {
    /// The named classes; empty for numbers.
    public var categories: [ReleasedCategory]
    /// How many of the last categories a legend leaves out where no area is in them at any date.
    public var rareCategories: Int
    /// The further numbers.
    public var details: [ReleasedDetail]

    /// Says what columns a statistic has.
    public init(
        categories: [ReleasedCategory] = [], rareCategories: Int = 0, details: [ReleasedDetail] = []
    ) {
        self.categories = categories
        self.rareCategories = rareCategories
        self.details = details
    }

    /// The categories that the legend of a layer has: the rare ones only up to the last one that occurs.
    public func categories(occurringIn dates: [ReleasedValues]) -> [ReleasedCategory] {
        let most = dates.flatMap(\.categories).max().map { Int($0) + 1 } ?? 0
        return Array(categories.prefix(max(most, categories.count - rareCategories)))
    }

    /// The values of a layer from the columns that a statistic made.
    ///
    /// - Precondition: There are as many columns as this says.
    public func values(date: String, source: String, columns: [ProtectedColumn]) -> ReleasedValues {
        let first = categories.isEmpty ? 1 : 2
        precondition(columns.count == first + details.count, "a column for each result")
        return ReleasedValues(
            date: date, source: source, column: columns[0], categories: categories.isEmpty ? nil : columns[1],
            details: Array(columns[first...]))
    }
}

/// A statistic that makes a layer of its own.
public protocol LayerStatistic: AreaStatistic {
    /// What its result columns are.
    var columns: LayerColumns { get }
    /// What the method sheet says about definition, parameters and sources.
    var method: [MethodSheet.Entry] { get }
    /// What the method sheet says about the result at one date: counts, global values, warnings.
    ///
    /// - Parameters:
    ///   - operands: The protected columns that it was computed from.
    ///   - results: The columns that ``AreaStatistic/results(of:)`` made of them.
    func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry]
}
