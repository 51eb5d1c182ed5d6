import Catalogue
import Disclosure

/// The method sheets of a release: what a layer is, how it was made, from what and for when.
struct MethodSheets {
    let project: ProjectFile
    let columns: ReleasedColumns

    /// The sheet of a layer.
    ///
    /// - Parameters:
    ///   - indicators: The ids of the indicators behind it.
    ///   - variables: The ids of the counts that it is computed from directly.
    ///   - levels: The levels of the release.
    ///   - statistic: What a statistic says about itself.
    ///   - remarks: What it says about its results, by date.
    func sheet(
        of layer: ReleasedLayer, indicators: [String], variables: [String], on levels: [ReleasedLevel],
        statistic: [MethodSheet.Entry] = [],
        remarks: [(date: String, entries: [MethodSheet.Entry])] = []
    ) -> MethodSheet {
        var entries = [both("Inhalt", "Content", layer.indicator.title)]
        if !layer.indicator.description.isEmpty {
            entries.append(both("Erläuterung", "Description", layer.indicator.description))
        }
        entries += statistic
        entries.append(both("Berechnung", "Computed as", layer.indicator.formula))
        entries += counts(behind: indicators, and: variables)
        for (date, told) in remarks {
            entries += told.map { entry in
                MethodSheet.Entry(
                    german: ("\(entry.german.title), \(german(date))", entry.german.text),
                    english: ("\(entry.english.title), \(date)", entry.english.text))
            }
        }
        let dates = layer.dates.map(\.date)
        entries.append(
            MethodSheet.Entry(
                german: ("Stichtage", dates.map(german).joined(separator: ", ")),
                english: ("Reference dates", dates.joined(separator: ", "))))
        entries.append(both("Quelle", "Source", layer.newest.source))
        if let level = levels.first(where: { $0.division == layer.division && $0.level == layer.level }) {
            let areas = "\(level.divisionTitle): \(level.levelTitle), \(level.boundaryVersion)"
            entries.append(
                both("Gebiete", "Areas", level.boundarySource.isEmpty ? areas : "\(areas). \(level.boundarySource)"))
        }
        entries.append(protection)
        return MethodSheet(entries)
    }

    /// The formulas of indicators, and the counts behind them and others with their sources' thresholds.
    private func counts(behind ids: [String], and variables: [String]) -> [MethodSheet.Entry] {
        let indicators = project.indicators.filter { ids.contains($0.id) }
        let named = variables + indicators.flatMap(\.formula.variables)
        var entries = indicators.map { indicator in
            both(indicator.title, indicator.title, "\(indicator.id) = \(indicator.formula.description)")
        }
        for variable in project.variables where named.contains(variable.id) {
            let threshold = project.source(variable.source).map { Int($0.rule.threshold) } ?? 0
            entries.append(
                MethodSheet.Entry(
                    german: (variable.id, "\(variable.title); geheim unter \(threshold)"),
                    english: (variable.id, "\(variable.title); secret below \(threshold)")))
        }
        return entries
    }

    private var protection: MethodSheet.Entry {
        MethodSheet.Entry(
            german: (
                "Geheimhaltung",
                "Nur Schwellenwerte: verborgene Zahlen können ableitbar sein. Alles Weitere ist aus geschützten Zahlen "
                    + "berechnet."
            ),
            english: (
                "Protection",
                "\(columns.tables.notice). Everything else is computed from protected numbers."
            ))
    }

    /// `31.12.2023` for `2023-12-31`.
    private func german(_ date: String) -> String { date.split(separator: "-").reversed().joined(separator: ".") }

    private func both(_ german: String, _ english: String, _ text: String) -> MethodSheet.Entry {
        MethodSheet.Entry(german: (german, text), english: (english, text))
    }
}
