import Catalogue
public import Disclosure
public import Statistics

/// Neighbourhoods of people as a layer: the share of a group among the nearest persons of each resident, on average over
/// the district's residents.
///
/// Operands, all sums over addresses that passed the gate as counts: residents times the share around them, residents,
/// those of them whose neighbourhood leaves the known land, and, with a threshold, those among whose neighbours the share
/// exceeds it. A mean of less than the gate's threshold of persons among the nearest is hidden like any small count.
public struct EgohoodLayer: LayerStatistic {
    /// How many nearest persons.
    public let nearest: Int
    /// The share of which the layer says how many residents live above, 0 to 1; `nil` for none.
    public let threshold: Double?
    /// Persons below this number, and above none, are secret.
    public let smallest: Double
    /// Whether barriers keep people apart.
    public let hasBarriers: Bool

    /// Prepares a layer.
    public init(nearest: Int, threshold: Double?, hidingBelow smallest: Double, hasBarriers: Bool) {
        self.nearest = nearest
        self.threshold = threshold
        self.smallest = smallest
        self.hasBarriers = hasBarriers
    }

    /// The residents above the threshold, and those at the border.
    public var columns: LayerColumns {
        var details = [
            ReleasedDetail(
                id: "cut_off", german: "Nachbarschaft reicht über die Grenze (%)",
                english: "Neighbourhood leaves the region (%)", decimals: 1)
        ]
        if let threshold {
            let share = SheetNumber(100 * threshold, decimals: 1)
            details.insert(
                ReleasedDetail(
                    id: "exceeding", german: "Einwohner mit mehr als \(share.german) % (%)",
                    english: "Residents with more than \(share.english) % (%)", decimals: 1), at: 0)
        }
        return LayerColumns(details: details)
    }

    /// The mean share in per cent, and the parts of the residents in per cent.
    public func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
        let mean = LayerSample([operands[0], operands[1]]) { $0[1] > 0 }
        var (values, states) = mean.column(zip(mean.values(of: 0), mean.values(of: 1)).map { 100 * $0 / $1 })
        for area in states.indices where states[area] == .value {
            let persons = values[area] / 100 * Double(nearest)
            guard persons > 0 && persons < smallest else { continue }
            (values[area], states[area]) = (0, .suppressed)
        }
        return [(values, states)] + operands.dropFirst(2).reversed().map { partColumn($0, of: operands[1]) }
    }

    /// A part of the residents in per cent; hidden where few are in it or few are not.
    private func partColumn(
        _ part: ProtectedColumn, of residents: ProtectedColumn
    ) -> (values: [Double], states: [ValueState]) {
        let sample = LayerSample([part, residents]) { $0[1] > 0 }
        var (values, states) = sample.column(
            zip(sample.values(of: 0), sample.values(of: 1)).map { 100 * $0 / $1 })
        for member in sample.members {
            let others = residents.values[member] - part.values[member]
            guard others > 0 && others < smallest else { continue }
            (values[member], states[member]) = (0, .suppressed)
        }
        return (values, states)
    }
}
