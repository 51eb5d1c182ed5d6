import Cartography
import Planar
import Testing

@Suite("the layout of maps")
struct MapLayoutTests {
    private let areas = Box(minX: 1000, minY: 2000, maxX: 1980, maxY: 2980)

    @Test("without pieces everything is shown with a margin of a hundredth")
    func everything() {
        let (shown, height) = MapLayout(width: 100).frame(of: areas)
        #expect(height == 100)
        #expect(shown == Box(minX: 990, minY: 1990, maxX: 1990, maxY: 2990))
    }

    @Test("a section is widened on two sides where the drawing has another shape")
    func section() {
        var layout = MapLayout(width: 200)
        layout.section = Box(minX: 1000, minY: 2000, maxX: 1100, maxY: 2100)
        layout.height = 100
        let (shown, height) = layout.frame(of: areas)
        #expect(height == 100)
        #expect(shown == Box(minX: 950, minY: 2000, maxX: 1150, maxY: 2100))
    }

    @Test("a section that is too small for its areas is widened, one beside all areas is not")
    func tinySections() {
        var layout = MapLayout(width: 100)
        layout.section = Box(minX: 1500, minY: 2500, maxX: 1500 + 1e-9, maxY: 2500 + 1e-9)
        #expect(layout.frame(of: areas).shown.width > 1e-4)
        layout.section = Box(minX: 9e6, minY: 9e6, maxX: 9e6 + 1, maxY: 9e6 + 1)
        #expect(layout.frame(of: areas).shown == layout.section)
    }

    @Test("room is kept free where pieces stand, and a metre stays as long across as down")
    func pieces() {
        let bare = MapLayout(width: 800).frame(of: areas)
        for placement in MapPlacement.allCases {
            for path in [\MapLayout.title, \.legend, \.scaleBar, \.attribution] {
                var layout = MapLayout(width: 800)
                layout[keyPath: path] = placement
                let (shown, height) = layout.frame(of: areas)
                #expect(abs(shown.width / 800 - shown.height / height) < 1e-9)
                #expect(shown.minX <= areas.minX && shown.maxX >= areas.maxX)
                #expect(shown.minY <= areas.minY && shown.maxY >= areas.maxY)
                let isKept = shown.width / bare.shown.width > 1.2 || height > bare.height + 20
                let isInside =
                    path == \.legend ? placement.rawValue.hasSuffix("Center") : placement.rawValue.hasPrefix("middle")
                #expect(isKept != isInside, "\(placement)")
            }
        }
    }
}
