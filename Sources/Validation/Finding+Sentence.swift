extension Finding {
    /// What is the matter, in a plain sentence.
    ///
    ///     finding.sentence(in: .german)
    ///     // "01 (West) und 02 (Ost) überlappen sich auf 0,0998 m², höchstens 0,01 m breit."
    public func sentence(in language: FindingLanguage) -> String {
        let amount = language.measure(measure, unit: unit)
        return switch kind {
        case .invalidRing, .emptyGeometry, .outsideAreaOfUse, .tinyArea, .multipart, .island, .spike, .orientation,
            .repeatedVertex:
            shapeSentence(language, amount)
        case .overlap, .gap, .sliver, .duplicateGeometry, .unmatchedEdge, .inlet:
            borderSentence(language, amount)
        case .duplicateKey, .missingKey, .keyBlanks, .keyVariant, .keyLength, .repeatedName, .keyReused:
            keySentence(language, amount)
        case .parentMismatch, .childWithoutParent, .parentWithoutChildren, .parentDisagreement, .childCrossing:
            parentSentence(language, amount)
        case .periodOverlap, .periodGap, .periodUnreadable: periodSentence(language, amount)
        case .addressMismatch, .addressOutside, .belowMinimum, .streetCut: addressSentence(language, amount)
        }
    }

    private func shapeSentence(_ language: FindingLanguage, _ amount: String) -> String {
        let area = label(0, language)
        let places = language.number(measure)
        switch kind {
        case .invalidRing:
            let reason = FindingReason.text(detail(0), language)
            return language(
                "Der Umriss von \(area) ist ungültig: \(reason).", "The outline of \(area) is invalid: \(reason).")
        case .emptyGeometry: return language("\(area) hat keine Geometrie.", "\(area) has no geometry.")
        case .outsideAreaOfUse:
            return language(
                "Koordinaten von \(area) können nicht im Bezugssystem liegen: \(detail(1)).",
                "Coordinates of \(area) cannot be in the reference system (\(detail(0))).")
        case .tinyArea: return language("\(area) ist nur \(amount) groß.", "\(area) has only \(amount).")
        case .multipart:
            return language(
                "\(area) besteht aus \(places) Teilen, die sich nicht berühren.",
                "\(area) has \(amount) that do not touch.")
        case .island: return language("\(area) berührt keine andere Fläche.", "\(area) touches no other area.")
        case .spike:
            return language(
                "Die Grenze von \(area) läuft an \(places) Stelle\(measure == 1 ? "" : "n") aus und gleich zurück.",
                "The border of \(area) runs out and straight back at \(places) place\(measure == 1 ? "" : "s").")
        case .orientation:
            return language(
                "In \(area) \(isOne ? "dreht" : "drehen") \(amount) anders als die übrigen.",
                "In \(area) \(amount) \(isOne ? "turns" : "turn") unlike the others.")
        default:
            return language(
                "Im Umriss von \(area) \(isOne ? "wiederholt" : "wiederholen") \(amount) den Punkt davor.",
                "In the outline of \(area) \(amount) \(isOne ? "repeats" : "repeat") the one before.")
        }
    }

    private func borderSentence(_ language: FindingLanguage, _ amount: String) -> String {
        let areas = labels(language)
        let breadth =
            width.isFinite
            ? language(", höchstens \(language.number(width)) m breit", ", at most \(language.number(width)) m wide")
            : ""
        switch kind {
        case .overlap:
            return language(
                "\(areas) überlappen sich auf \(amount)\(breadth).", "\(areas) overlap by \(amount)\(breadth).")
        case .gap:
            return keys.count == 1
                ? language(
                    "In \(areas) ist ein Loch von \(amount)\(breadth).",
                    "There is a hole of \(amount) in \(areas)\(breadth).")
                : language(
                    "Zwischen \(areas) klafft eine Lücke von \(amount)\(breadth).",
                    "Between \(areas) there is a gap of \(amount)\(breadth).")
        case .sliver:
            return detail(0) == "gap"
                ? language(
                    "Zwischen \(areas) klafft ein Spalt von \(amount)\(breadth).",
                    "Between \(areas) there is a sliver of \(amount)\(breadth).")
                : language(
                    "\(areas) überlappen sich in einem Streifen von \(amount)\(breadth).",
                    "\(areas) overlap in a strip of \(amount)\(breadth).")
        case .duplicateGeometry:
            return language(
                "\(areas) haben dieselbe Geometrie (\(amount)).", "\(areas) have the same shape (\(amount)).")
        case .unmatchedEdge:
            return language(
                "An der Grenze von \(areas) \(isOne ? "fehlt" : "fehlen") auf einer Seite \(amount), "
                    + "\(isOne ? "und zwar" : "als Erstes") bei \(coordinates).",
                "On the border of \(areas) \(amount) \(isOne ? "is" : "are") missing on one side, "
                    + "\(isOne ? "" : "the first ")at \(coordinates).")
        default:
            return language(
                "Die Grenzen von \(areas) laufen auf \(amount) nebeneinander her, ohne sich zu berühren.",
                "The borders of \(areas) run side by side for \(amount) without touching.")
        }
    }

    private func keySentence(_ language: FindingLanguage, _ amount: String) -> String {
        let areas = labels(language)
        switch kind {
        case .duplicateKey:
            let features = details.prefix(6).joined(separator: ", ")
            return language(
                "Den Schlüssel \(areas) haben \(amount) (Objekte \(features)).",
                "\(amount) have the key \(areas) (features \(features)).")
        case .missingKey:
            let name = detail(1).isEmpty ? "" : " (\(detail(1)))"
            return language(
                "Objekt \(detail(0))\(name) hat keinen Schlüssel.", "Feature \(detail(0))\(name) has no key.")
        case .keyBlanks:
            return language(
                "Im Schlüssel '\(keys.first ?? "")' stehen Leer- oder unsichtbare Zeichen.",
                "The key '\(keys.first ?? "")' has blanks or invisible characters.")
        case .keyVariant:
            return language(
                "\(areas) unterscheiden sich nur in Schreibweise, Leerzeichen oder Unicode-Form.",
                "\(areas) differ only in case, blanks or Unicode form.")
        case .keyLength:
            return language(
                "\(amount) \(isOne ? "hat einen" : "haben") Schlüssel, \(isOne ? "der" : "die") nicht wie üblich \(detail(0)) Zeichen lang \(isOne ? "ist" : "sind") "
                    + "(führende Null verloren?): \(areas).",
                "\(amount) \(isOne ? "has a key" : "have keys") without the usual \(detail(0)) characters (a leading zero lost?): \(areas)."
            )
        case .repeatedName:
            return language(
                "Den Namen '\(detail(0))' haben \(amount): \(keyList).",
                "\(amount) are named '\(detail(0))': \(keyList).")
        default:
            return language(
                "Der Schlüssel \(areas) bezeichnet in \(detail(0)) Zeiträumen verschiedene Flächen (\(amount) Unterschied).",
                "The key \(areas) stands for different ground in \(detail(0)) periods (\(amount) of difference).")
        }
    }

    private var isOne: Bool { measure == 1 }

    private var keyList: String { keys.prefix(6).joined(separator: ", ") + (keys.count > 6 ? ", …" : "") }

    /// The place in the file's system.
    private var coordinates: String {
        let decimals = abs(x) <= 360 && abs(y) <= 90 ? 7 : 2
        return "x \(FindingFormat.plain(x, decimals: decimals)), y \(FindingFormat.plain(y, decimals: decimals))"
    }
}
