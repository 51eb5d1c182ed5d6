/// A named family of colours for classes, computed for any number of classes.
///
///     Palette.lagoon.colours(3).count           // 3
///     Palette(name: "lagoon") == Palette.lagoon  // true
///
/// Every palette is a path through CIE L\*a\*b\*: equal steps of lightness, so that the order of the classes is seen in
/// a grey print and by colour-blind readers, with hue and chroma as decoration on top. The lightest class stands well
/// apart from the white ground of the no-value hatchings.
public struct Palette: Sendable, Equatable {
    /// What a palette can say.
    public enum Kind: String, Sendable {
        /// Less to more: light to dark.
        case sequential
        /// Two directions from a light middle.
        case diverging
        /// Kinds without an order.
        case qualitative
    }

    /// The name in styles.
    public let name: String
    /// What it can say.
    public let kind: Kind
    let low: Ramp
    let high: Ramp

    /// The palettes there are: sequential ones first, then diverging, then qualitative.
    public static let all: [Palette] = [
        lagoon, ember, blue, green, orange, purple, red, teal, grey, blueOrange, tealBrown, purpleGreen, kinds,
    ]

    /// Their names, for messages.
    public static var names: String { all.map(\.name).joined(separator: ", ") }

    /// Finds a palette by its name.
    public init?(name: String) {
        guard let palette = Palette.all.first(where: { $0.name == name }) else { return nil }
        self = palette
    }

    init(_ name: String, _ kind: Kind, low: Ramp, high: Ramp? = nil) {
        self.name = name
        self.kind = kind
        self.low = low
        self.high = high ?? low
    }

    /// Colours for so many classes, from the lowest to the highest.
    ///
    /// For up to 7 classes of a sequential palette neighbours are at least ΔE 10 apart; beyond 9 they get close.
    ///
    /// - Precondition: `count` is positive.
    /// - Parameter reversed: Whether the lowest class takes the colour of the highest.
    public func colours(_ count: Int, reversed: Bool = false) -> [Colour] {
        precondition(count > 0, "a palette needs a class")
        let colours =
            switch kind {
            case .sequential: low.colours(count, from: low.lightest, reach: count - 1)
            case .diverging: diverging(lower: count / 2, middle: count % 2 == 1, upper: count / 2)
            case .qualitative: (0..<count).map(Ramp.kind)
            }
        return reversed ? colours.reversed() : colours
    }

    /// Colours of a diverging palette with unequal sides: `lower` classes below a neutral value, `upper` above it,
    /// and a class that holds it where `middle`. Equal distance from the middle is equal lightness. Another kind of
    /// palette gives its usual colours.
    public func diverging(lower: Int, middle: Bool, upper: Int) -> [Colour] {
        guard kind == .diverging else { return colours(max(1, lower + upper + (middle ? 1 : 0))) }
        let reach = max(lower, upper)
        // Without a neutral class the palest of both sides meet: they start a little darker and tell themselves apart.
        let below = low.colours(lower, from: middle ? Ramp.neutral : Ramp.pale, skip: middle ? 1 : 0, reach: reach)
        let above = high.colours(upper, from: middle ? Ramp.neutral : Ramp.pale, skip: middle ? 1 : 0, reach: reach)
        let neutral = LabColour(lightness: Ramp.neutral, chroma: 1, hue: 90).colour
        return below.reversed() + (middle ? [neutral] : []) + above
    }
}
