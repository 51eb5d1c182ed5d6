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
                    "Zusammenhängende Regionen nach SKATER (Assunção u. a. 2006): höchstens \(groups) Regionen ähnlicher "
                        + "Nachbarn; geteilt wird nur, wenn beiden Teilen mindestens "
                        + "\(SheetNumber(minimum, decimals: 0).german) Einwohner bleiben. Teile der Karte, die nicht "
                        + "zusammenhängen, können weniger haben. Ein Vorschlag, nicht das Optimum.",
                    "Contiguous regions by SKATER (Assunção et al. 2006): at most \(groups) regions of neighbours that are "
                        + "alike; a cut leaves both parts at least \(SheetNumber(minimum, decimals: 0).english) residents. "
                        + "Parts of the map that do not touch may have fewer. A proposal, not the optimum."
                )
            case .balanced:
                (
                    "Zusammenhängende Regionen etwa gleicher Bevölkerung: der Baum von SKATER, wieder und wieder nach "
                        + "Einwohnern geteilt, dann Tausch einzelner Gebiete an den Grenzen, solange eine Region um mehr als ein "
                        + "Zehntel vom Mittel abweicht und es hilft, danach für größere Ähnlichkeit. Ein Vorschlag, nicht das "
                        + "Optimum: \(groups) Regionen.",
                    "Contiguous regions of about the same population: the tree of SKATER halved again and again by "
                        + "residents, then single areas at borders exchanged while a region is farther than a tenth from the "
                        + "mean and it helps, and after that for likeness. A proposal, not the optimum: \(groups) regions."
                )
            }
        return [MethodSheet.Entry(german: ("Verfahren", german), english: ("Method", english))]
    }

    /// How many areas are in each group, the means of the indicators in it, and of regions the people.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let sample = LayerSample(operands + [results[1]])
        let groups = sample.values(of: operands.count)
        let members = columns.categories.indices.map { group in
            groups.indices.filter { groups[$0] == Double(group) }
        }
        let text = members.enumerated().map { "\($0 + 1): \($1.count)" }.joined(separator: ", ")
        let others = sample.states.count - sample.members.count
        var entries = [
            MethodSheet.Entry(
                german: ("Gebiete je Gruppe", "\(text); ohne Wert \(others)"),
                english: ("Areas in each group", "\(text); without a value \(others)"))
        ]
        for (place, name) in names.enumerated() {
            let values = sample.values(of: place)
            let means = members.map { group in
                group.isEmpty ? nil : group.reduce(0) { $0 + values[$1] } / Double(group.count)
            }
            entries.append(perGroup(means, ("Mittelwerte: \(name)", "Means: \(name)"), decimals: 2))
        }
        if isRegional {
            let people = sample.values(of: operands.count - 1)
            let sums = members.map { group in group.isEmpty ? nil : group.reduce(0) { $0 + people[$1] } }
            entries.append(perGroup(sums, ("Einwohner je Region", "Residents in each region"), decimals: 0))
        }
        return entries
    }

    private func perGroup(
        _ numbers: [Double?], _ title: (german: String, english: String), decimals: Int
    ) -> MethodSheet.Entry {
        let found = numbers.enumerated().compactMap { place, number in
            number.map { (place + 1, SheetNumber($0, decimals: decimals)) }
        }
        return MethodSheet.Entry(
            german: (title.german, found.map { "\($0): \($1.german)" }.joined(separator: "; ")),
            english: (title.english, found.map { "\($0): \($1.english)" }.joined(separator: "; ")))
    }
}
