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
                        + "Einwohner die Nachbarschaft über die Grenze reicht, steht dabei. Adressen, von denen nicht bekannt "
                        + "ist, wie viele der Gruppe dort wohnen, zählen bei anderen wie solche ohne; wo es zu viele sind, hat "
                        + "das Gebiet keinen Wert."
                ),
                english: (
                    "Limits",
                    "At the border the neighbours beyond it are missing where their addresses are not known; for how many "
                        + "residents the neighbourhood leaves the region is told. Addresses of which nobody knows how many of "
                        + "the group live there count with others as if none did; where they are too many the area has no value."
                )),
        ] + (smallest > 1 ? [secrecy] : [])
    }

    private var secrecy: MethodSheet.Entry {
        let persons = SheetNumber(smallest, decimals: 0)
        return MethodSheet.Entry(
            german: (
                "Geheimhaltung der Nachbarschaften",
                "Die Ergebnisse gehen als Summen je Gebiet durch die Geheimhaltung. Keinen Wert hat ein Gebiet mit weniger "
                    + "als \(persons.german) bewohnten Adressen, oder wo im Mittel weniger als \(persons.german) der "
                    + "\(nearest) nächsten Personen zur Gruppe gehören oder nicht zu ihr gehören. Mittelwerte sind auf 0,1 % "
                    + "gerundet, Teile der Einwohner auf Vielfache von \(persons.german) Personen. Zahlen, die in ihrem Gebiet "
                    + "geheim sind, gehören zur Nachbarschaft der Umgebung: Ohne sie wären deren Werte falsch."
            ),
            english: (
                "Secrecy of the neighbourhoods",
                "Results pass the gate as sums for each area. An area has no value with fewer than \(persons.english) "
                    + "inhabited addresses, or where on average fewer than \(persons.english) of the \(nearest) nearest persons "
                    + "belong to the group, or do not. Means are rounded to 0.1 %, parts of the residents to multiples of "
                    + "\(persons.english) persons. Counts that are secret in their own area belong to the neighbourhoods "
                    + "around: without them these would be wrong."
            ))
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
