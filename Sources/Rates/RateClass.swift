/// What an area's count says about its rate against a reference, the city's value say.
///
///     let interval = RateInterval(.wilson, events: 1, population: 12, level: 0.95)
///     RateClass(interval, against: 0.1, isShare: true)  // .tooSmallToTell
///
/// The class is read off the interval that is printed beside the rate:
/// - ``above`` and ``below``: the reference lies outside of the interval.
/// - ``tooSmallToTell``: the interval holds the reference and also its half or its double. From such a count nobody can
///   tell whether the area is twice as burdened, half as, or like the city. For shares it is half or double the odds, so
///   that a share and its complement are judged alike.
/// - ``similar``: the interval holds the reference, and neither its half nor its double.
///
/// The factor two is that of a moderate excess in Richardson and others (Environmental Health Perspectives 112 (2004),
/// pp. 1016–1025), who find that smaller ones escape detection in small areas; the rule itself is this program's.
public enum RateClass: String, Sendable, CaseIterable {
    /// The rate is higher than the reference beyond chance.
    case above
    /// The rate is lower than the reference beyond chance.
    case below
    /// The rate is within a factor of two of the reference.
    case similar
    /// The count is too small to say any of these.
    case tooSmallToTell = "too-small-to-tell"

    /// Classifies an interval.
    ///
    /// - Parameters:
    ///   - interval: The limits of the area's rate.
    ///   - reference: The rate to compare with, not below 0, for shares not above 1.
    ///   - isShare: Whether rates are at most 1.
    public init(_ interval: RateInterval, against reference: Double, isShare: Bool) {
        precondition(reference >= 0 && (!isShare || reference <= 1), "a reference that is a rate")
        let half = isShare ? reference / (2 - reference) : reference / 2
        let double = isShare ? 2 * reference / (1 + reference) : 2 * reference
        if interval.lower > reference {
            self = .above
        } else if interval.upper < reference {
            self = .below
        } else {
            self = interval.lower <= half || interval.upper >= double ? .tooSmallToTell : .similar
        }
    }
}
