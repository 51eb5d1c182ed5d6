/// Invented names of areas.
enum PlaceNames {
    private static let villages = [
        "Alber", "Bent", "Bruns", "Diet", "Eber", "Eller", "Gund", "Harm", "Hasel", "Imm", "Kolm", "Lutter", "Mark",
        "Nord", "Oder", "Rammel", "Sief", "Tieder", "Volk", "Wendel", "Wolmer",
    ]
    private static let villageEnds = ["rode", "hausen", "dorf", "beck", "büttel", "stedt", "wede", "loh"]
    private static let quarters = [
        "Anger", "Birken", "Brücken", "Brunnen", "Eichen", "Fischer", "Garten", "Gerber", "Hopfen", "Kirch", "Kloster",
        "Linden", "Markt", "Rosen", "Schloss", "Sonnen", "Stein", "Tannen", "Ufer", "Weber", "Wiesen", "Ziegel",
    ]
    private static let quarterEnds = ["viertel", "feld", "berg", "kamp", "höhe", "siedlung", "grund", "hof"]
    private static let landscapes = [
        "Innenstadt", "Wehreufer", "Oberstadt", "Hochheide", "Ziegelei und Kanal", "Weinberge", "Dörfer am Forst",
        "Bahnhof und Hafen", "Alte Höfe", "Auenland", "Sonnenberg", "Schlossgärten", "Grüner Winkel",
        "Alte Mühlen", "Hochfläche", "Kiesseen",
    ]

    /// The name of a quarter, different for different numbers up to 168.
    static func village(_ number: Int) -> String {
        let stem = number % villages.count
        let end = (number / villages.count + stem * 3) % villageEnds.count
        return villages[stem] + villageEnds[end]
    }

    /// The name of a district, different for different numbers up to 176.
    static func quarter(_ number: Int) -> String {
        let stem = number % quarters.count
        let end = (number / quarters.count + stem * 5) % quarterEnds.count
        return quarters[stem] + quarterEnds[end]
    }

    /// The name of a living environment.
    static func landscape(_ number: Int) -> String {
        let round = number / landscapes.count
        return landscapes[number % landscapes.count] + (round == 0 ? "" : " \(round + 1)")
    }

    /// The name of a district where nobody, or hardly anybody, lives.
    static func special(_ use: LandUse, _ direction: String) -> String {
        switch use {
        case .homes: direction
        case .industry: "Gewerbegebiet \(direction)"
        case .uninhabited: "Güterbahnhof \(direction)"
        case .forest: "Stadtforst \(direction)"
        }
    }
}
