import Formats

/// The sign of a no-value state: black on white, told apart by form alone.
public enum Hatching: String, Sendable, CaseIterable {
    /// Two crossing sets of diagonal lines.
    case crosses
    /// Diagonal lines rising to the right.
    case diagonals
    /// Dots.
    case dots
    /// Upright lines.
    case bars

    /// What a user may write, for messages.
    public static let choices = "crosses, diagonals, dots or bars"

    /// The ground under the lines.
    public static let ground = Colour.white
    /// The lines' colour.
    public static let ink = Colour(red: 0x55, green: 0x55, blue: 0x55)

    /// The lines as an SVG pattern.
    ///
    /// - Parameters:
    ///   - identifier: The pattern's `id`.
    ///   - scale: How many user units of the place of use are one millimetre.
    func write(pattern identifier: String, scale: Double, to out: inout OutputBuffer) {
        let size = tile
        out.write("<pattern id=\"")
        out.write(xml: identifier)
        out.write("\" patternUnits=\"userSpaceOnUse\" width=\"")
        out.write(size, decimals: 3)
        out.write("\" height=\"")
        out.write(size, decimals: 3)
        out.write("\" patternTransform=\"scale(")
        out.write(scale, decimals: 4)
        out.write(self == .bars || self == .dots ? ")" : ") rotate(45)")
        out.write("\"><rect width=\"")
        out.write(size, decimals: 3)
        out.write("\" height=\"")
        out.write(size, decimals: 3)
        out.write("\" fill=\"\(Hatching.ground.hexadecimal)\"/>")
        let ink = Hatching.ink.hexadecimal
        switch self {
        case .crosses: out.write("<path d=\"M0 .7H1.4M.7 0V1.4\" stroke=\"\(ink)\" stroke-width=\".22\"/>")
        case .diagonals: out.write("<path d=\"M.75 0V1.5\" stroke=\"\(ink)\" stroke-width=\".28\"/>")
        case .dots: out.write("<circle cx=\".65\" cy=\".65\" r=\".24\" fill=\"\(ink)\"/>")
        case .bars: out.write("<path d=\"M.9 0V1.8\" stroke=\"\(ink)\" stroke-width=\".22\"/>")
        }
        out.write("</pattern>")
    }

    /// The side of the repeated square in millimetres.
    private var tile: Double {
        switch self {
        case .crosses: 1.4
        case .diagonals: 1.5
        case .dots: 1.3
        case .bars: 1.8
        }
    }
}
