import Formats

/// What a repair does, for a person or a script: the findings, and the ledgers of areas and addresses.
///
/// For the desk where it counts addresses.
public struct RepairReport: Sendable {
    /// What was asked for.
    public let plan: RepairPlan
    /// What came of it.
    public let repair: Repair
    /// The areas' keys.
    public let keys: [String]
    /// The areas' names; empty text where there is none.
    public let names: [String]
    /// How many addresses are where; nil where none were given.
    public let moves: RepairMoves?
    /// How much an area may change.
    public let limit: RepairLimit

    /// Collects what there is to report.
    public init(plan: RepairPlan, repair: Repair, layer: CheckedLayer, moves: RepairMoves?, limit: RepairLimit) {
        self.plan = plan
        self.repair = repair
        keys = layer.keys
        names = layer.names
        self.moves = moves
        self.limit = limit
    }

    /// Why the repair must not be used, one sentence for each reason; none where it may be.
    public func refusals(in language: FindingLanguage) -> [String] {
        var refusals: [String] = []
        for row in repair.ledger.rows {
            let name = label(row.area)
            if repair.vanished.contains(row.area) {
                refusals.append(language("\(name) würde verschwinden", "\(name) would vanish"))
            } else if !limit.admits(row) {
                let change = language.number(abs(row.change))
                var allowed = limit.description
                if case .share = limit {
                    allowed += language(" von ", " of ") + "\(fixed(row.base, language)) m²"
                }
                refusals.append(
                    language(
                        "\(name) würde sich um \(change) m² ändern, mehr als die Grenze von \(allowed)",
                        "\(name) would change by \(change) m², more than the limit of \(allowed)"))
            }
        }
        for fault in repair.created {
            let areas = fault.areas.map(label).joined(separator: ", ")
            refusals.append(
                language(
                    "es entstünde ein neuer Befund: \(fault.kind.rawValue) bei \(areas)",
                    "there would be a new finding: \(fault.kind.rawValue) at \(areas)"))
        }
        return refusals
    }

    /// Whether another limit would admit the repair.
    public var isRefusedByLimitOnly: Bool {
        repair.created.isEmpty && repair.vanished.isEmpty && repair.ledger.rows.contains { !limit.admits($0) }
    }

    /// Whether somebody has to confirm the repair: for what is asked for, or because ground moves all the same.
    public var needsConfirmation: Bool {
        // A square decimetre on an area of a thousand square kilometres is rounding.
        plan.needsConfirmation || repair.ledger.rows.contains { abs($0.change) > 1e-5 + 1e-11 * $0.base }
    }

    /// The findings that are still there afterwards, each with the reason.
    public var left: [(finding: Finding, reason: String)] {
        let undone = plan.items.compactMap { item in
            repair.failures.first { $0.task == item.task }.map { (item.finding, $0.reason) }
        }
        return undone + plan.ambiguous.map { ($0, "several areas have its key") }
    }

    /// The report as text.
    public func text(language: FindingLanguage) -> [UInt8] {
        var out = OutputBuffer()
        for item in plan.items {
            let word = item.isSafe ? language("sicher", "safe") : language("bewegt Boden", "moves ground")
            out.write("\(item.finding.id)  \(item.finding.kind.rawValue)  ")
            out.write(item.finding.keys.joined(separator: ", "))
            out.write("  \(language.measure(item.finding.measure, unit: item.finding.unit))  (\(word)")
            if let gainer = item.task.gainer { out.write(language("; an ", "; to ") + keys[gainer]) }
            out.write(")\n")
        }
        let rows = repair.ledger.rows
        out.write(language("\nFlächen in m²: vorher, nachher, Änderung\n", "\nAreas in m²: before, after, change\n"))
        for row in rows where row.change != 0 {
            out.write("\(label(row.area)): \(fixed(row.before, language)) → \(fixed(row.after, language))")
            out.write(" (\(signed(row.change, language)))\n")
        }
        let others = rows.count { $0.change == 0 }
        if others > 0 {
            out.write(
                language(
                    "\(others) weitere Flächen bekommen oder verlieren nur Stützpunkte\n",
                    "\(others) other areas gain or lose vertices only\n"))
        }
        out.write(
            language("Summe der Änderungen ", "Sum of changes ") + signed(repair.ledger.change, language)
                + language(": Lücken gefüllt ", ": gaps filled ") + signed(repair.ledger.filled, language)
                + language(", Überlappungen aufgelöst ", ", overlaps resolved ")
                + signed(-repair.ledger.resolved, language)
                + language(", Ringe berichtigt ", ", rings mended ") + signed(repair.ledger.mended, language) + "\n")
        if let moves { write(moves, language, into: &out) }
        return out.bytes
    }

