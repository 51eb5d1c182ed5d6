import Statistics

/// The fixed words of maps in a language.
struct Wording {
    let language: Language

    init(_ language: Language) { self.language = language }

    var areas: String { language("Gebiete", "Areas") }
    var noValues: String { language("keine Werte", "no values") }
    var north: String { "N" }

    func label(of state: ValueState) -> String {
        switch state {
        case .value: language("Wert", "value")
        case .suppressed: language("geheim gehalten", "suppressed")
        case .noData: language("keine Daten", "no data")
        case .notApplicable: language("nicht berechenbar", "not applicable")
        }
    }

    /// The title of a map: `SGB-II-Quote in %`.
    func heading(_ title: String, unit: String) -> String {
        unit.isEmpty ? title : title + " in " + unit
    }

    func name(of method: Classification.Method) -> String {
        switch method {
        case .quantile: language("Quantile", "quantiles")
        case .equal: language("gleiche Klassenbreiten", "equal intervals")
        case .fisher: language("natürliche Grenzen (Fisher)", "natural breaks (Fisher)")
        case .pretty: language("runde Grenzen", "round limits")
        case .deviation: language("Standardabweichungen vom Mittel", "standard deviations from the mean")
        case .headTail: language("Kopf/Rest-Teilung", "head/tail breaks")
        case .geometric: language("geometrische Reihe", "geometric progression")
        case .maximum: language("größte Lücken", "widest gaps")
        case .box: language("Quartile und Ausreißer", "quartiles and outliers")
        case .fixed: language("vorgegebene Grenzen", "given limits")
        }
    }

    func method(of legend: Legend) -> String {
        legend.categories.isEmpty ? name(of: legend.style.method) : language("Kategorien", "categories")
    }

    func classification(_ legend: Legend) -> String {
        let count = legend.classes.count
        guard legend.categories.isEmpty else { return language("\(count) Kategorien", "\(count) categories") }
        if count == 0 { return noValues }
        if count == 1 { return language("Eine Klasse: ", "One class: ") + method(of: legend) }
        return language("\(count) Klassen: ", "\(count) classes: ") + method(of: legend)
    }

    func reference(_ date: String) -> String {
        date.isEmpty ? "" : language("Stichtag ", "Reference date ") + language.date(date)
    }

    func boundaries(_ version: String) -> String {
        version.isEmpty ? "" : language("Gebietsstand ", "Boundaries of ") + version
    }

    func areaTotal(_ count: Int) -> String {
        let number = NumberFormat(language).text(count)
        return count == 1
            ? language("1 Gebiet insgesamt", "1 area in total")
            : language("\(number) Gebiete insgesamt", "\(number) areas in total")
    }

    func omittedClasses(_ count: Int) -> String {
        let number = NumberFormat(language).text(count)
        return count == 1
            ? language("1 weitere aus Platzgründen weggelassen", "1 more left out for want of space")
            : language("\(number) weitere aus Platzgründen weggelassen", "\(number) more left out for want of space")
    }

    func omitted(_ count: Int) -> String {
        let number = NumberFormat(language).text(count)
        return count == 1
            ? language("1 Gebietsnummer aus Platzgründen weggelassen.", "1 area number left out for want of space.")
            : language(
                "\(number) Gebietsnummern aus Platzgründen weggelassen.",
                "\(number) area numbers left out for want of space.")
    }
}
