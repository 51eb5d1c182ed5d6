import Planar
import Statistics
import Testing

@Suite("The vertex lattice")
struct VertexLatticeTests {
    /// A coverage of squares whose corners are shifted, with shared vertices in between.
    static func coverage(_ side: Int, size: Double, seed: UInt64) -> Areas {
        let steps = 5
        var generator = SplitMix64(seed: seed)
        let width = side * steps + 1
        var xs: [Double] = []
        var ys: [Double] = []
        for row in 0..<width {
            for column in 0..<width {
                let isOuter = row == 0 || column == 0 || row == width - 1 || column == width - 1
                let shift = isOuter ? 0 : 0.8
                xs.append((Double(column) + shift * (generator.uniform() - 0.5)) * size)
                ys.append((Double(row) + shift * (generator.uniform() - 0.5)) * size)
            }
        }
        var builder = Areas.Builder()
        for row in 0..<side {
            for column in 0..<side {
                let (left, low) = (column * steps, row * steps)
                var path: [(Int, Int)] = []
                for step in 0..<steps { path.append((left + step, low)) }
                for step in 0..<steps { path.append((left + steps, low + step)) }
                for step in 0..<steps { path.append((left + steps - step, low + steps)) }
                for step in 0..<steps { path.append((left, low + steps - step)) }
                builder.addRing(x: path.map { xs[$0.1 * width + $0.0] }, y: path.map { ys[$0.1 * width + $0.0] })
                builder.closePart()
                builder.closeArea()
            }
        }
        return builder.finish()
    }

    @Test("every vertex is on the lattice, and no farther from where it was than half a cell each way")
    func positions() {
        let areas = Self.coverage(4, size: 10, seed: 1)
        let lattice = VertexLattice(cell: 0.25, originX: -3, originY: 7)
        let numbered = lattice.numbered(areas)
        let snapped = lattice.snapped(areas)
        #expect(numbered.x.allSatisfy { $0 == $0.rounded() } && numbered.y.allSatisfy { $0 == $0.rounded() })
        #expect(snapped.x == numbered.x.map { -3 + $0 * 0.25 })
        #expect(lattice.position(x: -3.125, y: 6.875) == (0, 0))
        #expect(lattice.position(x: -3.126, y: 6.874) == (-1, -1))
        #expect(lattice.snapped(snapped) == snapped)
        for area in 0..<areas.count {
            #expect(abs(areas.area(of: area) - snapped.area(of: area)) < areas.perimeter(of: area) * 0.25)
        }
    }

    @Test("seams stay closed: every edge is walked both ways but for the outer border", arguments: [0.1, 1, 3, 7.5])
    func seams(cell: Double) {
        struct Edge: Hashable { var x0, y0, x1, y1: Double }
        let areas = Self.coverage(6, size: 10, seed: 2)
        let numbered = VertexLattice(cell: cell, originX: 0, originY: 0).numbered(areas)
        var balance: [Edge: Int] = [:]
        var signed = 0.0
        for ring in 0..<numbered.ringStarts.count - 1 {
            signed += numbered.signedArea(ofRing: ring)
            for vertex in numbered.vertices(ofRing: ring).dropFirst() {
                let (x0, y0) = (numbered.x[vertex - 1], numbered.y[vertex - 1])
                let (x1, y1) = (numbered.x[vertex], numbered.y[vertex])
                #expect(x0 != x1 || y0 != y1)
                balance[Edge(x0: x0, y0: y0, x1: x1, y1: y1), default: 0] += 1
                balance[Edge(x0: x1, y0: y1, x1: x0, y1: y0), default: 0] -= 1
            }
        }
        // Signed areas of a closed coverage add up to the whole, exactly: the edges inside cancel.
        let side = (300 / cell).rounded()
        #expect(signed == side * side)
        let open = balance.filter { $0.value != 0 }.keys
        #expect(
            open.allSatisfy {
                ($0.x0 == $0.x1 && [0, side].contains($0.x0)) || ($0.y0 == $0.y1 && [0, side].contains($0.y0))
            })
    }

    @Test("straight vertices go where both sides agree, and stay where a third area begins")
    func straight() {
        var builder = Areas.Builder()
        // One area above, two below; the seam has a vertex at x 2 in all, and one at 1 in the upper and the left one.
        builder.addRing(x: [0, 1, 2, 4, 4, 0], y: [2, 2, 2, 2, 4, 4])
        builder.closePart()
        builder.closeArea()
        builder.addRing(x: [0, 2, 2, 1, 0], y: [0, 0, 2, 2, 2])
        builder.closePart()
        builder.closeArea()
        builder.addRing(x: [2, 4, 4, 2], y: [0, 0, 2, 2])
        builder.closePart()
        builder.closeArea()
        let numbered = VertexLattice(cell: 1, originX: 0, originY: 0).numbered(builder.finish())
        let upper = numbered.vertices(ofRing: 0)
        #expect(Array(numbered.x[upper]) == [0, 2, 4, 4, 0, 0])
        let left = numbered.vertices(ofRing: 1)
        #expect(Array(numbered.x[left]) == [0, 2, 2, 0, 0])
    }

    @Test("no area vanishes: of a small one a square of one cell stays, where it was")
    func small() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [5.1, 5.2, 5.2, 5.1], y: [7.4, 7.4, 7.6, 7.6])
        builder.closePart()
        builder.addRing(x: [50.1, 50.4, 50.4, 50.1], y: [7.4, 7.4, 7.6, 7.6])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        builder.addRing(x: [0, 9, 9, 0], y: [0, 0, 9, 9])
        builder.addRing(x: [4.9, 5.1, 5.1, 4.9], y: [4.9, 4.9, 5.1, 5.1])
        builder.closePart()
        builder.addRing(x: [20, 20.1, 20.1], y: [0, 0, 0.1])
        builder.closePart()
        builder.closeArea()
        let numbered = VertexLattice(cell: 1, originX: 0, originY: 0).numbered(builder.finish())
        #expect(numbered.count == 3)
        #expect(numbered.parts(of: 0).count == 1)
        #expect(numbered.box(of: 0) == Box(minX: 50, minY: 7, maxX: 51, maxY: 8))
        #expect(numbered.area(of: 0) == 1)
        #expect(numbered.parts(of: 1).isEmpty)
        // The small hole and the small part of a large area go.
        #expect(numbered.rings(of: 2).count == 1)
        #expect(numbered.area(of: 2) == 81)
    }
}
