import Formats

extension FindingsReport {
    /// The report as CSV: one row per finding and nothing else; totals are in the text and in JSON. Several keys or
    /// names are separated by ` | `.
    public func csv(language: FindingLanguage = .german, isGerman: Bool = false) -> [UInt8] {
        var table = TableWriter(
            header: [
                "id", "kind", "severity", "status", "count", "keys", "names", "measure", "unit", "width", "x", "y",
                "longitude", "latitude", "message", "repair", "repair_key", "repair_m2", "repair_addresses",
            ], german: isGerman)
        for finding in findings {
            var row: [TableCell] = [
                .text(finding.id), .text(finding.kind.rawValue), .text(finding.severity.rawValue),
                .text(finding.isAccepted ? "accepted" : "open"), 1, .text(finding.keys.joined(separator: " | ")),
                .text(finding.names.joined(separator: " | ")), .number(finding.measure), .text(finding.unit),
                .number(finding.width), .number(finding.x), .number(finding.y), .number(finding.geographic.x),
                .number(finding.geographic.y), .text(finding.sentence(in: language)),
            ]
            if let repair = finding.repair {
                row += [
                    .text(repair.action.rawValue), .text(repair.key ?? ""), .number(repair.squareMetres),
                    repair.addresses.map { .integer($0) } ?? .empty,
                ]
            } else {
                row += [.empty, .empty, .empty, .empty]
            }
            table.write(row)
        }
        return table.bytes
    }

    /// The report for a person: by kind with totals, one line per finding, beginning with its id, so that lines can be
    /// pasted into a file of accepted findings.
    public func text(language: FindingLanguage = .german) -> [UInt8] {
        var out = OutputBuffer()
        out.write("\(summary(in: language))\n")
        for total in totals {
            out.write("\n\(line(of: total, language))\n")
            for finding in findings where finding.kind == total.kind {
                out.write("\(finding.id)  \(finding.sentence(in: language))")
                if let repair = finding.repair {
                    out.write(language(" Vorschlag: ", " Proposal: ") + repair.sentence(in: language) + ".")
                }
                if finding.isAccepted { out.write(language(" [akzeptiert]", " [accepted]")) }
                if finding.x.isFinite && finding.y.isFinite {
                    let decimals = abs(finding.x) <= 360 ? 7 : 2
                    let place = [finding.x, finding.y].map { FindingFormat.plain($0, decimals: decimals) }
                    out.write("  [\(place[0]) \(place[1])]")
                }
                out.write("\n")
            }
        }
        return out.bytes
    }

    /// `Stadtteil.shp: 86 Flächen, 3 Befunde (2 Fehler, davon 1 akzeptiert; 1 Warnung)`.
    ///
    /// Rows of addresses without a usable position, and areas that are not valid on the day, are told, too.
    public func summary(in language: FindingLanguage) -> String {
        var text = counts(in: language)
        if let day {
            text += language(
                "; am \(day.day) gelten \(day.valid) von \(day.versions)",
                "; \(day.valid) of \(day.versions) valid on \(day.day)")
        }
        if let rejectedAddresses, rejectedAddresses > 0 {
            text += language(
                "; \(rejectedAddresses) Adressen ohne brauchbare Koordinaten nicht geprüft",
                "; \(rejectedAddresses) addresses without usable coordinates not checked")
        }
        return text
    }

    private func counts(in language: FindingLanguage) -> String {
        let areas = language.measure(Double(areaCount), unit: "areas")
        guard !findings.isEmpty else {
            return language("\(file): \(areas), keine Befunde", "\(file): \(areas), no findings")
        }
        var words: [String] = []
        for severity in FindingSeverity.allCases where count(severity) > 0 {
            words.append("\(language.number(Double(count(severity)))) \(severity.word(count(severity), language))")
        }
        let number = language.number(Double(findings.count))
        let findingsWord =
            findings.count == 1 ? language("Befund", "finding") : language("Befunde", "findings")
        let accepted = findings.count { $0.isAccepted }
        if accepted > 0 {
            words.append(language("akzeptiert: \(accepted)", "accepted: \(accepted)"))
        }
        return "\(file): \(areas), \(number) \(findingsWord) (\(words.joined(separator: ", ")))"
    }

    /// `Überlappung (overlap, Fehler): 131, zusammen 920 m²`.
    func line(of total: Total, _ language: FindingLanguage) -> String {
        let severity = total.kind.severity.word(1, language)
        var line = "\(total.kind.title(in: language)) (\(total.kind.rawValue), \(severity)): "
        line += language.number(Double(total.count))
        if total.unit != "areas" && !total.unit.isEmpty {
            line += language(", zusammen ", ", together ") + language.measure(total.measure, unit: total.unit)
        }
        if total.accepted > 0 { line += language("; akzeptiert: \(total.accepted)", "; accepted: \(total.accepted)") }
        return line
    }
}
