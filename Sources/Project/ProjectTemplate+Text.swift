extension ProjectTemplate {
    /// The commented `kleinraum.yaml`.
    public var text: String {
        let ids = ProjectTemplate.ids(for: counts.map(\.column))
        return [head, sources, variables(ids), divisions, indicators(ids), tail].joined(separator: "\n")
    }

    private var head: String {
        """
        # Projektdatei von Kleinraum. Nach jeder Änderung: kleinraum build ORDNER
        # Was hinter einem # steht, ist Erläuterung. Eingerückt wird mit Leerzeichen, nicht mit Tabulatoren.
        # Text mit Sonderzeichen wie : # % , gehört in "Anführungszeichen".

        kleinraum: 1   # Fassung dieses Dateiformats

        # Titel des Atlas; Herausgeber und Lizenz stehen auf jeder Karte.
        title: \(ProjectTemplate.quoted(ProjectTemplate.line(title)))
        # publisher: Stadt Musterstadt, Statistikstelle
        # licence: dl-de/by-2-0

        # Metrisches Bezugssystem der Karten und Flächen. Ohne Angabe: ETRS89/UTM in der Zone der Gebiete.
        # reference_system: EPSG:25832

        """
    }

    private var sources: String {
        var lines = [
            "# Quellen: Register mit Zahlen je Adresse, eine Datei je Stichtag.",
            "sources:",
            "  register:",
            "    title: Adressdatei",
            "    # provider: Einwohnermeldeamt   # Wer die Zahlen liefert; steht in der Quellenzeile.",
            "    # Geheim sind Fallzahlen über 0 und unter dieser Schwelle. Sie hängt von der Quelle ab:",
            "    # üblich sind 3 für eigene Register, 10 für Daten der Bundesagentur für Arbeit.",
            "    threshold: \(threshold)",
            "    # Anteil der Adressen eines Gebiets, deren Angabe fehlen darf, bevor die Summe als unbekannt gilt.",
            "    tolerated_missing: 0",
        ]
        if let x, let y {
            lines += [
                "    # Spalten der Koordinaten: x ist immer der Rechts- oder Ostwert, y der Hoch- oder Nordwert.",
                "    x: \(ProjectTemplate.quoted(x))",
                "    y: \(ProjectTemplate.quoted(y))",
            ]
        }
        if let referenceSystem {
            lines.append(
                "    crs: EPSG:\(referenceSystem)   # Bezugssystem der Koordinaten; ohne Angabe das der Gebiete")
        } else {
            lines.append("    # crs: EPSG:25832   # Bezugssystem der Koordinaten; ohne Angabe das der Gebiete")
        }
        return
            (lines + [
                "    # label: [Straße, Hausnummer]   # Spalten, die eine Adresse in internen Berichten benennen",
                "    # missing: [\"-9999\"]            # Werte, die \"keine Angabe\" bedeuten",
                "    # Adressen mit mehr Fällen werden gemeldet: Sammeladressen wie Jobcenter und Unterkünfte verfälschen.",
                "    mass_address: 100",
                "    files:",
                "      - { date: \(ProjectTemplate.quoted(date)), path: \(ProjectTemplate.quoted(addresses)) }",
                "",
            ]).joined(separator: "\n")
    }

    private func variables(_ ids: [String]) -> String {
        var lines = [
            "# Zahlen je Adresse. Der Name links gilt in den Formeln (a-z, 0-9, _); column ist die Spalte der Datei.",
            "# part_of sagt, wovon eine Zahl ein Teil ist. Die Geheimhaltung muss es wissen: Bitte prüfen, und streichen,",
            "# wo es nicht zutrifft. Teile, die zusammen genau das Ganze ergeben, gehören außerdem hierher:",
            "# categories:",
            "#   alter: { total: einwohner, parts: [unter15, von15bis64, ab65] }",
            "variables:",
        ]
        for (index, count) in counts.enumerated() {
            lines += [
                "  \(ids[index]):",
                "    title: \(ProjectTemplate.quoted(ProjectTemplate.line(count.column)))",
                "    source: register",
                "    column: \(ProjectTemplate.quoted(count.column))",
            ]
            if index > 0, count.isPart { lines.append("    part_of: \(ids[0])") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var divisions: String {
        let stem = ProjectTemplate.stem(of: areas)
        var lines = [
            "# Gliederungen: Gebietssysteme mit ihren Ebenen.",
            "divisions:",
            "  gliederung:",
            "    title: Räumliche Gliederung",
            "    version: \(ProjectTemplate.quoted(String(date.prefix(4))))   # Gebietsstand, bitte prüfen",
            "    # source: Stadt Musterstadt, Vermessung   # Quelle der Grenzen; steht auf der Karte.",
            "    levels:",
            "      # key ist das Feld mit dem Gebietsschlüssel, name das mit dem Namen.",
            "      - id: \(ProjectTemplate.ids(for: [stem])[0])",
            "        title: \(ProjectTemplate.quoted(ProjectTemplate.line(stem.prefix(1).uppercased() + stem.dropFirst())))",
            "        boundaries: \(ProjectTemplate.quoted(areas))",
            "        key: \(ProjectTemplate.quoted(key))",
        ]
        if let name { lines.append("        name: \(ProjectTemplate.quoted(name))") }
        if let areasReferenceSystem { lines.append("        crs: EPSG:\(areasReferenceSystem)") }
        return
            (lines + [
                "      # Eine gröbere Ebene entsteht aus der feineren, wo ein Feld die Zugehörigkeit nennt:",
                "      # - { id: bezirk, title: Stadtbezirke, dissolve: distrikt, by: BEZIRK }",
                "",
            ]).joined(separator: "\n")
    }

    private func indicators(_ ids: [String]) -> String {
        let parts = counts.indices.dropFirst().filter { counts[$0].isPart }
        let shares = ProjectTemplate.ids(for: parts.map { ids[$0] + "_anteil" }, taken: ids)
        var lines = [
            "# Was berechnet und gezeigt wird. Formeln kennen + - * / und Klammern; wo durch 0 geteilt würde, steht",
            "# \"nicht anwendbar\". polarity: load (Belastung), resource (Ressource) oder neutral.",
            "# Die Anteile sind Vorschläge: Nenner prüfen, Überflüssiges streichen.",
            "indicators:",
        ]
        for (index, count) in counts.enumerated() {
            lines += [
                "  \(ids[index]):",
                "    title: \(ProjectTemplate.quoted(ProjectTemplate.line(count.column)))",
                "    formula: \(ids[index])",
                "    unit: Anzahl",
            ]
        }
        for (index, id) in zip(parts, shares) {
            let title = "Anteil \(counts[index].column) an \(counts[0].column)"
            lines += [
                "  \(id):",
                "    title: \(ProjectTemplate.quoted(ProjectTemplate.line(title)))",
                "    formula: 100 * \(ids[index]) / \(ids[0])",
                "    unit: \"%\"",
                "    decimals: 1",
                "    polarity: neutral",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var tail: String {
        """
        # Geheimhaltung. threshold verbirgt Fallzahlen unter der Schwelle ihrer Quelle und alle Quoten, deren Zähler
        # oder Nenner verborgen ist. Aus Summen und anderen Gliederungen können verborgene Werte noch ableitbar sein.
        protection:
          method: threshold

        # Ohne Angabe wird jeder Indikator auf jeder Ebene gezeigt. Eine Auswahl:
        # layers:
        #   - { division: gliederung, level: bezirk, indicators: [einwohner] }

        """
    }

    /// Text without line breaks and control characters.
    private static func line(_ text: String) -> String {
        let words = text.split { $0.isWhitespace || $0.isNewline }
        return words.isEmpty ? "ohne Titel" : words.joined(separator: " ")
    }

    /// A file's name without folders and ending.
    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last ?? "gebiete"
        return String(name.split(separator: ".").first ?? name)
    }
}
