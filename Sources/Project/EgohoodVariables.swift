import Disclosure

/// The counts that neighbourhoods of people add to a project's: sums over addresses, which pass the gate like any other.
struct EgohoodVariables: Equatable {
    /// One sum at one scale.
    enum Sum: String, CaseIterable {
        /// Residents times the share around them.
        case weighted
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
        egohood.threshold == nil ? [.weighted, .cutOff] : Sum.allCases
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
        let sources = [egohood.group, egohood.population].compactMap { project.variable($0) }
            .compactMap { project.source($0.source) }
        let strictest = sources.max { $0.rule.threshold < $1.rule.threshold }
        return CountVariable(
            id: "egohood \(place + 1) \(nearest) \(sum.rawValue)", date: date, source: strictest?.id ?? "")
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
