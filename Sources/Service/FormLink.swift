import Cartography

/// The forms of a layer that pages link to.
enum FormLink {
    /// Path behind the layer's URL and the name to show.
    static func all(_ language: Language) -> [(path: String, name: String)] {
        [
            ("/map", language.say("Karte", "Map")), ("/sheet.svg", language.say("Kartenblatt", "Print sheet")),
            ("/table.csv", language.say("Tabelle", "Table")),
            ("/items", language.say("Gebiete", "Areas")), ("/legend.json", language.say("Legende", "Legend")),
        ]
    }
}
