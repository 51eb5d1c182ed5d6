extension ProjectTemplate {
    /// Text as a YAML scalar that reads back as the same text, also within `{ }`: plain where that is safe beyond
    /// doubt, else in double quotes.
    ///
    ///     ProjectTemplate.quoted("Rechtswert")  // Rechtswert
    ///     ProjectTemplate.quoted("Anteil: %")   // "Anteil: %"
    static func quoted(_ text: String) -> String {
        if isPlain(text) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                if isPrintable(scalar) {
                    quoted.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                }
            }
        }
        return quoted + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter, text.last?.isWhitespace == false else { return false }
        // Words that other readers of YAML take for something else than text.
        guard !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased()) else {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic && isPrintable(scalar) || ("0"..."9").contains(scalar)
                || " _-./".unicodeScalars.contains(scalar)
        }
    }

    /// Whether YAML lets a character stand in quotes as it is, and no editor or libyaml takes it for a line break.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
