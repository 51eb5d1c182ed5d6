import Disclosure

/// The counts that neighbourhoods of people add to a project's: sums over addresses, which pass the gate like any other.
///
/// **What is guaranteed.** Of every area, scale and date leave the gate only
/// - sums of its residents (times shares, above a threshold, near the border) that are zero or at least the threshold of
///   the stricter source, and of areas with at least as many inhabited addresses as that threshold, so that no number is
///   the neighbourhood of one house;
/// - rounded: mean shares to a tenth of a per cent, parts of the residents to multiples of the threshold in persons, so
///   that numbers of near scales, or of layers with near thresholds, do not differ by one person;
/// - and not where the mean makes fewer persons than the threshold of the group, or of the others, among the nearest; see
///   `EgohoodLayer`.
///
/// **What is not.** A count below the threshold is hidden in its own area and yet one of the neighbours of the people
/// around: their mean may change by it. That is so on purpose. Neighbourhoods without the small counts would be wrong
/// where a group is rare, and would tell where such counts are. So two builds that differ in a hidden count differ in the
/// neighbourhoods that reach its address, and in nothing else. Whoever knows how many people live at every address, and
/// all the group's other members, can bound a hidden count from there, as from any sum: the notice of
/// ``ThresholdProtection``, "hidden values may be derivable", holds here too, also for differences between divisions.
struct EgohoodVariables: Equatable {
    /// One sum at one scale.
    enum Sum: String, CaseIterable {
        /// Residents times the share around them.
        case weighted
        /// Inhabited addresses.
        case addresses
        /// Residents whose neighbourhood leaves the known land.
        case cutOff
        /// Residents around whom the share exceeds the threshold.
        case exceeding
    }

    /// The neighbourhoods, each once, in the order of the project's layers.
    let egohoods: [ProjectFile.Egohood]
    private let project: ProjectFile

    init(_ project: ProjectFile) {
        self.project = project
        var egohoods: [ProjectFile.Egohood] = []
        for layer in project.statistics {
            if case .egohoods(let egohood) = layer.statistic, !egohoods.contains(egohood) { egohoods.append(egohood) }
        }
        self.egohoods = egohoods
    }

    /// The sums of a neighbourhood.
    static func sums(of egohood: ProjectFile.Egohood) -> [Sum] {
        egohood.threshold == nil ? [.weighted, .addresses, .cutOff] : Sum.allCases
    }

    /// The dates at which both counts are known.
    func dates(of egohood: ProjectFile.Egohood) -> [String] {
        project.commonDates(of: [egohood.group, egohood.population])
    }

    /// All variables at all dates.
    var variables: [CountVariable] {
        egohoods.flatMap { egohood in
            dates(of: egohood).flatMap { date in
                egohood.nearest.flatMap { nearest in
                    EgohoodVariables.sums(of: egohood).map { variable(egohood, nearest: nearest, $0, date: date) }
                }
            }
        }
    }

    /// The variable of a sum at a date: of the source that demands more, and a part of nothing, for it is no count of
    /// persons of a register.
    func variable(
        _ egohood: ProjectFile.Egohood, nearest: Int, _ sum: Sum, date: String
    ) -> CountVariable {
        let place = egohoods.firstIndex(of: egohood) ?? 0
        return CountVariable(
            id: "egohood \(place + 1) \(nearest) \(sum.rawValue)", date: date,
            source: strictestSource(of: egohood)?.id ?? "")
    }

    /// The source with the higher threshold; of equal ones that which tolerates less.
    private func strictestSource(of egohood: ProjectFile.Egohood) -> ProjectFile.Source? {
        [egohood.group, egohood.population].compactMap { project.variable($0) }
            .compactMap { project.source($0.source) }
            .max { ($0.rule.threshold, $1.rule.toleratedMissing) < ($1.rule.threshold, $0.rule.toleratedMissing) }
    }
}

extension ProjectFile {
    /// The dates at which the sources of all these variables have a delivery, oldest first.
    func commonDates(of variables: [String]) -> [String] {
        let sources = variables.compactMap { variable($0) }.compactMap { source($0.source) }
        guard let first = sources.first else { return [] }
        return first.files.map(\.date).filter { date in
            sources.allSatisfy { $0.files.contains { $0.date == date } }
        }
    }
}
