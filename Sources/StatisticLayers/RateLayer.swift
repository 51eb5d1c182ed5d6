public import Catalogue
public import Disclosure
import Rates
public import Statistics

/// A rate that small numbers do not fool: smoothed, or classed by what it can tell, always beside the raw rate.
///
///     let layer = RateLayer(.empiricalBayes, per: 100, neighbours: nil)
///     ProtectedColumn.computed(from: [sgb2, residents], by: layer)  // value, raw, lower, upper, exceedance
///
/// Operands are events and population. An area without population has no rate. Where somewhere there are more events than
/// people the rates are no shares, and intervals are exact for Poisson counts; else they are Wilson's.
public struct RateLayer: LayerStatistic {
    /// What is shown.
    public let statistic: RateStatistic
    /// How many persons rates are stated for, e.g. 100 for per cent.
    public let per: Double
    /// The neighbours of the whole level; `nil` where the statistic looks at none.
    public let neighbours: Neighbours?
    /// The neighbours in words.
    public let weights: WeightsDescription?
    /// The region's rate in events per person, from released numbers; `nil` for that of the areas with a value.
    public let reference: Double?
    /// The level of confidence of intervals.
    static let level = 0.95

    /// Prepares a layer.
    ///
    /// - Precondition: A spatial statistic has neighbours, one row for each area of the level.
    public init(
        _ statistic: RateStatistic, per: Double, neighbours: Neighbours? = nil, weights: WeightsDescription? = nil,
        reference: Double? = nil
    ) {
        precondition(!statistic.isSpatial || neighbours != nil, "a spatial rate needs neighbours")
        self.statistic = statistic
        self.per = per
        self.neighbours = neighbours
        self.weights = weights
        self.reference = reference
    }

    /// The numbers behind the value, and for ``RateStatistic/certainty`` the classes.
    public var columns: LayerColumns {
        var details = [
            ReleasedDetail(id: "lower", german: "untere Grenze", english: "Lower limit", decimals: 2),
            ReleasedDetail(id: "upper", german: "obere Grenze", english: "Upper limit", decimals: 2),
            ReleasedDetail(
                id: "exceedance", german: "Wahrscheinlichkeit über der Region", english: "Probability above the region",
                decimals: 3),
        ]
        guard statistic != .certainty else {
            return LayerColumns(categories: RateLayer.kinds.map(\.category), details: details)
        }
        details.insert(ReleasedDetail(id: "raw", german: "rohe Quote", english: "Raw rate", decimals: 2), at: 0)
        return LayerColumns(details: details)
    }

    private static let kinds: [(kind: RateClass, category: ReleasedCategory)] = [
        (
            .above,
            ReleasedCategory(id: "above", german: "über der Region", english: "above the region", colour: "#b2182b")
        ),
        (
            .below,
            ReleasedCategory(id: "below", german: "unter der Region", english: "below the region", colour: "#2166ac")
        ),
        (.similar, ReleasedCategory(id: "similar", german: "ähnlich", english: "similar", colour: "#f7f7f7")),
        (
            .tooSmallToTell,
            ReleasedCategory(
                id: "too-small-to-tell", german: "zu klein für eine Aussage", english: "too small to tell",
                colour: "#bababa")
        ),
    ]

    /// Value; the category of ``RateStatistic/certainty``, or the raw rate of the others; limits; exceedance.
    public func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
        let sample = RateLayer.sample(of: operands)
        let (events, populations) = (sample.values(of: 0), sample.values(of: 1))
        let isShare = RateLayer.isShare(events, populations)
        let raw = zip(events, populations).map { $0 / $1 }
        let intervals = zip(events, populations).map {
            RateInterval(isShare ? .wilson : .poisson, events: $0, population: $1, level: RateLayer.level)
        }
        let prior = RatePrior(isShare ? .binomial : .poisson, events: events, populations: populations)
        let overall = overall(events, populations)
        let exceedance: [Double?] = zip(events, populations).map { events, population in
            prior?.probability(events: events, population: population, above: overall)
        }
        var numbers: [[Double?]] = [scaled(shown(events, populations, raw, in: sample, isShare: isShare))]
        if statistic == .certainty {
            numbers.append(
                intervals.map { interval in
                    let found = RateClass(interval, against: overall, isShare: isShare)
                    return RateLayer.kinds.firstIndex { $0.kind == found }.map(Double.init)
                })
        } else {
            numbers.append(scaled(raw))
        }
        numbers += [scaled(intervals.map(\.lower)), scaled(intervals.map(\.upper)), exceedance]
        return numbers.map(sample.column)
    }

    /// The areas with people, of which both numbers are known.
    static func sample(of operands: [ProtectedColumn]) -> LayerSample { LayerSample(operands) { $0[1] > 0 } }

    /// Whether no area has more events than people.
    static func isShare(_ events: [Double], _ populations: [Double]) -> Bool {
        zip(events, populations).allSatisfy { $0 <= $1 }
    }

    /// The rate that areas are compared with.
    func overall(_ events: [Double], _ populations: [Double]) -> Double {
        if let reference { return reference }
        let people = populations.reduce(0, +)
        return people > 0 ? events.reduce(0, +) / people : 0
    }

    private func shown(
        _ events: [Double], _ populations: [Double], _ raw: [Double], in sample: LayerSample, isShare: Bool
    ) -> [Double] {
        let links = neighbours?.restricted(to: sample.members)
        let model: RateModel = isShare ? .binomial : .poisson
        switch (statistic, links) {
        case (.empiricalBayes, _):
            return RateSmoothing.empiricalBayes(events: events, populations: populations, model: model)
        case (.spatialEmpiricalBayes, let links?):
            return RateSmoothing.spatialEmpiricalBayes(
                events: events, populations: populations, neighbours: links, model: model)
        case (.spatialRate, let links?):
            return RateSmoothing.spatial(events: events, populations: populations, neighbours: links)
        default: return raw
        }
    }

    private func scaled(_ rates: [Double]) -> [Double?] { rates.map { $0 * per } }
}
