import Formats
import Segregation

/// The answer of `kleinraum segregation`.
struct SegregationReport {
    /// All groups.
    let counts: GroupCounts
    /// The first group and the rest.
    let pair: GroupCounts
    /// Where the areas lie, if that is known.
    let sites: SegregationSites?

    /// Writes the indices, and what was asked for beside them.
    func write(scales: [Double], permutations: Int, seed: UInt64, into out: inout OutputBuffer) {
        out.write("{\"two_group\":")
        write(twoGroup: pair.firstAgainstRest, of: indices, into: &out)
        out.write(",\"multigroup\":")
        write(multigroup: counts, into: &out)
        if !scales.isEmpty, let sites { write(profile: scales, sites: sites, into: &out) }
        if permutations > 0 { write(inference: permutations, seed: seed, into: &out) }
        out.write("}\n")
    }

    private var indices: [TwoGroupIndex] { TwoGroupIndex.allCases.filter { sites != nil || !$0.needsSpace } }

    private func write(twoGroup pair: TwoGroups, of indices: [TwoGroupIndex], into out: inout OutputBuffer) {
        write(indices.map { ($0.rawValue, $0.value(of: pair, in: sites?.space)) }, into: &out)
    }

    private func write(multigroup counts: GroupCounts, into out: inout OutputBuffer) {
        write(MultigroupIndex.allCases.map { ($0.rawValue, $0.value(of: counts)) }, into: &out)
    }

    /// The indices of environments, which say nothing of surfaces and borders.
    private func write(profile scales: [Double], sites: SegregationSites, into out: inout OutputBuffer) {
        out.write(",\"profile\":[")
        for (place, scale) in scales.enumerated() {
            if place > 0 { out.write(",") }
            out.write("{\"bandwidth\":")
            out.write(scale)
            out.write(",\"two_group\":")
            let near = pair.environments(x: sites.x, y: sites.y, bandwidth: scale)
            write(
                twoGroup: near.firstAgainstRest,
                of: indices.filter { !$0.needsSpace && $0 != .densityCorrectedDissimilarity }, into: &out)
            out.write(",\"multigroup\":")
            write(multigroup: counts.environments(x: sites.x, y: sites.y, bandwidth: scale), into: &out)
            out.write("}")
        }
        out.write("]")
    }

    private func write(inference draws: Int, seed: UInt64, into out: inout OutputBuffer) {
        out.write(",\"inference\":{\"permutations\":")
        out.write(draws)
        out.write(",\"seed\":")
        out.write(String(seed))
        let twoGroup = indices.filter { !$0.isOfAllPairs }
        let multigroup = MultigroupIndex.allCases.filter(\.dependsOnPlace)
        out.write(",\"two_group\":")
        write(
            inference: twoGroup.map { ($0.rawValue, $0.isEvenness) }, of: pair, draws: draws, seed: seed, into: &out
        ) { drawn in
            let pair = drawn.firstAgainstRest
            return twoGroup.map { $0.value(of: pair, in: sites?.space) }
        }
        out.write(",\"multigroup\":")
        write(
            inference: multigroup.map { ($0.rawValue, $0.isEvenness) }, of: counts, draws: draws, seed: seed, into: &out
        ) { drawn in multigroup.map { $0.value(of: drawn) } }
        out.write("}")
    }

    private func write(
        inference names: [(name: String, isEvenness: Bool)], of counts: GroupCounts, draws: Int, seed: UInt64,
        into out: inout OutputBuffer, statistics: (GroupCounts) -> [Double?]
    ) {
        let randomised = counts.randomised(draws, seed: seed, statistics: statistics)
        let bootstrapped = counts.bootstrapped(draws, seed: seed, statistics: statistics)
        out.write("{")
        for (place, index) in names.enumerated() {
            if place > 0 { out.write(",") }
            out.write(json: index.name)
            out.write(":")
            let (lot, sample) = (randomised[place], bootstrapped[place])
            let (chance, doubt) = (lot?.interval(), sample?.interval())
            var entries = [
                ("expected", lot?.mean), ("lower", chance?.lower), ("upper", chance?.upper), ("p", lot?.pGreater),
            ]
            if index.isEvenness { entries.append(("corrected", lot?.corrected)) }
            entries += [
                ("bootstrap_corrected", sample?.biasCorrected), ("bootstrap_lower", doubt?.lower),
                ("bootstrap_upper", doubt?.upper),
            ]
            write(entries, into: &out)
        }
        out.write("}")
    }

    private func write(_ entries: [(name: String, value: Double?)], into out: inout OutputBuffer) {
        out.write("{")
        for (place, entry) in entries.enumerated() {
            if place > 0 { out.write(",") }
            out.write(json: entry.name)
            out.write(":")
            if let value = entry.value { out.write(value) } else { out.write("null") }
        }
        out.write("}")
    }
}
