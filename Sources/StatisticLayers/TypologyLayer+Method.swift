public import Catalogue
public import Disclosure
import Statistics

extension TypologyLayer {
    /// How groups are found.
    public var method: [MethodSheet.Entry] {
        let (german, english): (String, String) =
            switch way {
            case .kMeans:
                (
                    "Typen nach k-Means: \(groups) Gruppen um Mittelwerte der standardisierten Indikatoren, 25 Anfänge nach "
                        + "k-means++, Startwert \(seed); nummeriert nach dem Mittel des ersten Indikators.",
                    "Types by k-means: \(groups) groups around means of the standardised indicators, 25 beginnings by "
                        + "k-means++, seed \(seed); numbered by the mean of the first indicator."
                )
            case .ward:
                (
                    "Typen nach Ward: schrittweise Zusammenfassung der standardisierten Indikatoren zu \(groups) Gruppen; "
                        + "nummeriert nach dem Mittel des ersten Indikators.",
                    "Types by Ward's method: the standardised indicators joined step by step to \(groups) groups; numbered "
                        + "by the mean of the first indicator."
                )
            case .skater(_, let minimum):
                (
                    "Zusammenhängende Regionen nach SKATER (Assunção u. a. 2006): \(groups) Regionen möglichst ähnlicher "
                        + "Nachbarn, je mit mindestens \(SheetNumber(minimum, decimals: 0).german) Einwohnern.",
                    "Contiguous regions by SKATER (Assunção et al. 2006): \(groups) regions of neighbours as alike as can be, "
                        + "each with at least \(SheetNumber(minimum, decimals: 0).english) residents."
                )
            case .balanced:
                (
                    "Zusammenhängende Regionen etwa gleicher Bevölkerung: der Baum von SKATER, wieder und wieder nach "
                        + "Einwohnern geteilt, dann Tausch einzelner Gebiete an den Grenzen, bis jede Region um höchstens ein "
                        + "Zehntel vom Mittel abweicht, und für größere Ähnlichkeit. Ein Vorschlag, nicht das Optimum: "
                        + "\(groups) Regionen.",
                    "Contiguous regions of about the same population: the tree of SKATER halved again and again by "
                        + "residents, then single areas at borders exchanged until no region is farther than a tenth from "
                        + "the mean, and for likeness. A proposal, not the optimum: \(groups) regions."
                )
            }
        return [MethodSheet.Entry(german: ("Verfahren", german), english: ("Method", english))]
    }

    /// How many areas are in each group.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let counts = columns.categories.indices.map { group in
            zip(results[1].values, results[1].states).count { $1 == .value && $0 == Double(group) }
        }
        let text = counts.enumerated().map { "\($0 + 1): \($1)" }.joined(separator: ", ")
        let others = results[0].states.count { $0 != .value }
        return [
            MethodSheet.Entry(
                german: ("Gebiete je Gruppe", "\(text); ohne Wert \(others)"),
                english: ("Areas in each group", "\(text); without a value \(others)"))
        ]
    }
}
