import Coverage
import Fixtures
import Planar
import Statistics
import Testing

@Suite("Building a coverage")
struct BuildingTests {
    static let wild = (0..<60).map { wildAreas(seed: $0, count: 1 + Int($0) % 7) }

    @Test("Two squares side by side share one arc, and have one each besides")
    func twoSquares() {
        let coverage = Coverage(lattice(2, 1))
        #expect(coverage.arcCount == 3)
        #expect(coverage.nodeCount == 2)
        let shared = (0..<coverage.arcCount).filter { coverage.uses(of: $0).count == 2 }
        #expect(shared.count == 1)
        #expect(coverage.left(of: shared[0]) == 0)
        #expect(coverage.right(of: shared[0]) == 1)
        let outer = (0..<coverage.arcCount).filter { coverage.right(of: $0) == nil }
        #expect(outer.count == 2)
    }

    @Test("An island in a lake shares its closed arc with the land around, wherever either ring begins")
    func island() {
        let lake = square(3, 3)
        let turned = [lake[2], lake[3], lake[0], lake[1]]
        let coverage = Coverage(makeAreas([[square(0, 0, side: 9), lake], [turned]]))
        #expect(coverage.arcCount == 2)
        #expect(coverage.nodeCount == 2)
        let shore = (0..<2).filter { coverage.uses(of: $0).count == 2 }
        #expect(shore.count == 1)
        #expect(coverage.arcNodes[2 * shore[0]] == coverage.arcNodes[2 * shore[0] + 1])
        #expect(Set([coverage.left(of: shore[0]), coverage.right(of: shore[0])]) == [0, 1])
    }

    @Test("A ring without nodes starts at its westernmost, of those its southernmost vertex")
    func closedArc() {
        let coverage = Coverage(makeAreas([[[(2, 0), (4, 2), (0, 5), (0, 1)]]]))
        #expect(coverage.x[0] == 0)
        #expect(coverage.y[0] == 1)
        #expect(coverage.x == [0, 2, 4, 0, 0])
    }

    @Test("Zero and negative zero are one vertex")
    func negativeZero() {
        let coverage = Coverage(
            makeAreas([[[(0, 0), (1, 0), (1, 1), (0, 1)]], [[(-0.0, -0.0), (-0.0, 1), (-1, 1), (-1, 0)]]]))
        #expect(coverage.arcCount == 3)
    }

    @Test("A T-junction is not shared: the vertex that one side lacks makes it another border")
    func junction() {
        let coverage = Coverage(makeAreas([[square(0, 0, side: 2)], [square(2, 0)], [square(2, 1)]]))
        let large = (0..<coverage.arcCount).filter { coverage.uses(of: $0).contains(0) }
        #expect(large.allSatisfy { coverage.uses(of: $0).count == 1 })
    }

    @Test("Areas without geometry, rings of one place and no areas at all keep their places")
    func nothing() {
        #expect(Coverage(.none).arcCount == 0)
        var builder = Areas.Builder()
        builder.closeArea()
        builder.addRing(x: [1, 1, 1], y: [2, 2, 2])
        builder.closePart()
        builder.closeArea()
        let coverage = Coverage(builder.finish())
        #expect(coverage.count == 2)
        #expect(coverage.arcCount == 0)
        #expect(coverage.areas.parts(of: 0).isEmpty)
        #expect(coverage.areas.parts(of: 1).count == 1)
        #expect(coverage.areas.x.isEmpty)
    }

    @Test("Coordinates that are no numbers, or are infinite, harm nobody else")
    func nowhere() {
        let lost = [[(0.0, 0.0), (.nan, 1), (.infinity, 2), (-.infinity, .nan)]]
        let coverage = Coverage(makeAreas([lost, lost, [square(0, 0)], [square(1, 0)]]))
        #expect(coverage.count == 4)
        #expect((0..<coverage.arcCount).contains { coverage.left(of: $0) == 2 && coverage.right(of: $0) == 3 })
        #expect(Contiguity.rook.neighbours(of: makeAreas([lost, [square(0, 0)], [square(1, 0)]])).targets == [2, 1])
    }

    @Test("A spike is one arc, walked there and back by its area")
    func spike() {
        let coverage = Coverage(makeAreas([[[(0, 0), (2, 0), (2, 2), (3, 3), (2, 2), (0, 2)]]]))
        #expect(coverage.arcCount == 2)
        #expect((0..<2).contains { Array(coverage.uses(of: $0)) == [0, ~0] })
    }

    @Test("Shells are turned counter-clockwise and holes clockwise")
    func orientation() {
        let lake = square(1, 1)
        let areas = Coverage(makeAreas([[square(0, 0, side: 3).reversed(), lake], [lake.reversed()]])).areas
        #expect(areas.signedArea(ofRing: 0) == 9)
        #expect(areas.signedArea(ofRing: 1) == -1)
        #expect(areas.signedArea(ofRing: 2) == 1)
    }

