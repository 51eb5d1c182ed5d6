/// A group and the rest of the people, counted by unit: what the two-group indices of segregation are made of.
///
///     let city = TwoGroups(group: [90, 10], rest: [10, 90])
///     city.dissimilarity  // 0.8: four fifths of the group would have to move for even shares
///     city.isolation      // 0.82: the share of the group where a member of the group lives, on average
///     city.interaction    // 0.18
///
/// The notation is that of Massey and Denton, The Dimensions of Residential Segregation, Social Forces 67 (1988):
/// *xᵢ* the group and *yᵢ* the rest in unit *i*, *tᵢ* = *xᵢ* + *yᵢ*, *X*, *Y*, *T* their sums, *pᵢ* = *xᵢ*/*tᵢ*,
/// *P* = *X*/*T*. Units are areas, cells, or environments (``GroupCounts/environments(x:y:bandwidth:)``).
///
/// **Empty units.** A unit without people has no share. It has no weight in any index that weighs by people, is left
/// out of the pairs of ``spatialDissimilarity(_:)``, and has its surface in ``delta(areas:)``.
///
/// **Undefined.** Where nobody belongs to the group, or nobody to the rest, or so few to the rest that *P* rounds to 1,
/// every index is nil.
///
/// **Small units.** With few people in a unit, shares differ by chance and every measure of unevenness is above zero
/// even when people choose their homes by lot. Compare with ``GroupCounts/randomised(_:seed:statistics:)``.
public struct TwoGroups: Sendable, Equatable {
    /// The people of the group, by unit.
    public let group: [Double]
    /// All other people, by unit.
    public let rest: [Double]
    /// All people of the group.
    public let groupSum: Double
    /// All other people.
    public let restSum: Double

    /// Creates counts from columns.
    ///
    /// - Precondition: Both columns are of one length, and no count is negative or not a number.
    public init(group: [Double], rest: [Double]) {
        precondition(group.count == rest.count, "one count of each kind for each unit")
        precondition(group.allSatisfy { $0 >= 0 } && rest.allSatisfy { $0 >= 0 }, "counts are not negative")
        self.group = group
        self.rest = rest
        groupSum = group.reduce(0, +)
        restSum = rest.reduce(0, +)
    }

    /// How many units there are, empty ones included.
    public var count: Int { group.count }

    /// All people of a unit.
    @inlinable public func total(_ unit: Int) -> Double { group[unit] + rest[unit] }

    /// All people.
    public var sum: Double { groupSum + restSum }

    /// The group's share in the whole, *P*.
    public var share: Double { groupSum / sum }

    /// Whether there are people on both sides, without which no index is defined.
    var isDefined: Bool { groupSum > 0 && restSum > 0 && share < 1 }

    /// The group's share in a unit; nil where nobody lives.
    func share(_ unit: Int) -> Double? {
        let total = total(unit)
        return total > 0 ? group[unit] / total : nil
    }

    /// The sum over all units that have people, in their order.
    func overUnits(_ term: (_ total: Double, _ share: Double) -> Double) -> Double {
        var sum = 0.0
        for unit in 0..<count {
            if let share = share(unit) { sum += term(total(unit), share) }
        }
        return sum
    }

    /// The index of dissimilarity *D* = Σ *tᵢ* |*pᵢ* − *P*| / (2 *T P* (1 − *P*)), in 0...1.
    ///
    /// The share of the group that would have to move to be spread as the rest is: ½ Σ |*xᵢ*/*X* − *yᵢ*/*Y*|. Duncan
    /// and Duncan, American Sociological Review 20 (1955). Biased upwards in small units.
    ///
    /// - Complexity: O(*n*), as all that have no other statement.
    public var dissimilarity: Double? {
        guard isDefined else { return nil }
        let difference = overUnits { total, share in total * abs(share - self.share) }
        return difference / (2 * sum * share * (1 - share))
    }

    /// The isolation of the group *xPx* = Σ (*xᵢ*/*X*)(*xᵢ*/*tᵢ*), from *P* to 1: the group's share in the unit of an
    /// average member. It rises with the group's size; for what is beyond that see ``correlationRatio``.
    public var isolation: Double? {
        guard isDefined else { return nil }
        return overUnits { total, share in total * share * share } / groupSum
    }

    /// The interaction of the group with the rest *xPy* = Σ (*xᵢ*/*X*)(*yᵢ*/*tᵢ*) = 1 − *xPx*, from 0 to 1 − *P*.
    public var interaction: Double? {
        guard isDefined else { return nil }
        return overUnits { total, share in total * share * (1 - share) } / groupSum
    }

    /// The correlation ratio *V* = (*xPx* − *P*)/(1 − *P*), in 0...1: isolation beyond what the group's size makes. Also
    /// called η² or S (White 1986).
    public var correlationRatio: Double? {
        isolation.map { ($0 - share) / (1 - share) }
    }
}
