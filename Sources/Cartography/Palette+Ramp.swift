extension Palette {
    /// One arm of a palette: hue and chroma from its light to its dark end.
    struct Ramp: Sendable, Equatable {
        /// The hue at the light end, in degrees.
        let lightHue: Double
        /// The hue at the dark end, in degrees; may lie beyond 360 to say which way round.
        let darkHue: Double
        /// The chroma at the light end.
        let lightChroma: Double
        /// The chroma in the middle, where screens can show most.
        let chroma: Double

        /// The lightness of the lowest class: dark enough beside white paper.
        var lightest = 92.0
        /// The lightness of a diverging palette's neutral class.
        static let neutral = 88.0
        /// The lightness of the palest classes where there is no neutral one.
        static let pale = 82.0
        /// The lightness of the darkest colour.
        static let darkest = 25.0
        /// The longest step of lightness between two classes: few classes need no black.
        static let longestStep = 15.0

        /// Colours of falling lightness, `reach` steps down from the start, the first `skip` left out.
        func colours(_ count: Int, from start: Double, skip: Int = 0, reach: Int) -> [Colour] {
            let step = min(Ramp.longestStep, (start - Ramp.darkest) / Double(max(1, reach)))
            return (0..<count).map { index in
                let lightness = start - Double(index + skip) * step
                let share = max(0, (lightest - lightness) / (lightest - Ramp.darkest))
                // A parabola through the light end, the summit at 55 % and about half of it at the dark end.
                let rise = 1 - (share - 0.55) * (share - 0.55) / (0.55 * 0.55)
                let hue = lightHue + share * (darkHue - lightHue)
                return LabColour(
                    lightness: lightness, chroma: max(lightChroma, lightChroma + (chroma - lightChroma) * rise),
                    hue: hue
                ).colour
            }
        }

        /// The colour of one of several kinds: hues far apart first, lightness in turns.
        static func kind(_ index: Int) -> Colour {
            let hues = [255.0, 65, 150, 345, 95, 305, 200, 30, 120]
            let lightnesses = [45.0, 72, 60, 50, 86, 38, 76, 36, 50]
            return LabColour(
                lightness: lightnesses[index % lightnesses.count], chroma: 55, hue: hues[index % hues.count]
            ).colour
        }
    }
}

extension Palette {
    /// Pale yellow-green over turquoise to deep blue: the standard.
    public static let lagoon = Palette(
        "lagoon", .sequential, low: Ramp(lightHue: 118, darkHue: 285, lightChroma: 20, chroma: 38))
    /// Pale yellow over orange to deep red-purple.
    public static let ember = Palette(
        "ember", .sequential, low: Ramp(lightHue: 95, darkHue: 0, lightChroma: 26, chroma: 62))
    /// Blues.
    public static let blue = Palette(
        "blue", .sequential, low: Ramp(lightHue: 245, darkHue: 280, lightChroma: 9, chroma: 44))
    /// Greens.
    public static let green = Palette(
        "green", .sequential, low: Ramp(lightHue: 125, darkHue: 155, lightChroma: 13, chroma: 42))
    /// Oranges to brown.
    public static let orange = Palette(
        "orange", .sequential, low: Ramp(lightHue: 80, darkHue: 45, lightChroma: 16, chroma: 62))
    /// Purples.
    public static let purple = Palette(
        "purple", .sequential, low: Ramp(lightHue: 305, darkHue: 312, lightChroma: 9, chroma: 46))
    /// Reds.
    public static let red = Palette(
        "red", .sequential, low: Ramp(lightHue: 40, darkHue: 25, lightChroma: 11, chroma: 58))
    /// Blue-greens.
    public static let teal = Palette(
        "teal", .sequential, low: Ramp(lightHue: 185, darkHue: 215, lightChroma: 11, chroma: 32))
    /// Greys, for one-colour print.
    public static let grey = Palette(
        "grey", .sequential, low: Ramp(lightHue: 90, darkHue: 90, lightChroma: 0, chroma: 0, lightest: 89))

    /// Blue below, orange above.
    public static let blueOrange = Palette(
        "blue-orange", .diverging, low: Ramp(lightHue: 250, darkHue: 278, lightChroma: 16, chroma: 46),
        high: Ramp(lightHue: 72, darkHue: 45, lightChroma: 20, chroma: 66))
    /// Blue-green below, brown above.
    public static let tealBrown = Palette(
        "teal-brown", .diverging, low: Ramp(lightHue: 195, darkHue: 210, lightChroma: 14, chroma: 32),
        high: Ramp(lightHue: 80, darkHue: 60, lightChroma: 20, chroma: 52))
    /// Purple below, green above.
    public static let purpleGreen = Palette(
        "purple-green", .diverging, low: Ramp(lightHue: 308, darkHue: 312, lightChroma: 18, chroma: 48),
        high: Ramp(lightHue: 125, darkHue: 145, lightChroma: 22, chroma: 50))

    /// Nine kinds without an order.
    public static let kinds = Palette(
        "kinds", .qualitative, low: Ramp(lightHue: 0, darkHue: 0, lightChroma: 0, chroma: 0))
}
