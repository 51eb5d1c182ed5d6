import Analysis
import Confidential
import Diagnostics
import Disclosure
import Statistics

extension Confidential.Ledger {
    /// The ledger of a delivery in one level, in the form in which it is kept.
    init(_ ledger: Analysis.Ledger, of outcome: AddressImport.Outcome, geography: Geography) {
        self.init(
            source: outcome.source.id, date: outcome.delivery.date, geography: geography, rows: ledger.rows,
            located: ledger.located, outside: ledger.outside, rejected: ledger.rejected, onBorder: ledger.onBorder,
            overlapping: ledger.overlapping,
            totals: zip(outcome.variables, ledger.totals).map { variable, totals in
                Total(
                    variable: variable.id, input: totals.input.value, located: totals.located.value,
                    outside: totals.outside.value, rejected: totals.rejected.value)
            })
    }
}

extension AddressImport.Outcome {
    /// Addresses that a planner has to look at: beyond what the project file allows, or far beyond the usual.
    ///
    /// - Parameter project: Knows where the file is, to look up what the addresses are called.
    /// - Throws: `InputError` when a column of the source's `label` does not exist.
    func suspicious(in project: ProjectFile) throws(InputError) -> [SuspiciousAddress] {
        var found = unnamed
        let labels = try AddressLabels.read(
            lines: Set(found.map(\.line)), path: project.path(delivery.path), columns: source.label)
        for index in found.indices { found[index].label = labels[found[index].line] ?? "" }
        return found
    }

    private var unnamed: [SuspiciousAddress] {
        guard let ledger = ledgers.first else { return [] }
        return zip(variables, zip(ledger.largest, ledger.totals)).flatMap { variable, column in
            let (largest, totals) = column
            let limit = source.massAddress
            let found =
                limit.map { limit in largest.entries.filter { $0.value > Double(limit) } }
                ?? largest.suspicious(sum: totals.input.value)
            let reason =
                limit.map { "more than \($0) at one address" }
                ?? "at least 50, and 50 times the mean of the addresses that have any"
            return found.map { entry in
                SuspiciousAddress(
                    line: entry.line, label: "", variable: variable.id, value: entry.value, reason: reason)
            }
        }
    }
}
