/// Spatial weights in words, for method sheets.
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
        "\(kind), \(style == "row" ? "zeilenweise standardisiert" : "Gewichtung \(style)")"
            + (hasBarriers ? ", Barrieren trennen Nachbarn" : "")
    }

    /// In English.
    var english: String {
        "\(kind), \(style == "row" ? "row-standardised" : "style \(style)")"
            + (hasBarriers ? ", barriers cut neighbours" : "")
    }
}
