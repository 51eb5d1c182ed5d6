public import Catalogue
public import Disclosure
import Statistics

extension RateLayer {
    /// Definition, neighbours, intervals.
    public var method: [MethodSheet.Entry] {
        let definition = statistic.definition
        var entries = [
            MethodSheet.Entry(
                german: ("Verfahren", "\(statistic.german). \(definition.german)"),
                english: ("Method", "\(statistic.english). \(definition.english)"))
        ]
        if statistic.isSpatial, let weights {
            entries.append(
                MethodSheet.Entry(german: ("Nachbarschaft", weights.german), english: ("Neighbours", weights.english)))
        }
        return entries
            + [
                MethodSheet.Entry(
                    german: (
                        "Unsicherheit",
                        "Grenzen: zu 95 % nach Wilson (Anteile) oder exakt nach Poisson (wo es mehr Fälle als Personen gibt). "
                            + "Wahrscheinlichkeit über der Region: aus der Verteilung der wahren Quote, wenn man die eigene "
                            + "Zahl und alle Gebiete kennt. Clayton und Kaldor, Biometrics 43 (1987)."
                    ),
                    english: (
                        "Uncertainty",
                        "Limits: 95 %, Wilson's (shares) or exact for Poisson counts (where there are more events than "
                            + "people). Probability above the region: from the distribution of the true rate given the "
                            + "area's own count and all areas. Clayton and Kaldor, Biometrics 43 (1987)."
                    ))
            ]
    }

    /// The size of the sample and the region's rate.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let sample = RateLayer.sample(of: operands)
        let (events, populations) = (sample.values(of: 0), sample.values(of: 1))
        let people = populations.reduce(0, +)
        guard people > 0 else { return [] }
        let rate = SheetNumber(per * overall(events, populations), decimals: 2)
        let (count, others) = (sample.members.count, sample.states.count - sample.members.count)
        let whole: (german: String, english: String) =
            reference == nil
            ? (
                "nur aus den Gebieten mit Wert, also eher zu hoch",
                "from the areas with a value only, so rather too high"
            )
            : ("aus den größten Gebieten, die alle einen Wert haben", "from the largest areas, which all have a value")
        let isShare = RateLayer.isShare(events, populations)
        return [
            MethodSheet.Entry(
                german: (
                    "Stichprobe",
                    "\(count) Gebiete mit Wert, \(others) ohne; Wert der Region \(rate.german), \(whole.german); "
                        + "Grenzen \(isShare ? "nach Wilson" : "nach Poisson")"
                ),
                english: (
                    "Sample",
                    "\(count) areas with a value, \(others) without; the region's value "
                        + "\(rate.english), \(whole.english); limits \(isShare ? "by Wilson" : "by Poisson")"
                ))
        ]
    }
}
