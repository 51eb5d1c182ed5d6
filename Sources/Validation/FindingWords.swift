extension FindingKind {
    /// What the kind is called, in one or two words.
    public func title(in language: FindingLanguage) -> String {
        switch self {
        case .invalidRing: language("Ungültiger Ring", "Invalid ring")
        case .emptyGeometry: language("Fläche ohne Geometrie", "Area without geometry")
        case .outsideAreaOfUse: language("Koordinaten außerhalb des Bezugssystems", "Coordinates outside the system")
        case .overlap: language("Überlappung", "Overlap")
        case .gap: language("Lücke", "Gap")
        case .sliver: language("Splitterfläche", "Sliver")
        case .duplicateGeometry: language("Doppelte Geometrie", "Duplicate geometry")
        case .duplicateKey: language("Doppelter Schlüssel", "Duplicate key")
        case .missingKey: language("Fehlender Schlüssel", "Missing key")
        case .parentMismatch: language("Abweichung von der übergeordneten Fläche", "Mismatch with the parent")
        case .childWithoutParent: language("Ohne übergeordnete Fläche", "Child without parent")
        case .parentWithoutChildren: language("Ohne untergeordnete Flächen", "Parent without children")
        case .periodOverlap: language("Überlappende Gültigkeit", "Overlapping validity")
        case .parentDisagreement: language("Zuordnung widerspricht der Lage", "Parent disagrees with place")
        case .childCrossing: language("Fläche in zwei übergeordneten Flächen", "Child crossing two parents")
        case .periodGap: language("Lücke in der Gültigkeit", "Gap in validity")
        case .periodUnreadable: language("Unbrauchbarer Gültigkeitszeitraum", "Unusable period of validity")
        case .keyBlanks: language("Leerzeichen im Schlüssel", "Blanks in the key")
        case .keyVariant: language("Verwechselbare Schlüssel", "Keys that differ in spelling only")
        case .keyLength: language("Schlüssel mit abweichender Länge", "Keys of odd length")
        case .tinyArea: language("Winzige Fläche", "Tiny area")
        case .unmatchedEdge: language("Fehlender Stützpunkt beim Nachbarn", "Vertex missing at the neighbour")
        case .repeatedVertex: language("Wiederholter Stützpunkt", "Repeated vertex")
        case .addressMismatch: language("Adresse liegt in anderer Fläche", "Address lies in another area")
        case .addressOutside: language("Adresse außerhalb aller Flächen", "Address outside all areas")
        case .belowMinimum: language("Unter der Mindestgröße", "Below the minimum")
        case .streetCut: language("Straße in mehreren Flächen", "Street in several areas")
        case .repeatedName: language("Mehrfacher Name", "Repeated name")
        case .keyReused: language("Schlüssel mit neuer Geometrie", "Key with another shape")
        case .multipart: language("Mehrteilige Fläche", "Area in several parts")
        case .island: language("Fläche ohne Nachbarn", "Area without neighbours")
        case .spike: language("Spitze", "Spike")
        case .orientation: language("Umlaufsinn uneinheitlich", "Inconsistent orientation")
        case .inlet: language("Offener Spalt", "Open gap")
        }
    }
}

extension ProposedRepair {
    /// What would be done, and its effect, as a sentence.
    public func sentence(in language: FindingLanguage) -> String {
        var text = deed(in: language)
        if isSafe {
            text += language("; die Flächen bleiben gleich groß", "; no ground changes its area")
        } else {
            let ground = language.measure(squareMetres, unit: "m²")
            text += language("; \(ground) wechseln die Fläche", "; \(ground) change their area")
        }
        if let addresses, !isSafe {
            let count = language.measure(Double(addresses), unit: "addresses")
            text += language(
                ", \(count) \(addresses == 1 ? "liegt" : "liegen") darin",
                ", \(count) \(addresses == 1 ? "lies" : "lie") in it")
        }
        return text
    }

    private func deed(in language: FindingLanguage) -> String {
        let key = key ?? ""
        return switch action {
        case .dropRepeatedVertices: language("Wiederholungen weglassen", "leave out the repetitions")
        case .orientRings: language("Ringe einheitlich drehen", "turn the rings one way")
        case .insertVertices: language("Stützpunkte beim Nachbarn einfügen", "give the neighbour the vertices")
        case .splitTouchingRing: language("Ring an der Berührung teilen", "split the ring where it touches itself")
        case .makeValid: language("Fläche der Struktur nach gültig machen", "make the area valid by structure")
        case .fillGap: language("Lücke der Fläche \(key) geben", "give the gap to area \(key)")
        case .assignOverlap: language("Überlappung der Fläche \(key) lassen", "leave the overlap to area \(key)")
        }
    }
}

extension Finding {
    /// A key with its name: `01 (West)`.
    func label(_ place: Int, _ language: FindingLanguage) -> String {
        guard keys.indices.contains(place) else { return language("eine Fläche", "an area") }
        let key = keys[place].isEmpty ? language("[ohne Schlüssel]", "[no key]") : keys[place]
        return names[place].isEmpty || names[place] == key ? key : "\(key) (\(names[place]))"
    }

    /// The labels of all keys, no more than `limit` of them: `01 (West), 02 (Ost) und 3 weitere`.
    func labels(_ language: FindingLanguage, limit: Int = 6) -> String {
        var words = keys.indices.prefix(limit).map { label($0, language) }
        if keys.count > limit {
            let rest = keys.count - limit
            words.append(language("\(rest) weitere", "\(rest) more"))
        }
        guard let last = words.popLast() else { return language("eine Fläche", "an area") }
        return words.isEmpty ? last : words.joined(separator: ", ") + language(" und ", " and ") + last
    }

    /// A detail, or empty text.
    func detail(_ place: Int) -> String { details.indices.contains(place) ? details[place] : "" }
}
