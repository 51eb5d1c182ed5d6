#if canImport(Glibc)
    import Glibc
#endif

/// A colour of the sRGB space, as SVG and CSS write it.
///
///     let colour = Colour("#2b6cb0")
///     colour?.hexadecimal  // "#2b6cb0"
public struct Colour: Sendable, Hashable {
    /// The red part, 0 to 255.
    public let red: UInt8
    /// The green part, 0 to 255.
    public let green: UInt8
    /// The blue part, 0 to 255.
    public let blue: UInt8

    /// Creates a colour from its parts.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`, or `nil`.
    public init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#") else { return nil }
        let digits = text.dropFirst()
        guard digits.allSatisfy({ $0.isHexDigit }), let number = UInt32(digits, radix: 16) else { return nil }
        self.init(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }

    /// White, the paper.
    public static let white = Colour(red: 255, green: 255, blue: 255)

    /// `#rrggbb` in small letters.
    public var hexadecimal: String {
        var text = "#"
        for part in [red, green, blue] {
            if part < 16 { text += "0" }
            text += String(part, radix: 16)
        }
        return text
    }

    /// The parts as shares of light, 0 to 1: the sRGB transfer function (IEC 61966-2-1) undone.
    var linear: (red: Double, green: Double, blue: Double) {
        func light(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return (light(red), light(green), light(blue))
    }

    /// The colour of shares of light, or `nil` where a share is outside 0 to 1: no screen can show it.
    init?(linearRed: Double, green linearGreen: Double, blue linearBlue: Double) {
        func part(_ light: Double) -> UInt8? {
            guard light > -1e-4 && light < 1 + 1e-4 else { return nil }
            let share = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
            return UInt8((min(max(share, 0), 1) * 255).rounded())
        }
        guard let red = part(linearRed), let green = part(linearGreen), let blue = part(linearBlue) else { return nil }
        self.init(red: red, green: green, blue: blue)
    }
}
