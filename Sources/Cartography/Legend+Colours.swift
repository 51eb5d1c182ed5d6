import Statistics

extension Legend {
    /// The colours of classes: around the neutral value where the palette diverges, else from light to dark.
    static func colours(of classes: Classes, values: [Double], style: Style) -> [Colour] {
        guard classes.count > 0 else { return [] }
        guard style.palette.kind == .diverging, let midpoint = midpoint(of: style, values: values) else {
            return style.palette.colours(classes.count, reversed: style.isReversed)
        }
        let edges = classes.edges
        let lower = (0..<classes.count).count { edges[$0 + 1] <= midpoint }
        let upper = (0..<classes.count).count { edges[$0] >= midpoint && edges[$0 + 1] > midpoint }
        let middle = lower + upper < classes.count
        if style.isReversed { return style.palette.diverging(lower: upper, middle: middle, upper: lower).reversed() }
        return style.palette.diverging(lower: lower, middle: middle, upper: upper)
    }

    /// The neutral value: the style's own, or the mean where bands around the mean are drawn.
    private static func midpoint(of style: Style, values: [Double]) -> Double? {
        if let midpoint = style.midpoint { return midpoint }
        guard style.method == .deviation, !values.isEmpty else { return nil }
        return values.reduce(0, +) / Double(values.count)
    }
}