    @Test("Each edge of a ring is in exactly one arc, and there are no others", arguments: wild.indices)
    func edges(number: Int) {
        let areas = Self.wild[number]
        let coverage = Coverage(areas)
        let expected = Set((0..<areas.ringStarts.count - 1).flatMap { plainEdges(plainRing($0, of: areas)) })
        var found: [Edge] = []
        for arc in 0..<coverage.arcCount {
            let spots = coverage.vertices(ofArc: arc).map { Spot(x: coverage.x[$0], y: coverage.y[$0]) }
            found += zip(spots, spots.dropFirst()).map { Edge($0, $1) }
        }
        #expect(found.count == expected.count)
        #expect(Set(found) == expected)
    }

    @Test(
        "Nodes are where the neighbours of a vertex differ from ring to ring, and arcs pass none",
        arguments: wild.indices)
    func nodes(number: Int) {
        let areas = Self.wild[number]
        let coverage = Coverage(areas)
        var neighbours: [Spot: Set<Set<Spot>>] = [:]
        for ring in 0..<areas.ringStarts.count - 1 {
            let spots = plainRing(ring, of: areas)
            for (index, spot) in spots.enumerated() {
                let pair: Set = [spots[(index + 1) % spots.count], spots[(index + spots.count - 1) % spots.count]]
                neighbours[spot, default: []].insert(pair)
            }
        }
        let nodes = Set(neighbours.filter { $0.value.count > 1 || $0.value.contains { $0.count == 1 } }.keys)
        var numbers: [Spot: Int32] = [:]
        for arc in 0..<coverage.arcCount {
            let vertices = coverage.vertices(ofArc: arc)
            let ends = [vertices.lowerBound, vertices.upperBound - 1].map { Spot(x: coverage.x[$0], y: coverage.y[$0]) }
            for (side, end) in ends.enumerated() {
                let number = coverage.arcNodes[2 * arc + side]
                #expect(numbers.updateValue(number, forKey: end) ?? number == number)
                #expect(nodes.contains(end) || ends[0] == ends[1])
            }
            for vertex in vertices.dropFirst().dropLast() {
                #expect(!nodes.contains(Spot(x: coverage.x[vertex], y: coverage.y[vertex])))
            }
        }
        #expect(Set(numbers.values) == Set(0..<Int32(coverage.nodeCount)))
        #expect(numbers.count == coverage.nodeCount)
    }

    @Test("The areas come out again, each ring from another vertex on and perhaps turned", arguments: wild.indices)
    func rebuilding(number: Int) {
        let areas = Self.wild[number]
        let rebuilt = Coverage(areas).areas
        #expect(rebuilt.partStarts == areas.partStarts)
        #expect(rebuilt.areaStarts == areas.areaStarts)
        for ring in 0..<areas.ringStarts.count - 1 {
            let (before, after) = (plainRing(ring, of: areas), plainRing(ring, of: rebuilt))
            guard let start = after.first else {
                #expect(before.isEmpty)
                continue
            }
            let rotations = before.indices.filter { before[$0] == start }.flatMap { index in
                let rotated = Array(before[index...] + before[..<index])
                return [rotated, [rotated[0]] + rotated.dropFirst().reversed()]
            }
            #expect(rotations.contains(after))
        }
        #expect(Coverage(rebuilt).areas == rebuilt)
    }

    @Test("An area lies to the left of what it walks forwards and to the right of what it walks backwards")
    func sides() {
        let areas = crookedCoverage(side: 6, pointsPerBorder: 5, seed: 3)
        let coverage = Coverage(areas)
        for arc in 0..<coverage.arcCount {
            let vertices = coverage.vertices(ofArc: arc)
            let (one, other) = (vertices.lowerBound, vertices.lowerBound + 1)
            let (middleX, middleY) = (
                (coverage.x[one] + coverage.x[other]) / 2, (coverage.y[one] + coverage.y[other]) / 2
            )
            let (width, height) = (coverage.x[other] - coverage.x[one], coverage.y[other] - coverage.y[one])
            for (side, area) in [(1e-6, coverage.left(of: arc)), (-1e-6, coverage.right(of: arc))] {
                let (x, y) = (middleX - side * height, middleY + side * width)
                let found = (0..<areas.count).first { plainEvenOdd(areas, $0, x: x, y: y) }
                #expect(found == area)
            }
        }
    }

    @Test("A crooked coverage of 12 × 12 areas has as many nodes and arcs as a lattice", arguments: [1, 2, 8])
    func lattices(threads: Int) {
        let areas = crookedCoverage(side: 12, pointsPerBorder: 4, seed: 1)
        let coverage = Coverage(areas, threads: threads)
        // 13 × 13 corners, less the four at the ends, which are no nodes: two arcs join there.
        #expect(coverage.nodeCount == 165)
        #expect(coverage.arcCount == 2 * 12 * 13 - 4)
        #expect(coverage == Coverage(areas, threads: 1))
    }
}
