import Overlay
import Planar
import Testing
import Validation

@Suite("Dissolution")
struct DissolutionTests {
    /// Areas of closed rings of positions.
    private func areas(_ rings: [[(Double, Double)]]) -> Areas {
        var builder = Areas.Builder()
        for ring in rings {
            builder.addRing(x: ring.map(\.0), y: ring.map(\.1))
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }

    /// A square with a notch of 2 by 2 in its right side, and a neighbour that closes it without the notch's mouth.
    private func notched(_ scale: Double) -> Areas {
        areas(
            [
                [(0, 0), (10, 0), (10, 4), (8, 4), (8, 6), (10, 6), (10, 10), (0, 10), (0, 0)],
                [(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)],
            ].map { ring in ring.map { ($0.0 * scale, $0.1 * scale) } })
    }

    @Test("Rims of a gap that do not match make no invalid polygon", arguments: [1, 1e-5])
    func gap(scale: Double) throws {
        let dissolution = try Dissolution(notched(scale), groups: [0, 0], groupCount: 1)
        #expect(try Overlay.validity(dissolution.areas, threads: 1).isEmpty)
        #expect(abs(dissolution.areas.area(of: 0) - 196 * scale * scale) < 1e-9 * scale * scale)
    }

    @Test("Areas that share their borders keep every vertex")
    func shared() throws {
        let squares = areas([
            [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)],
        ])
        let dissolution = try Dissolution(squares, groups: [0, 0], groupCount: 1)
        #expect(dissolution.isExact)
        #expect(dissolution.areas.vertices(ofRing: 0).count == 7)
    }
}
