extension Finding {
    /// The sentence of a finding about parents and children.
    func parentSentence(_ language: FindingLanguage, _ amount: String) -> String {
        let area = label(0, language)
        switch kind {
        case .parentMismatch:
            let parts = details.prefix(2).compactMap(Double.init).map { language.measure($0, unit: "m²") }
            guard parts.count == 2 else { return area }
            return language(
                "\(area) und die Vereinigung der untergeordneten Flächen weichen um \(amount) voneinander ab "
                    + "(\(parts[0]) fehlen, \(parts[1]) stehen über).",
                "\(area) and the union of its children differ by \(amount) (\(parts[0]) missing, \(parts[1]) beyond).")
        case .childWithoutParent:
            return detail(0).isEmpty
                ? language("\(area) hat keine übergeordnete Fläche.", "\(area) has no parent.")
                : language(
                    "\(area) nennt die übergeordnete Fläche \(detail(0)), die es nicht gibt.",
                    "\(area) names the parent \(detail(0)), which does not exist.")
        case .parentWithoutChildren:
            return language("\(area) hat keine untergeordneten Flächen.", "\(area) has no children.")
        case .parentDisagreement:
            return language(
                "\(area) gehört dem Schlüssel nach zu \(detail(0)), liegt aber in \(detail(1)).",
                "\(area) belongs to \(detail(0)) by its key but lies in \(detail(1)).")
        default:
            return language(
                "\(area) gehört zu \(detail(0)) und reicht mit \(amount) nach \(detail(1)) hinein.",
                "\(area) belongs to \(detail(0)) and reaches into \(detail(1)) by \(amount).")
        }
    }

    /// The sentence of a finding about validity.
    func periodSentence(_ language: FindingLanguage, _ amount: String) -> String {
        let area = label(0, language)
        let days = measure > 0 ? " (\(amount))" : ""
        switch kind {
        case .periodOverlap:
            return language(
                "Zwei Fassungen von \(area) gelten zugleich: \(detail(0)) und \(detail(1))\(days).",
                "Two versions of \(area) are valid at once: \(detail(0)) and \(detail(1))\(days).")
        case .periodGap:
            return language(
                "\(area) fehlt zwischen \(detail(0)) und \(detail(1))\(days).",
                "\(area) is missing between \(detail(0)) and \(detail(1))\(days).")
        default:
            return language(
                "Der Gültigkeitszeitraum von \(area) ist unbrauchbar: '\(detail(0))' bis '\(detail(1))'.",
                "The period of validity of \(area) is unusable: '\(detail(0))' to '\(detail(1))'.")
        }
    }

    /// The sentence of a finding about addresses.
    func addressSentence(_ language: FindingLanguage, _ amount: String) -> String {
        let isOne = measure == 1
        switch kind {
        case .addressMismatch:
            let unknown = detail(2).isEmpty ? "" : language(" (unbekannt)", " (unknown)")
            return language(
                "\(amount) mit dem Schlüssel \(detail(0))\(unknown) \(isOne ? "liegt" : "liegen") in \(detail(1)).",
                "\(amount) coded \(detail(0))\(unknown) \(isOne ? "lies" : "lie") in \(detail(1)).")
        case .addressOutside:
            let coded = detail(0).isEmpty ? "" : language(" mit dem Schlüssel \(detail(0))", " coded \(detail(0))")
            let more = detail(1).isEmpty ? "" : language(" (weitere)", " (more)")
            return language(
                "\(amount)\(coded) \(isOne ? "liegt" : "liegen") außerhalb aller Flächen\(more).",
                "\(amount)\(coded) \(isOne ? "lies" : "lie") outside all areas\(more).")
        case .belowMinimum:
            let minimum = language.number(Double(detail(0)) ?? 0)
            let what = detail(1).isEmpty ? "" : " \(detail(1))"
            return language(
                "\(label(0, language)) hat \(amount)\(what), weniger als \(minimum).",
                "\(label(0, language)) has \(amount)\(what), fewer than \(minimum).")
        default:
            let parts = zip(keys, details.dropFirst()).prefix(6).map { "\($0) (\($1))" }.joined(separator: ", ")
            return language(
                "Die Adressen der Straße '\(detail(0))' liegen in \(amount): \(parts).",
                "The addresses of the street '\(detail(0))' lie in \(amount): \(parts).")
        }
    }
}

/// GEOS's reasons, and `Spike`, in plain words.
enum FindingReason {
    /// A reason; one that is not known stays as it is.
    static func text(_ reason: String, _ language: FindingLanguage) -> String {
        switch reason {
        case "Self-intersection":
            language("die Grenze kreuzt sich selbst", "the border crosses itself")
        case "Spike":
            language(
                "die Grenze läuft aus und auf demselben Weg zurück", "the border runs out and back the same way")
        case "Ring Self-intersection":
            language("ein Ring berührt sich selbst", "a ring touches itself")
        case "Hole lies outside shell":
            language("ein Loch liegt außerhalb des Umrisses", "a hole lies outside the shell")
        case "Holes are nested", "Nested shells":
            language("Ringe liegen ineinander", "rings lie within each other")
        case "Interior is disconnected":
            language("das Innere zerfällt in Teile", "the interior is disconnected")
        case "Duplicate Rings":
            language("ein Ring kommt doppelt vor", "a ring occurs twice")
        case "Too few points in ring", "Too few points in geometry component":
            language("ein Ring hat zu wenige Punkte", "a ring has too few points")
        default: reason.isEmpty ? language("ohne Angabe", "no reason given") : reason
        }
    }
}
