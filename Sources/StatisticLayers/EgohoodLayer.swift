import Catalogue
public import Disclosure
public import Statistics

/// Neighbourhoods of people as a layer: the share of a group among the nearest persons of each resident, on average over
/// the district's residents.
///
/// Operands, all sums over addresses that passed the gate as counts: residents times the share around them, residents,
/// their inhabited addresses, those residents whose neighbourhood leaves the known land, and, with a threshold, those
/// among whose neighbours the share exceeds it.
///
/// A value needs all of the first three, so that few addresses, hidden like any small count, have none. A mean that makes
/// less than the gate's threshold of persons of the group among the nearest, or of others, is hidden. Means are rounded to
/// a tenth of a per cent and parts of the residents to multiples of the threshold in persons, so that the numbers of two
/// scales do not differ by a single person.
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
    ///
    /// Where the data claim more members of the group than persons a mean above 100 % does not apply.
    public func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
        let sample = LayerSample(Array(operands.prefix(3))) { $0[1] > 0 && $0[0] <= $0[1] }
        var (values, states) = sample.column(
            zip(sample.values(of: 0), sample.values(of: 1)).map { (1000 * $0 / $1).rounded() / 10 })
        for (member, shares) in zip(sample.members, zip(sample.values(of: 0), sample.values(of: 1))) {
            let persons = shares.0 / shares.1 * Double(nearest)
            guard isSecret(persons) || isSecret(Double(nearest) - persons) else { continue }
            (values[member], states[member]) = (0, .suppressed)
        }
        return [(values, states)] + operands.dropFirst(3).reversed().map { partColumn($0, operands[1], operands[2]) }
    }

    /// A part of the residents in per cent; hidden where few are in it or few are not.
    private func partColumn(
        _ part: ProtectedColumn, _ residents: ProtectedColumn, _ addresses: ProtectedColumn
    ) -> (values: [Double], states: [ValueState]) {
        let sample = LayerSample([part, residents, addresses]) { $0[1] > 0 }
        let unit = smallest > 1 ? smallest : 1e-6
        var (values, states) = sample.column(
            zip(sample.values(of: 0), sample.values(of: 1)).map { part, all in
                part == all ? 100 : 100 * (part / unit).rounded() * unit / all
            })
        for member in sample.members where isSecret(residents.values[member] - part.values[member]) {
            (values[member], states[member]) = (0, .suppressed)
        }
        return (values, states)
    }

    /// Whether so many persons are too few to be told, and not none; beyond rounding.
    private func isSecret(_ persons: Double) -> Bool { persons > 1e-6 && persons < smallest - 1e-6 }
}
