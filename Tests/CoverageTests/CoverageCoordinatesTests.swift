import Coverage
import Planar
import Testing

@Suite("other coordinates of a coverage's vertices")
struct CoverageCoordinatesTests {
    @Test("each vertex of a coverage has a source at its place, also in areas that repeat vertices and run clockwise")
    func sources() {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 0, 0, 1, 1, 0], y: [0, 1, 1, 1, 0, 0])
        builder.closePart()
        builder.closeArea()
        builder.addRing(x: [1, 2, 2, 1, 1], y: [0, 0, 1, 1, 0])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        let areas = builder.finish()
        let coverage = Coverage(areas)
        let sources = coverage.sources(in: areas)
        #expect(sources.count == coverage.x.count)
        #expect(sources.map { areas.x[$0] } == coverage.x && sources.map { areas.y[$0] } == coverage.y)
    }

    @Test("no areas have no sources")
    func nothing() {
        let areas = Areas.Builder().finish()
        #expect(Coverage(areas).sources(in: areas).isEmpty)
    }
}
