#if canImport(Glibc)
    import Glibc
#endif

/// A colour as the eye sees it: CIE 1976 L\*a\*b\* under daylight D65.
///
///     LabColour(Colour.white).lightness  // 100, but for rounding
///
/// Distances in it are differences that are seen: 1 is just visible, 10 tells two neighbouring areas apart.
public struct LabColour: Sendable, Equatable {
    /// Lightness L\*, from 0 (black) to 100 (white): what remains in a grey print.
    public let lightness: Double
    /// From green (negative) to red.
    public let redness: Double
    /// From blue (negative) to yellow.
    public let yellowness: Double

    /// Creates a colour from its coordinates.
    public init(lightness: Double, redness: Double, yellowness: Double) {
        self.lightness = lightness
        self.redness = redness
        self.yellowness = yellowness
    }

    /// Creates a colour from lightness, chroma (distance from grey) and hue (degrees: 20 red, 90 yellow, 140 green,
    /// 260 blue, 310 purple).
    public init(lightness: Double, chroma: Double, hue: Double) {
        let angle = hue * .pi / 180
        self.init(lightness: lightness, redness: chroma * cos(angle), yellowness: chroma * sin(angle))
    }

    /// The coordinates of a screen colour (IEC 61966-2-1, CIE 15).
    public init(_ colour: Colour) {
        let (red, green, blue) = colour.linear
        let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / LabColour.whiteX
        let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
        let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / LabColour.whiteZ
        func compressed(_ share: Double) -> Double {
            share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
        }
        self.init(
            lightness: 116 * compressed(y) - 16, redness: 500 * (compressed(x) - compressed(y)),
            yellowness: 200 * (compressed(y) - compressed(z)))
    }

    /// The distance ΔE of CIE 1976.
    public func difference(from other: LabColour) -> Double {
        let light = lightness - other.lightness
        let red = redness - other.redness
        let yellow = yellowness - other.yellowness
        return (light * light + red * red + yellow * yellow).squareRoot()
    }

    /// The nearest screen colour of the same lightness and hue: chroma shrinks until a screen can show it.
    public var colour: Colour {
        var shown = 0.0
        var hidden = 1.0
        if let colour = screen(chromaShare: 1) { return colour }
        for _ in 0..<24 {
            let middle = (shown + hidden) / 2
            if screen(chromaShare: middle) == nil { hidden = middle } else { shown = middle }
        }
        return screen(chromaShare: shown) ?? (lightness > 50 ? .white : Colour(red: 0, green: 0, blue: 0))
    }

    private func screen(chromaShare: Double) -> Colour? {
        func expanded(_ root: Double) -> Double {
            let cube = root * root * root
            return cube > 216.0 / 24389 ? cube : (116 * root - 16) * 27 / 24389
        }
        let middle = (lightness + 16) / 116
        let x = LabColour.whiteX * expanded(middle + redness * chromaShare / 500)
        let y = expanded(middle)
        let z = LabColour.whiteZ * expanded(middle - yellowness * chromaShare / 200)
        return Colour(
            linearRed: 3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            green: -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            blue: 0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
    }

    /// Daylight D65, relative to its luminance.
    private static let whiteX = 0.95047
    private static let whiteZ = 1.08883
}
