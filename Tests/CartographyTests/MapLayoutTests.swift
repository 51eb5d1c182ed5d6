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

    @Test("a section that is too small for its areas is widened, one of an ordinary size is not")
    func tinySections() {
        var layout = MapLayout(width: 100)
        layout.section = Box(minX: 1500, minY: 2500, maxX: 1500 + 1e-9, maxY: 2500 + 1e-9)
        #expect(layout.frame(of: areas).shown.width > 1e-4)
        layout.section = Box(minX: 9e6, minY: 9e6, maxX: 9e6 + 1, maxY: 9e6 + 1)
        #expect(layout.frame(of: areas).shown == layout.section)
    }

    @Test(
        "a tiny section beside the areas is drawn, however tall or flat the drawing and wherever the section",
        arguments: [(32.0, 4096.0), (4096, 32), (32, 32), (4096, 4096)])
    func besideAreas(width: Double, height: Double) throws {
        let subject = SampleCity.subject()
        let legend = try Legend(subject, style: .standard)
        let box = subject.areas.box
        let places = [
            (box.minX - 0.01, box.minY), (box.maxX + 0.01, box.maxY), (box.minX, box.minY - 0.01),
            (box.maxX, box.maxY + 0.01), (box.maxX + 0.01, box.maxY + 0.01), (0, 0), (1e12, -1e12),
        ]
        for (x, y) in places {
            for side in [0, 1e-300, 1e-9, 3e-4, 1e3, 1e12] {
                for (wide, high) in [(side, side), (side, 0), (0, side)] {
                    var layout = MapLayout(width: width)
                    layout.height = height
                    layout.section = Box(minX: x, minY: y, maxX: x + wide, maxY: y + high)
                    let drawing = MapDrawing.map(subject, legend, layout: layout)
                    #expect(drawing.count > 100)
                }
            }
        }
    }

    @Test("sections that no number can hold are drawn as well", arguments: [1e300, -1e300, 1.7e308, .infinity])
    func farthestSections(far: Double) throws {
        let subject = SampleCity.subject()
        var layout = MapLayout(width: 32)
        layout.height = 4096
        layout.section = Box(minX: min(0, far), minY: min(0, far), maxX: max(0, far), maxY: max(0, far))
        let legend = try Legend(subject, style: .standard)
        #expect(MapDrawing.map(subject, legend, layout: layout).count > 100)
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
