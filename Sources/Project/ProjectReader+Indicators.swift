import Diagnostics
import Disclosure

extension ProjectReader {
    /// The section `indicators`.
    func indicators(
        _ node: ProjectReaderNode, variables: [ProjectFile.Variable], sources: [ProjectFile.Source]
    ) throws(InputError) -> [ProjectFile.Indicator] {
        let known = Set(variables.map(\.id))
        var indicators: [ProjectFile.Indicator] = []
        for (key, value) in try node.entries(example: "rate: { title: Quote, formula: 100 * part / whole }") {
            let fields = try ProjectReaderFields(
                value, known: ["title", "formula", "unit", "decimals", "description", "polarity", "style"])
            let formulaNode = try fields.required("formula", example: "100 * part / whole")
            let formula = try formula(formulaNode, known: known)
            try checkDates(formulaNode, formula, variables: variables, sources: sources)
            indicators.append(
                ProjectFile.Indicator(
                    id: try value.id(key), title: try fields.text("title", example: "SGB-II-Quote"),
                    formula: formula, unit: try fields.text("unit"),
                    decimals: try fields["decimals"]?.whole(in: 0...6) ?? (formula.isCount ? 0 : 1),
                    description: try fields["description"]?.longText() ?? "",
                    polarity: try fields["polarity"]?.choice() ?? .neutral, style: try fields.text("style")))
        }
        return indicators
    }

    private func formula(
        _ node: ProjectReaderNode, known: Set<String>
    ) throws(InputError) -> Formula {
        let text = try node.text()
        let formula: Formula
        do {
            formula = try Formula.parse(text)
            try formula.check(against: known)
        } catch {
            throw node.error(error.message, remedy: error.remedy)
        }
        guard !formula.variables.isEmpty else {
            throw node.error("'\(text)' names no variable", remedy: "compute it from counts, as in 100 * part / whole")
        }
        return formula
    }

    /// Checks that there is a date for which all counts of a formula exist.
    private func checkDates(
        _ node: ProjectReaderNode, _ formula: Formula, variables: [ProjectFile.Variable],
        sources: [ProjectFile.Source]
    ) throws(InputError) {
        let ids = variables.filter { formula.variables.contains($0.id) }.map(\.source)
        let dates = sources.filter { ids.contains($0.id) }.map { $0.files.map(\.date) }
        let first = dates.first ?? []
        guard !first.contains(where: { date in dates.allSatisfy { $0.contains(date) } }) else { return }
        let told = dates.map { $0.joined(separator: ", ") }.joined(separator: " against ")
        throw node.error(
            "the counts of this formula have no date in common: \(told)",
            remedy: "give their sources files of one reference date")
    }
}