    private func write(_ moves: RepairMoves, _ language: FindingLanguage, into out: inout OutputBuffer) {
        out.write(language("\nAdressen: vorher, nachher\n", "\nAddresses: before, after\n"))
        for area in changedCounts(moves) {
            out.write("\(label(area)): \(moves.before[area]) → \(moves.after[area])\n")
        }
        out.write(
            language(
                "\(moves.moved) Adressen wechseln die Fläche\n", "\(moves.moved) addresses change their area\n"))
    }

    /// The areas whose ground or addresses change.
    private func changedCounts(_ moves: RepairMoves) -> [Int] {
        let touched = Set(repair.ledger.rows.filter { $0.change != 0 }.map(\.area))
        return keys.indices.filter { touched.contains($0) || moves.before[$0] != moves.after[$0] }
    }

    /// The report as JSON: `{"findings":[…],"areas":[…],"sums":{…},"addresses":{…}|null,"refusals":[…],"left":[…]}`.
    public func json(language: FindingLanguage) -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"findings\":[")
        for (index, item) in plan.items.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            out.write("{\"id\":")
            out.write(json: item.finding.id)
            out.write(",\"kind\":")
            out.write(json: item.finding.kind.rawValue)
            out.write(",\"keys\":[")
            for (place, key) in item.finding.keys.enumerated() {
                if place > 0 { out.write(",") }
                out.write(json: key)
            }
            out.write("],\"measure\":")
            out.write(item.finding.measure)
            out.write(",\"safe\":\(item.isSafe),\"gainer\":")
            if let gainer = item.task.gainer { out.write(json: keys[gainer]) } else { out.write("null") }
            out.write("}")
        }
        out.write("],\n\"areas\":[")
        for (index, row) in repair.ledger.rows.enumerated() {
            out.write(index == 0 ? "\n{\"key\":" : ",\n{\"key\":")
            out.write(json: keys[row.area])
            for (name, value) in [("before", row.before), ("after", row.after), ("change", row.change)] {
                out.write(",\"\(name)\":")
                out.write(value)
            }
            out.write("}")
        }
        out.write("],\n\"sums\":{\"change\":")
        out.write(repair.ledger.change)
        for (name, value) in [
            ("filled", repair.ledger.filled), ("resolved", repair.ledger.resolved), ("mended", repair.ledger.mended),
            ("remainder", repair.ledger.remainder),
        ] {
            out.write(",\"\(name)\":")
            out.write(value)
        }
        out.write("},\n\"addresses\":")
        writeJSON(moves, into: &out)
        write(refusals(in: language), named: "refusals", into: &out)
        write(left.map { "\($0.finding.id): \($0.reason)" }, named: "left", into: &out)
        out.write("}\n")
        return out.bytes
    }

    private func writeJSON(_ moves: RepairMoves?, into out: inout OutputBuffer) {
        guard let moves else { return out.write("null") }
        out.write("{\"moved\":")
        out.write(moves.moved)
        out.write(",\"areas\":[")
        for (index, area) in changedCounts(moves).enumerated() {
            out.write(index == 0 ? "\n{\"key\":" : ",\n{\"key\":")
            out.write(json: keys[area])
            out.write(",\"before\":\(moves.before[area]),\"after\":\(moves.after[area])}")
        }
        out.write("]}")
    }

    private func write(_ sentences: [String], named name: String, into out: inout OutputBuffer) {
        out.write(",\n\"\(name)\":[")
        for (index, sentence) in sentences.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: sentence)
        }
        out.write("]")
    }

    /// `01 (West)`, or the key alone.
    private func label(_ area: Int) -> String {
        names[area].isEmpty || names[area] == keys[area] ? keys[area] : "\(keys[area]) (\(names[area]))"
    }

    private func fixed(_ value: Double, _ language: FindingLanguage) -> String { language.fixed(value, decimals: 4) }

    private func signed(_ value: Double, _ language: FindingLanguage) -> String {
        let text = fixed(value, language)
        return value > 0 && text.contains { $0 != "0" && $0.isNumber } ? "+" + text : text
    }
}
