public import Catalogue
public import Disclosure
import Statistics

extension EgohoodLayer {
    /// Definition, conventions, limits.
    public var method: [MethodSheet.Entry] {
        let barriers: (german: String, english: String) =
            hasBarriers
            ? (" Wer hinter einer Barriere wohnt, zählt nicht.", " Who lives behind a barrier does not count.")
            : ("", "")
        return [
            MethodSheet.Entry(
                german: (
                    "Verfahren",
                    "Für jede Adresse der Anteil der Gruppe unter den \(nearest) nächsten Personen, die Adresse selbst "
                        + "eingeschlossen; je Gebiet der Mittelwert über seine Einwohner. Adressen zählen ganz, gleich weit "
                        + "entfernte zusammen, so dass es auch etwas mehr Personen sein können.\(barriers.german) Östh, Clark "
                        + "und Malmberg, Geographical Analysis 47 (2015)."
                ),
                english: (
                    "Method",
                    "For every address the share of the group among the \(nearest) nearest persons, the address itself "
                        + "included; for each area the mean over its residents. Addresses enter whole, those equally far "
                        + "together, so that it may be a few persons more.\(barriers.english) Östh, Clark and Malmberg, "
                        + "Geographical Analysis 47 (2015)."
                )),
            MethodSheet.Entry(
                german: (
                    "Grenzen",
                    "Am Rand fehlen die Nachbarn jenseits der Grenze, wenn ihre Adressen nicht vorliegen; für wie viele "
                        + "Einwohner das gilt, steht dabei. Die Ergebnisse gehen als Summen je Gebiet durch die "
                        + "Geheimhaltung; im Mittel weniger als \(SheetNumber(smallest, decimals: 0).german) Personen der "
                        + "Gruppe unter den nächsten \(nearest) sind geheim."
                ),
                english: (
                    "Limits",
                    "At the border the neighbours beyond it are missing where their addresses are not known; for how many "
                        + "residents is told. Results pass the gate as sums for each area; a mean of fewer than "
                        + "\(SheetNumber(smallest, decimals: 0).english) persons of the group among the nearest \(nearest) is "
                        + "secret."
                )),
        ]
    }

    /// How many areas have a value.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let count = results[0].states.count { $0 == .value }
        let others = results[0].states.count - count
        return [
            MethodSheet.Entry(
                german: ("Gebiete", "\(count) mit Wert, \(others) ohne"),
                english: ("Areas", "\(count) with a value, \(others) without"))
        ]
    }
}
