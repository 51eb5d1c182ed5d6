import Planar
import Testing

@Suite("Areas in flat arrays")
struct AreasTests {
    @Test("areas, parts, rings and vertices are found through their offsets")
    func offsets() {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 4, 4, 0], y: [0, 0, 4, 4])
        builder.addRing(x: [1, 2, 2, 1], y: [1, 1, 2, 2])
        builder.closePart()
        builder.addRing(x: [6, 7, 7], y: [0, 0, 1])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        let areas = builder.finish()
        #expect(areas.count == 2)
        #expect(areas.parts(of: 0) == 0..<2)
        #expect(areas.rings(ofPart: 0) == 0..<2)
        #expect(areas.rings(of: 0) == 0..<3)
        #expect(areas.vertices(ofRing: 2) == 10..<14)
        #expect(areas.vertices(of: 1).isEmpty)
        #expect(areas.box(of: 0) == Box(minX: 0, minY: 0, maxX: 7, maxY: 4))
        #expect(areas.box(of: 1).isEmpty)
    }

    @Test("a ring that is not closed is closed, a closed one stays")
    func closing() {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 1, 1], y: [0, 0, 1])
        builder.addRing(x: [0, 1, 1, 0], y: [0, 0, 1, 0])
        builder.closePart()
        builder.closeArea()
        #expect(builder.finish().ringStarts == [0, 4, 8])
    }

    @Test("results of a parallel map stand in order, whatever the number of threads")
    func parallelOrder() {
        for threads in [1, 2, 7] {
            #expect(parallelMap(100, threads: threads) { "\($0)" } == (0..<100).map(String.init))
        }
        #expect(parallelMap(0) { $0 }.isEmpty)
    }
}
