import Cartography

extension Colour {
    /// A colour by one of the sixteen names of HTML, or orange; capital letters do not matter.
    init?(named name: String) {
        let hexadecimal: String? =
            switch name.lowercased() {
            case "aqua": "#00ffff"
            case "black": "#000000"
            case "blue": "#0000ff"
            case "fuchsia": "#ff00ff"
            case "gray", "grey": "#808080"
            case "green": "#008000"
            case "lime": "#00ff00"
            case "maroon": "#800000"
            case "navy": "#000080"
            case "olive": "#808000"
            case "orange": "#ffa500"
            case "purple": "#800080"
            case "red": "#ff0000"
            case "silver": "#c0c0c0"
            case "teal": "#008080"
            case "white": "#ffffff"
            case "yellow": "#ffff00"
            default: nil
            }
        guard let hexadecimal else { return nil }
        self.init(hexadecimal)
    }
}
