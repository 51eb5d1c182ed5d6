public import Association
import Catalogue
public import Disclosure
public import Statistics

/// Which areas stand apart and which lie in a cluster: a local statistic of association as a layer with categories.
///
///     let layer = ClusterLayer(.localMoran, neighbours: queen, test: ConditionalPermutation(permutations: 9999, seed: 1))
///     let columns = ProtectedColumn.computed(from: [rate], by: layer)  // value, category, lag, statistic, z, p, …
///
/// The value of an area is its indicator's, so that island and insignificant areas keep theirs; the category is what the
/// statistic says. Areas without a value leave the sample with their links and keep their reason.
public struct ClusterLayer: LayerStatistic {
    /// The statistic.
    public let statistic: ClusterStatistic
    /// The weights of the whole level: ones, or others where they are the point of the kind.
    public let neighbours: Neighbours
    /// The weights in words.
    public let weights: WeightsDescription
    /// The permutation test.
    public let test: ConditionalPermutation
    /// At most this p-value, after adjustment, is called significant.
    public let significance: Double
    /// How p-values are adjusted for the number of areas.
    public let adjustment: MultipleTesting
    let kinds: ClusterCategories

    /// Prepares a layer.
    ///
    /// - Precondition: `neighbours` has a row for each area of the level.
    public init(
        _ statistic: ClusterStatistic, neighbours: Neighbours, weights: WeightsDescription,
        test: ConditionalPermutation, significance: Double = 0.05, adjustment: MultipleTesting = .none
    ) {
        self.statistic = statistic
        self.neighbours = neighbours
        self.weights = weights
        self.test = test
        self.significance = significance
        self.adjustment = adjustment
        kinds = ClusterCategories(statistic)
    }

    /// The categories and the numbers behind them.
    public var columns: LayerColumns {
        LayerColumns(
            categories: kinds.categories, rareCategories: ClusterCategories.rare.count,
            details: [
                ReleasedDetail(id: "lag", german: "Nachbarn", english: "Neighbours", decimals: 2),
                ReleasedDetail(id: "statistic", german: "Statistik", english: "Statistic", decimals: 3),
                ReleasedDetail(id: "z", german: "z", english: "z", decimals: 2),
                ReleasedDetail(id: "p", german: "p", english: "p", decimals: 4),
                ReleasedDetail(id: "p_adjusted", german: "p, angepasst", english: "p, adjusted", decimals: 4),
            ])
    }

    /// Value, category, lag, statistic, z, p, adjusted p.
    public func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
        let sample = self.sample(of: operands)
        let found = association(in: sample)
        let adjusted = found.pValues(adjusted: adjustment)
        let classes = found.classes(level: significance, pValues: adjusted)
        let own = sample.values(of: 0)
        let values =
            statistic == .localMoranRate ? zip(own, sample.values(of: 1)).map { 100 * $0 / $1 } : own
        let numbers: [[Double?]] = [
            values, classes.map { kinds.place(of: $0).map(Double.init) }, found.areas.map(\.lag),
            found.areas.map(\.statistic), found.areas.map(\.z), found.areas.map { $0.state == .defined ? $0.p : nil },
            zip(found.areas, adjusted).map { $0.state == .defined ? $1 : nil },
        ]
        return numbers.map(sample.column)
    }

    /// The sample; of rates, areas without population are out of it: there the rate does not apply.
    private func sample(of operands: [ProtectedColumn]) -> LayerSample {
        guard statistic == .localMoranRate else { return LayerSample(operands) }
        return LayerSample(operands, where: { $0[1] > 0 })
    }

    private func association(in sample: LayerSample) -> LocalAssociation {
        let links = neighbours.restricted(to: sample.members)
        let styled = weights.style == "row" ? links.rowStandardised : links.binary
        let values = sample.values(of: 0)
        switch statistic {
        case .localMoran: return LocalMoran(weights: styled, test: test).compute(values)
        case .bivariateLocalMoran:
            return LocalMoran(weights: styled, test: test).compute(values, lagged: sample.values(of: 1))
        case .localMoranRate:
            let rates = StandardisedRates.of(events: values, populations: sample.values(of: 1))
            return LocalMoran(weights: styled, test: test).compute(rates ?? values.map { _ in 0 })
        case .localGeary:
            return LocalGeary(weights: styled, test: test)
                .compute(variables: (0..<sample.operandCount).map(sample.values))
        case .gi: return LocalGetisOrd(weights: styled, test: test).compute(values)
        case .giStar:
            // Rows are standardised after the area has joined its neighbours, as `kleinraum statistic gi-star` does.
            let isRow = weights.style == "row"
            return LocalGetisOrd(
                weights: isRow ? links : links.binary, includingSelf: .rowMaximum, standardisesRows: isRow, test: test
            ).compute(values)
        }
    }
}
