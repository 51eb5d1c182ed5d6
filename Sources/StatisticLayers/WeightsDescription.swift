/// Spatial weights in words, for method sheets.
///
///     WeightsDescription(kind: "knn:6", style: "row", hasBarriers: false)
///     // die 6 nächsten Gebiete nach Schwerpunkten (knn:6); jede Zeile auf 1 standardisiert
public struct WeightsDescription: Sendable, Equatable {
    /// The kind of neighbours as the project file writes it, e.g. `queen` or `knn:6`.
    public var kind: String
    /// The style as the project file writes it: `row` or `binary`.
    public var style: String
    /// Whether barriers cut neighbours.
    public var hasBarriers: Bool

    /// Describes weights.
    public init(kind: String, style: String, hasBarriers: Bool) {
        self.kind = kind
        self.style = style
        self.hasBarriers = hasBarriers
    }

    /// In German.
    var german: String {
        "\(words.german) (\(kind)); "
            + (style == "row" ? "jede Zeile auf die Summe 1 standardisiert" : "jeder Nachbar zählt 1")
            + (hasBarriers ? "; Barrieren trennen Nachbarn" : "")
    }

    /// In English.
    var english: String {
        "\(words.english) (\(kind)); " + (style == "row" ? "rows standardised to sum 1" : "each neighbour counts 1")
            + (hasBarriers ? "; barriers cut neighbours" : "")
    }

    private var words: (german: String, english: String) {
        let parts = kind.split(separator: ":").map(String.init)
        let number = parts.count > 1 ? parts[1] : "1"
        switch parts.first {
        case "queen" where number == "1":
            return ("Gebiete mit gemeinsamer Grenze oder Ecke", "areas that share a border or a corner")
        case "rook" where number == "1": return ("Gebiete mit gemeinsamer Grenze", "areas that share a border")
        case "queen", "rook":
            return ("Gebiete, die \(number) Schritte entfernt sind", "areas that are \(number) steps away")
        case "knn":
            return ("die \(number) nächsten Gebiete nach Schwerpunkten", "the \(number) nearest areas by centroids")
        case "distance": return ("Schwerpunkte im Umkreis", "centroids within a distance")
        case "inverse-distance": return ("nach umgekehrter Entfernung", "by inverse distance")
        case "kernel": return ("nach einer Kernfunktion der Entfernung", "by a kernel of the distance")
        default: return ("Nachbarn", "neighbours")
        }
    }
}
