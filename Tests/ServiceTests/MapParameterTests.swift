import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

/// The map as OGC API - Maps Part 1 wants it, and the places of its cartographic layout.
@Suite("the map's parameters")
struct MapParameterTests {
    private let uri = "http://www.opengis.net/def/crs/EPSG/0/25832"

    @Test("a map says what it shows, in which system and of when")
    func mapSaysWhatShows() async throws {
        let map = try await ask(layer("/map"))
        #expect(map.field("Content-Type") == "image/svg+xml")
        #expect(map.field("Content-Crs") == "<\(uri)>")
        #expect(map.field("Content-Datetime") == "2023-12-31")
        let box = try corners(map)
        #expect(box[0] < 360_000 && box[2] > 367_000 && box[1] < 5_700_000 && box[3] > 5_701_000)
        let older = try await ask(layer("/map?datetime=2019-12-31"))
        #expect(older.field("Content-Datetime") == "2019-12-31")
    }

    @Test("width and height are those asked for, and a metre is as long across as down")
    func widthHeightThoseAsked() async throws {
        let map = try await ask(layer("/map?width=300&height=200"))
        #expect(map.text.contains("width=\"300\" height=\"200\""))
        let box = try corners(map)
        #expect(abs((box[2] - box[0]) / 300 - (box[3] - box[1]) / 200) < 1e-9)
        #expect(try await ask(layer("/map?width=0")).status == .badRequest)
        #expect(try await ask(layer("/map?height=5000")).status == .badRequest)
    }

    @Test("a section shows the areas in it and no others")
    func sectionShowsAreasNo() async throws {
        let map = try await ask(layer("/map?bbox=360100,5700100,361500,5700900&bbox-crs=\(uri)&width=280&height=160"))
        let shown = map.text.matches(of: /data-key="([^"]*)"/).map { String($0.1) }
        #expect(shown == ["01", "02"])
        let box = try corners(map)
        #expect(box == [360_100, 5_700_100, 361_500, 5_700_900])
        // PROJ: these degrees are about 360200 to 361200 east, 5700200 to 5700800 north.
        let degrees = try await ask(layer("/map?bbox=6.9881,51.4360,7.0024,51.4414"))
        #expect(degrees.text.matches(of: /data-key="([^"]*)"/).map { String($0.1) } == ["01", "02"])
        let far = try await ask(layer("/map?bbox=9,51,9.1,51.1"))
        #expect(far.status == .ok && !far.text.contains("data-key"))
    }

    @Test("a section that is too small is widened, one that is nowhere is not found")
    func sectionTooSmallWidened() async throws {
        let tiny = try await ask(layer("/map?bbox=360500,5700100,360500.0000001,5700100.0000001&bbox-crs=\(uri)"))
        #expect(tiny.status == .ok && tiny.text.contains("data-key=\"01\""))
        #expect(try await ask(layer("/map?bbox=7,52,8,51")).status == .notFound)
        #expect(try await ask(layer("/map?bbox=170,51,-170,52")).status == .notFound)
        #expect(try await ask(layer("/map?bbox=1,2,3")).status == .badRequest)
        #expect(try await ask(layer("/map?bbox=7,51,8,52&bbox-crs=nothing")).status == .badRequest)
    }

    @Test(
        "a tiny section beside the areas is answered, tall and flat",
        arguments: [(32, 4096), (4096, 32)])
    func tinySectionBeside(width: Int, height: Int) async throws {
        // Areas reach from 360000 to 367000 and from 5700000 to 5701000.
        let (west, east) = ((359_999.99, 5_700_500.0), (367_000.01, 5_700_500.0))
        let (south, north) = ((360_500.0, 5_699_999.99), (360_500.0, 5_701_000.01))
        for (x, y) in [west, east, south, north] {
            let section = "\(x),\(y),\(x + 0.0003),\(y + 0.0003)"
            let map = try await ask(layer("/map?bbox=\(section)&bbox-crs=\(uri)&width=\(width)&height=\(height)"))
            #expect(map.status == .ok)
        }
        let far = try await ask(layer("/map?bbox=-1e300,-1e300,1e300,1e300&bbox-crs=\(uri)"))
        #expect(far.status == .notFound || far.status == .badRequest)
    }

    @Test("maps are drawn in the system of the boundaries and no other")
    func mapsDrawnSystemBoundaries() async throws {
        #expect(try await ask(layer("/map?crs=\(uri)")).status == .ok)
        #expect(try await ask(layer("/map?crs=http://www.opengis.net/def/crs/EPSG/0/3857")).status == .notFound)
        #expect(try await ask(layer("/map?crs=nothing")).status == .badRequest)
    }

    @Test("the ground is as asked for")
    func groundAsAsked() async throws {
        func ground(_ query: String) async throws -> String? {
            let text = try await ask(layer("/map?\(query)")).text
            return text.firstMatch(of: /<rect x="0" y="0" width="800" height="[0-9]+" fill="([^"]*)"/).map {
                String($0.1)
            }
        }
        #expect(try await ground("transparent=true") == nil)
        #expect(try await ground("transparent=false") == "#ffffff")
        #expect(try await ground("bgcolor=0xEEF4FF") == "#eef4ff")
        #expect(try await ground("bgcolor=teal") == "#008080")
        #expect(try await ground("bgcolor=teal&transparent=true") == nil)
        #expect(try await ask(layer("/map?bgcolor=nice")).status == .badRequest)
        #expect(try await ask(layer("/map?transparent=perhaps")).status == .badRequest)
    }

    @Test("title, legend, scale bar and attribution stand where they are wanted")
    func titleLegendScaleBar() async throws {
        let bare = try await ask(layer("/map?transparent=true")).text
        #expect(!bare.contains("<text"))
        let title = try await ask(layer("/map?map-title=topLeft")).text
        #expect(title.contains("font-weight=\"bold\"") && title.contains("31.12.2023"))
        let legend = try await ask(layer("/map?map-legend=topRight&lang=en")).text
        #expect(legend.contains("suppressed</text>"))
        let bar = try await ask(layer("/map?scale-bar=bottomLeft")).text
        #expect(bar.contains(" km</text>"))
        let attribution = try await ask(layer("/map?attribution=bottomRight")).text
        #expect(attribution.contains("Melderegister &amp; BA") && attribution.contains("dl-de/by-2-0"))
        #expect(try await ask(layer("/map?map-legend=none")).status == .ok)
        #expect(try await ask(layer("/map?map-legend=somewhere")).status == .badRequest)
    }

    @Test("pieces do not lie on the areas where everything is shown")
    func piecesDoNotLie() async throws {
        let bare = try corners(try await ask(layer("/map?width=800")))
        let pieces = try corners(try await ask(layer("/map?width=800&map-title=topLeft&map-legend=topRight")))
        #expect(pieces[3] - 5_701_000 > bare[3] - 5_701_000 + 100)
        #expect(pieces[2] - 367_000 > (pieces[2] - pieces[0]) * 0.3)
    }

    private func corners(_ map: TestResponse) throws -> [Double] {
        try #require(map.field("Content-Bbox")).split(separator: ",").compactMap { Double($0) }
    }
}
