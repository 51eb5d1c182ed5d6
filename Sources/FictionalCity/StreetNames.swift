/// Invented names of streets.
enum StreetNames {
    private static let stems = [
        "Ahorn", "Amsel", "Apfel", "Auen", "Bach", "Birken", "Blumen", "Brunnen", "Buchen", "Burg", "Dorf", "Drossel",
        "Eichen", "Erlen", "Eschen", "Falken", "Feld", "Finken", "Fischer", "Flieder", "Forst", "Garten", "Gerber",
        "Glocken", "Hafen", "Hasel", "Heide", "Hirten", "Hof", "Holunder", "Hopfen", "Kastanien", "Kirch", "Kirsch",
        "Kloster", "Korn", "Krähen", "Lerchen", "Linden", "Markt", "Meisen", "Mittel", "Mohn", "Mühlen", "Nelken",
        "Nuss", "Pappel", "Pfarr", "Quellen", "Raben", "Rosen", "Sand", "Schäfer", "Schlehen", "Schmiede",
        "Schul", "Sonnen", "Stein", "Tannen", "Töpfer", "Tulpen", "Ulmen", "Veilchen", "Wasser", "Weber", "Weiden",
        "Wiesen", "Winzer", "Ziegel", "Zimmerer",
    ]
    private static let kinds = [
        "straße", "weg", "gasse", "allee", "ring", "pfad", "stieg", "platz", "hof", "winkel", "damm", "grund",
    ]
    private static let whole = [
        "Alte Landstraße", "Am Alten Güterbahnhof", "Am Anger", "Am Bürgerpark", "Am Deich", "Am Gänsemarkt",
        "Am Hölzchen", "Am Königshof", "Am Mühlgraben", "Am Rosengarten", "Am Sportplatz", "An den Höfen",
        "An der Färberei", "An der Schleuse", "An der Stadtmauer", "Auf dem Brühl", "Auf der Höhe", "Bei der Kirche",
        "Große Fährstraße", "Hinter den Gärten", "Hintere Zeile", "Hoher Weg", "Im Bruch", "Im Grüntal",
        "Im Krähenwinkel", "In den Äckern", "In der Aue", "Kleine Brückenstraße", "Lange Reihe", "Neuer Steinweg",
        "Oberer Graben", "Rathausstraße", "Südwall", "Unter den Ulmen", "Unterer Graben", "Westwall",
        "Wehrufer", "Zum Schützenplatz", "Zum Steinbruch", "Zur Alten Mühle",
    ]

    /// So many names, all different as long as there are enough; in large cities they come again, as in life.
    static func names(_ count: Int, chance: Chance) -> [String] {
        let possible = whole.count + stems.count * kinds.count
        // A step without a common factor visits every combination once.
        var step = 1 + Int(chance.bits(.streetName, 0) % UInt64(possible - 1))
        while greatestCommonDivisor(step, possible) > 1 { step += 1 }
        let start = Int(chance.bits(.streetName, 1) % UInt64(possible))
        return (0..<count).map { index in
            let pick = (start + index % possible * step) % possible
            guard pick >= whole.count else { return whole[pick] }
            let (kind, stem) = (pick - whole.count).quotientAndRemainder(dividingBy: stems.count)
            return stems[stem] + kinds[kind]
        }
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
