import Cartography
import Testing

#if canImport(Glibc)
    import Glibc
#endif

struct PaletteTests {
    /// How colours look to readers without red or green cones: Machado, Oliveira, Fernandes: A physiologically-based
    /// model for simulation of color vision deficiency, IEEE TVCG 15 (2009), severity 1, on linear light.
    enum Vision: CaseIterable {
        case normal
        case protanopia
        case deuteranopia

        var rows: [[Double]] {
            switch self {
            case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protanopia:
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            case .deuteranopia:
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            }
        }

        func seen(_ colour: Colour) -> LabColour {
            let light = [colour.red, colour.green, colour.blue].map { part in
                let share = Double(part) / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            let parts = rows.map { row in
                let sum = min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }))
                return UInt8((255 * (sum <= 0.0031308 ? 12.92 * sum : 1.055 * pow(sum, 1 / 2.4) - 0.055)).rounded())
            }
            return LabColour(Colour(red: parts[0], green: parts[1], blue: parts[2]))
        }
    }

    static let sequential = Palette.all.filter { $0.kind == .sequential }
    static let diverging = Palette.all.filter { $0.kind == .diverging }

    @Test("lightness falls strictly from class to class, so a grey print keeps the order", arguments: sequential)
    func lightness(palette: Palette) {
        for count in 2...9 {
            let lightnesses = palette.colours(count).map { LabColour($0).lightness }
            #expect(lightnesses.count == count)
            for (one, next) in zip(lightnesses, lightnesses.dropFirst()) { #expect(one > next + 5) }
            #expect(palette.colours(count, reversed: true) == palette.colours(count).reversed())
        }
    }

    @Test("neighbouring classes differ for all readers", arguments: sequential + diverging, Vision.allCases)
    func neighbours(palette: Palette, vision: Vision) {
        // Published scales of 1 class differ from nothing; beyond 7 classes no scale keeps this distance.
        for count in 2...7 {
            let seen = palette.colours(count).map(vision.seen)
            for (one, next) in zip(seen, seen.dropFirst()) {
                #expect(one.difference(from: next) >= 10, "\(palette.name), \(count) classes")
            }
        }
    }

    @Test("the lightest class differs from the ground of the no-value signs", arguments: sequential + diverging)
    func ground(palette: Palette) {
        for count in 1...9 {
            for colour in palette.colours(count) {
                #expect(LabColour(colour).difference(from: LabColour(Hatching.ground)) >= 10, "\(palette.name)")
            }
        }
    }

    @Test("sides of a diverging palette are as many as asked, alike in lightness, around a neutral middle")
    func sides() {
        let colours = Palette.blueOrange.diverging(lower: 1, middle: true, upper: 3)
        #expect(colours.count == 5)
        let symmetric = Palette.blueOrange.colours(7)
        #expect(colours[1] == symmetric[3])
        #expect(colours.suffix(3) == symmetric.suffix(3))
        #expect(colours[0] == symmetric[2])
    }

    @Test("kinds are nine different colours")
    func kinds() {
        let colours = Palette.kinds.colours(9).map(LabColour.init)
        for one in 0..<9 {
            for other in 0..<one { #expect(colours[one].difference(from: colours[other]) >= 20) }
        }
    }

    @Test("palettes are found by their name, unknown names are none")
    func names() {
        for palette in Palette.all { #expect(Palette(name: palette.name) == palette) }
        #expect(Palette(name: "viridis") == nil)
        #expect(Palette.lagoon.colours(3).count == 3)
    }

    @Test("colours are read and written, and known colours have their known coordinates")
    func colours() {
        #expect(Colour("#2b6cb0")?.hexadecimal == "#2b6cb0")
        #expect(Colour("#2b6cb") == nil)
        #expect(Colour("#2b6cbg") == nil)
        #expect(Colour("2b6cb0f") == nil)
        // Pure red: L* 53.24, a* 80.09, b* 67.20 (Lindbloom, D65).
        let red = LabColour(Colour(red: 255, green: 0, blue: 0))
        #expect(
            abs(red.lightness - 53.24) < 0.02 && abs(red.redness - 80.09) < 0.02 && abs(red.yellowness - 67.2) < 0.02)
        #expect(abs(LabColour(Colour.white).lightness - 100) < 0.01)
        #expect(red.colour == Colour(red: 255, green: 0, blue: 0))
    }
}
