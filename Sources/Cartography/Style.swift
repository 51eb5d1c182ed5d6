public import Statistics

/// How maps look: colours, classes, hatchings, lines, language, paper.
///
///     var style = Style.standard
///     style.classes = 7
///     style.palette = .ember
///
/// Styles are YAML files in `Styles/`; ``standard`` is compiled in and says the same as `Styles/default.yaml`.
public struct Style: Sendable, Equatable {
    /// The name that indicators refer to: the file's name without `.yaml`.
    public var name: String
    /// The colours.
    public var palette: Palette
    /// Whether the lowest class takes the colour of the highest.
    public var isReversed: Bool
    /// How class limits are found.
    public var method: Classification.Method
    /// How many classes are wanted, 1 to 9.
    public var classes: Int
    /// The value at which a diverging palette is neutral, such as 0 for changes; `nil` for the middle of the classes.
    public var midpoint: Double?
    /// The hatching of secret values.
    public var suppressed: Hatching
    /// The hatching of unknown values.
    public var noData: Hatching
    /// The hatching where there can be no value.
    public var notApplicable: Hatching
    /// The colour of the areas' outlines.
    public var outline: Colour
    /// The width of the outlines in millimetres.
    public var outlineWidth: Double
    /// The language where none is asked for.
    public var language: Language
    /// The paper where none is asked for.
    public var paper: Paper

    /// Creates a style.
    public init(
        name: String, palette: Palette, isReversed: Bool = false, method: Classification.Method, classes: Int,
        midpoint: Double? = nil, suppressed: Hatching = .crosses, noData: Hatching = .diagonals,
        notApplicable: Hatching = .dots, outline: Colour = Style.charcoal, outlineWidth: Double = 0.12,
        language: Language = .german, paper: Paper = .a4
    ) {
        self.name = name
        self.palette = palette
        self.isReversed = isReversed
        self.method = method
        self.classes = classes
        self.midpoint = midpoint
        self.suppressed = suppressed
        self.noData = noData
        self.notApplicable = notApplicable
        self.outline = outline
        self.outlineWidth = outlineWidth
        self.language = language
        self.paper = paper
    }

    /// The style where an indicator names none.
    public static let standard = Style(name: "default", palette: .lagoon, method: .fisher, classes: 5)

    /// The standard colour of outlines: 3 : 1 against all but the dark classes, as EN 301 549 wants of graphics.
    public static let charcoal = Colour(red: 0x4A, green: 0x4A, blue: 0x4A)

    /// The hatching of a state; `nil` for a value.
    public func hatching(of state: ValueState) -> Hatching? {
        switch state {
        case .value: nil
        case .suppressed: suppressed
        case .noData: noData
        case .notApplicable: notApplicable
        }
    }
}
