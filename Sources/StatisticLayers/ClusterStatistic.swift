/// A local statistic of association that a layer can show.
public enum ClusterStatistic: String, Sendable, CaseIterable {
    /// Local Moran's I: is an area like its neighbours, or against them?
    case localMoran = "local-moran"
    /// Local Moran of one variable with the neighbours' values of another.
    case bivariateLocalMoran = "local-moran-bivariate"
    /// Local Moran of a rate whose variance differs with the population (Assunção and Reis).
    case localMoranRate = "local-moran-rate"
    /// Local Geary's c: how different is an area from its neighbours?
    case localGeary = "local-geary"
    /// Getis and Ord's Gi: are high or low values around an area?
    case gi
    /// Getis and Ord's Gi*: with the area itself.
    case giStar = "gi-star"

    /// The name of the method in German.
    public var german: String {
        switch self {
        case .localMoran: "Lokaler Moran-Index"
        case .bivariateLocalMoran: "Bivariater lokaler Moran-Index"
        case .localMoranRate: "Lokaler Moran-Index für Quoten"
        case .localGeary: "Lokaler Geary-Index"
        case .gi: "Gi nach Getis und Ord"
        case .giStar: "Gi* nach Getis und Ord"
        }
    }

    /// The name of the method in English.
    public var english: String {
        switch self {
        case .localMoran: "Local Moran's I"
        case .bivariateLocalMoran: "Bivariate local Moran's I"
        case .localMoranRate: "Local Moran's I for rates"
        case .localGeary: "Local Geary's c"
        case .gi: "Getis and Ord's Gi"
        case .giStar: "Getis and Ord's Gi*"
        }
    }

    /// Definition in German and English, with its source.
    var definition: (german: String, english: String) {
        switch self {
        case .localMoran:
            (
                "I = z · Lag(z) / m₂ mit z = Wert − Mittel und m₂ = Σz²/n. Hoch-hoch und niedrig-niedrig sind Gebiete, die "
                    + "ihren Nachbarn gleichen, hoch-niedrig und niedrig-hoch solche, die sich von ihnen abheben. "
                    + "Anselin, Geographical Analysis 27 (1995).",
                "I = z · lag(z) / m₂ with z = value − mean and m₂ = Σz²/n. High-high and low-low are areas like their "
                    + "neighbours, high-low and low-high areas against them. Anselin, Geographical Analysis 27 (1995)."
            )
        case .bivariateLocalMoran:
            (
                "I = z(x) · Lag(z(y)), beide standardisiert: der eigene Wert des ersten Indikators gegen den der Nachbarn "
                    + "beim zweiten. Er mischt den Zusammenhang am selben Ort mit dem der Nachbarschaft. Anselin u. a. (2002).",
                "I = z(x) · lag(z(y)), both standardised: an area's own value of the first indicator against its "
                    + "neighbours' of the second. It mixes association in place with that between neighbours. Anselin et al. "
                    + "(2002)."
            )
        case .localMoranRate:
            (
                "Lokaler Moran-Index der Quoten, die nach Assunção und Reis (Statistics in Medicine 18, 1999) um die "
                    + "Varianz bereinigt sind, die kleine Bevölkerungen mit sich bringen.",
                "Local Moran's I of rates that are standardised for the variance that small populations bring (Assunção "
                    + "and Reis, Statistics in Medicine 18, 1999)."
            )
        case .localGeary:
            (
                "c = Σ w (z − z der Nachbarn)², mit z in Standardabweichungen (n − 1). Kleine Werte: das Gebiet gleicht "
                    + "seinen Nachbarn; große: es hebt sich ab. Anselin, Geographical Analysis 51 (2019).",
                "c = Σ w (z − neighbours' z)², with z in standard deviations (n − 1). Small: an area like its neighbours; "
                    + "large: unlike them. Anselin, Geographical Analysis 51 (2019)."
            )
        case .gi:
            (
                "Gi = Σ w x / Σ x über die Nachbarn ohne das Gebiet selbst, als z-Wert. Getis und Ord, Geographical "
                    + "Analysis 24 (1992); Ord und Getis 27 (1995).",
                "Gi = Σ w x / Σ x over the neighbours without the area itself, as a z-value. Getis and Ord, Geographical "
                    + "Analysis 24 (1992); Ord and Getis 27 (1995)."
            )
        case .giStar:
            (
                "Gi* = Σ w x / Σ x über das Gebiet und seine Nachbarn, als z-Wert; die Permutation tauscht nur die Nachbarn, "
                    + "so dass auch ein Gebiet mit hohem Wert in einer Häufung niedriger liegen kann. Getis und Ord, Geographical Analysis "
                    + "24 (1992); Ord und Getis 27 (1995).",
                "Gi* = Σ w x / Σ x over the area and its neighbours, as a z-value; the permutation changes the neighbours "
                    + "only, so that an area with a high value, too, may lie in a cold spot. Getis and Ord, Geographical Analysis 24 "
                    + "(1992); Ord and Getis 27 (1995)."
            )
        }
    }
}
