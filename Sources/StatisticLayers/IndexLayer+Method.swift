public import Catalogue
import Diagnostics
public import Disclosure
import Indices
import Statistics

extension IndexLayer {
    /// The recipe in words: title and source, indicators with weights, standardisation, classes.
    public var method: [MethodSheet.Entry] {
        var entries = [
            MethodSheet.Entry(
                german: ("Verfahren", sentence(recipe.title.german, recipe.source)),
                english: ("Method", sentence(recipe.title.english, recipe.source)))
        ]
        for definition in shown {
            let second = definition.second?.name
            entries.append(
                MethodSheet.Entry(
                    german: (
                        definition.title.german,
                        "Summe der standardisierten Indikatoren (\(definition.standardisation.name)): "
                            + terms(definition, isGerman: true)
                            + (second.map { "; die Summe wird noch einmal standardisiert (\($0))" } ?? "")
                    ),
                    english: (
                        definition.title.english,
                        "Sum of the standardised indicators (\(definition.standardisation.name)): "
                            + terms(definition, isGerman: false)
                            + (second.map { "; the sum is standardised again (\($0))" } ?? "")
                    )))
            if definition.classes.isEmpty, let quantiles = definition.quantiles {
                entries.append(
                    MethodSheet.Entry(
                        german: (
                            "Klassen: \(definition.title.german)",
                            "\(quantiles) etwa gleich große Gruppen; 1 ist die mit den größten Werten."
                        ),
                        english: (
                            "Classes: \(definition.title.english)",
                            "\(quantiles) groups of about equal size; 1 has the largest values."
                        )))
            }
            guard !definition.classes.isEmpty else { continue }
            entries.append(
                MethodSheet.Entry(
                    german: (
                        "Klassen: \(definition.title.german)",
                        limits(definition, ("unter", "bis", "darüber"), isGerman: true)
                    ),
                    english: (
                        "Classes: \(definition.title.english)",
                        limits(definition, ("below", "to", "above"), isGerman: false)
                    )))
        }
        return entries
    }

    private var shown: [IndexDefinition] {
        switch part {
        case .index(let place): [recipe.indices[place]]
        case .matrix: recipe.matrix.map { [recipe.indices[$0.rows], recipe.indices[$0.columns]] } ?? []
        }
    }

    private func sentence(_ title: String, _ source: String) -> String {
        source.isEmpty ? title : "\(title). \(source)"
    }

    private func terms(_ definition: IndexDefinition, isGerman: Bool) -> String {
        definition.indicators.enumerated().map { place, indicator in
            let sign = indicator.polarity == .resource ? (place == 0 ? "− " : " − ") : (place == 0 ? "" : " + ")
            let weight = indicator.weight == 1 ? "" : " × \(number(indicator.weight, isGerman: isGerman))"
            return "\(sign)\(isGerman ? indicator.title.german : indicator.title.english)\(weight)"
        }.joined()
    }

    private func limits(
        _ definition: IndexDefinition, _ words: (below: String, through: String, above: String), isGerman: Bool
    ) -> String {
        definition.classes.map { group in
            let title = "\(group.label) \(isGerman ? group.title.german : group.title.english)"
            return switch group.limit {
            case .below(let limit): "\(title) \(words.below) \(number(limit, isGerman: isGerman))"
            case .through(let limit): "\(title) \(words.through) \(number(limit, isGerman: isGerman))"
            case nil: "\(title) \(words.above)"
            }
        }.joined(separator: "; ")
    }

    private func number(_ number: Double, isGerman: Bool) -> String {
        let text = SheetNumber(number, decimals: 4)
        return isGerman ? text.german : text.english
    }

    /// How many areas are in the index, and how many are not, by reason.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let states = results[0].states
        let inside = states.count { $0 == .value }
        var (german, english) = ("\(inside) Gebiete im Index", "\(inside) areas in the index")
        for (state, words) in [
            (ValueState.suppressed, ("geheim", "suppressed")), (.noData, ("ohne Daten", "without data")),
            (.notApplicable, ("ausgeschlossen oder nicht berechenbar", "excluded or not applicable")),
        ] {
            let count = states.count { $0 == state }
            guard count > 0 else { continue }
            german += ", \(count) \(words.0)"
            english += ", \(count) \(words.1)"
        }
        return [MethodSheet.Entry(german: ("Gebiete", german), english: ("Areas", english))]
    }
}
