import Cartography
import Formats

/// The hatchings of no-value states as pictures side by side, for styles that can only fill with pictures.
///
/// A sheet is a PNG with its index in JSON, once for common screens and once (`@2x`) for fine ones.
struct SpriteSheet {
    /// The sheets' name in styles, without an ending; another version of the drawings has another name.
    static let name = "hatchings-1"
    /// The side of a picture in CSS pixels; hatchings repeat after this length.
    static let side = 8

    let bytes: [UInt8]

    /// Where the picture of a hatching begins, in CSS pixels from the left.
    static func column(of hatching: String) -> Int {
        (Hatching.allCases.firstIndex { $0.rawValue == hatching } ?? 0) * side
    }

    /// The file of a name, if it is one of the sheets.
    init?(file: String) {
        for (suffix, ratio) in [("", 1), ("@2x", 2)] {
            if file == SpriteSheet.name + suffix + ".json" {
                bytes = SpriteSheet.index(ratio: ratio)
                return
            }
            if file == SpriteSheet.name + suffix + ".png" {
                bytes = SpriteSheet.picture(ratio: ratio)
                return
            }
        }
        return nil
    }

    private static func index(ratio: Int) -> [UInt8] {
        var out = OutputBuffer()
        let side = side * ratio
        for (place, hatching) in Hatching.allCases.enumerated() {
            out.write(place == 0 ? "{" : ",")
            out.write(json: hatching.rawValue)
            out.write(":{\"x\":\(place * side),\"y\":0,\"width\":\(side),\"height\":\(side),\"pixelRatio\":\(ratio)}")
        }
        out.write("}\n")
        return out.bytes
    }

    private static func picture(ratio: Int) -> [UInt8] {
        let side = side * ratio
        let width = side * Hatching.allCases.count
        var picture = PalettePicture(width: width, height: side, colours: [Hatching.ground, Hatching.ink])
        for (place, hatching) in Hatching.allCases.enumerated() {
            for row in 0..<side {
                for column in 0..<side where hatching.isInked(column, row, side: side, pen: ratio) {
                    picture[place * side + column, row] = 1
                }
            }
        }
        return picture.png()
    }
}

extension Hatching {
    /// Whether a pixel of a square that repeats has the lines' colour.
    fileprivate func isInked(_ column: Int, _ row: Int, side: Int, pen: Int) -> Bool {
        switch self {
        case .diagonals: (column + row) % side < pen
        case .crosses: (column + row) % side < pen || (column - row + side) % side < pen
        case .bars: column < pen
        case .dots:
            // Two dots a square, one in the middle of the other's rows and columns.
            column % (side / 2) < 2 * pen - pen / 2 && row % (side / 2) < 2 * pen - pen / 2
                && (column / (side / 2) + row / (side / 2)) % 2 == 0
        }
    }
}
