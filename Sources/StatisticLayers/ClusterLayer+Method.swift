import Association
public import Catalogue
public import Disclosure
import Statistics

extension ClusterLayer {
    /// Definition, weights, test, adjustment.
    public var method: [MethodSheet.Entry] {
        let definition = statistic.definition
        let (draws, seed, level) = (test.permutations, test.seed, SheetNumber(significance, decimals: 4))
        return [
            reading,
            MethodSheet.Entry(
                german: ("Verfahren", "\(statistic.german). \(definition.german)"),
                english: ("Method", "\(statistic.english). \(definition.english)")),
            MethodSheet.Entry(
                german: ("Nachbarschaft", weights.german), english: ("Neighbours", weights.english)),
            MethodSheet.Entry(
                german: (
                    "Signifikanz",
                    "Bedingte Permutation: \(draws) Ziehungen ohne Zurücklegen, Startwert \(seed); "
                        + "p = min(1, 2 · min(p oben, p unten)), Bindungen zählen auf beiden Seiten. Auffällig heißt: "
                        + "p, \(adjustmentText.german), höchstens \(level.german)."
                ),
                english: (
                    "Significance",
                    "Conditional permutation: \(draws) draws without replacement, seed \(seed); "
                        + "p = min(1, 2 · min(p above, p below)), ties count on both sides. Significant is a p, "
                        + "\(adjustmentText.english), of at most \(level.english)."
                )),
            MethodSheet.Entry(
                german: (
                    "Grenzen",
                    "Auffällig heißt: seltener als durch Zufall zu erwarten, nicht: schlecht oder wichtig. Geheime und "
                        + "fehlende Werte sind nicht in der Stichprobe, auch nicht als Nachbarn. Gebiete am Stadtrand haben "
                        + "weniger Nachbarn."
                ),
                english: (
                    "Limits",
                    "Significant means rarer than by chance, not bad or important. Secret and missing values are not in "
                        + "the sample, nor as neighbours. Areas at the city's border have fewer neighbours."
                )),
        ]
    }

    /// How a reader who is no statistician reads the map.
    private var reading: MethodSheet.Entry {
        let cases = SheetNumber(100 * significance, decimals: 2)
        let colour: (german: String, english: String) =
            switch statistic {
            case .gi, .giStar:
                ("Rot: ringsum hohe Werte, blau: ringsum niedrige", "Red: high values all around, blue: low ones")
            case .localMoran, .localMoranRate, .localGeary, .bivariateLocalMoran:
                (
                    "Kräftig rot: hoher Wert, und die Nachbarn im Mittel auch; kräftig blau: beides niedrig; blass: gegen "
                        + "die Nachbarn",
                    "Strong red: a high value, and the neighbours' mean, too; strong blue: both low; pale: against the "
                        + "neighbours"
                )
            }
        return MethodSheet.Entry(
            german: (
                "Lesehilfe",
                "\(colour.german). Gefärbt ist nur, was durch Zufall in höchstens \(cases.german) von 100 Fällen so deutlich "
                    + "wäre."
            ),
            english: (
                "How to read",
                "\(colour.english). Only what chance would make as clear in at most \(cases.english) of 100 cases is coloured."
            ))
    }

    private var adjustmentText: (german: String, english: String) {
        switch adjustment {
        case .none: ("nicht angepasst", "not adjusted")
        case .bonferroni: ("nach Bonferroni angepasst", "adjusted by Bonferroni")
        case .benjaminiHochberg: ("nach Benjamini und Hochberg angepasst", "adjusted by Benjamini and Hochberg")
        }
    }

    /// The size of the sample, Moran's I of the whole map where the values are one variable, and a warning where it is
    /// small.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let sample = LayerSample(results.prefix(1).map { $0 })
        let count = sample.members.count
        var german = "\(count) Gebiete mit Wert"
        var english = "\(count) areas with a value"
        let islands = columns.categories.firstIndex { $0.id == LocalClass.island.rawValue }.map { place in
            sample.members.count { results[1].values[$0] == Double(place) }
        }
        if let islands, islands > 0 {
            german += " (davon \(islands) ohne Nachbarn)"
            english += " (\(islands) of them without neighbours)"
        }
        german += ", \(sample.states.count - count) ohne"
        english += ", \(sample.states.count - count) without"
        if operands.count == 1, let moran = globalMoran(of: sample) {
            german += "; Moran-Index der ganzen Karte \(moran.german)"
            english += "; Moran's I of the whole map \(moran.english)"
        }
        let (tested, found) = tests(in: results)
        let expected = SheetNumber(significance * Double(tested), decimals: 1)
        var entries = [
            MethodSheet.Entry(german: ("Stichprobe", german), english: ("Sample", english)),
            MethodSheet.Entry(
                german: (
                    "Auffällige Gebiete",
                    "\(found) von \(tested) geprüften; ohne Anpassung wären durch Zufall \(expected.german) zu erwarten"
                ),
                english: (
                    "Significant areas",
                    "\(found) of \(tested) tested; without adjustment chance alone would make \(expected.english)"
                )),
        ]
        if count < LocalAssociation.fewAreas {
            entries.append(
                MethodSheet.Entry(
                    german: ("Warnung", "Unter \(LocalAssociation.fewAreas) Gebieten sind solche Aussagen unsicher."),
                    english: ("Warning", "Below \(LocalAssociation.fewAreas) areas such statements are unsafe.")))
        }
        return entries
    }

    /// How many areas were tested, and how many of them are significant.
    private func tests(in results: [ProtectedColumn]) -> (tested: Int, found: Int) {
        let without: Set<String> = [
            LocalClass.notSignificant.rawValue, LocalClass.island.rawValue, LocalClass.undefined.rawValue,
        ]
        let quiet = Set(kinds.classes.indices.filter { without.contains(kinds.classes[$0].rawValue) }.map(Double.init))
        let tested = results[4].states.count { $0 == .value }
        let found = zip(results[1].values, results[1].states).count { $1 == .value && !quiet.contains($0) }
        return (tested, found)
    }

    private func globalMoran(of sample: LayerSample) -> (german: String, english: String)? {
        let links = neighbours.restricted(to: sample.members)
        let styled = weights.style == "row" ? links.rowStandardised : links.binary
        guard case .success(let moran) = Moran.association(of: sample.values(of: 0), neighbours: styled),
            let p = moran.pRandomisation
        else { return nil }
        let sign = p < 0.001 ? "<" : "="
        let (index, chance) = (SheetNumber(moran.statistic, decimals: 3), SheetNumber(max(p, 0.001), decimals: 3))
        return (
            "\(index.german) (p \(sign) \(chance.german), Randomisierung, zweiseitig)",
            "\(index.english) (p \(sign) \(chance.english), randomisation, two-sided)"
        )
    }
}
