import Coverage
import Fixtures
import Planar
import Statistics
import Testing

@Suite("Contiguity")
struct ContiguityTests {
    /// Neighbours by comparing each area with each other one.
    static func plain(_ areas: Areas, _ kind: Contiguity) -> [[Int: Double]] {
        let spots = (0..<areas.count).map { Set(areas.rings(of: $0).flatMap { plainRing($0, of: areas) }) }
        let edges = (0..<areas.count).map { Set(areas.rings(of: $0).flatMap { plainEdges(plainRing($0, of: areas)) }) }
        return (0..<areas.count).map { one in
            var row: [Int: Double] = [:]
            for other in 0..<areas.count where other != one {
                let shared = edges[one].intersection(edges[other])
                let touches = !spots[one].isDisjoint(with: spots[other])
                if kind == .queen ? touches : !shared.isEmpty { row[other] = shared.reduce(0) { $0 + $1.length } }
            }
            return row
        }
    }

    static func same(_ neighbours: Neighbours, _ rows: [[Int: Double]]) -> Bool {
        guard neighbours.count == rows.count else { return false }
        return rows.indices.allSatisfy { member in
            let row = neighbours.row(of: member)
            return neighbours.targets[row].map(Int.init) == rows[member].keys.sorted()
                && row.allSatisfy {
                    abs(neighbours.weights[$0] - (rows[member][Int(neighbours.targets[$0])] ?? -1)) < 1e-9
                }
        }
    }

    @Test("On a chessboard the queen has eight neighbours, the rook four")
    func chessboard() {
        let queen = Contiguity.queen.neighbours(of: lattice(3, 3))
        #expect(queen.targets(of: 4) == [0, 1, 2, 3, 5, 6, 7, 8])
        #expect(Array(queen.weights[queen.row(of: 4)]) == [0, 1, 0, 1, 1, 0, 1, 0])
        let rook = Contiguity.rook.neighbours(of: lattice(3, 3))
        #expect(rook.targets(of: 4) == [1, 3, 5, 7])
        #expect(rook.targets(of: 0) == [1, 3])
    }

    @Test("An island and an area without geometry have empty rows")
    func islands() {
        var builder = Areas.Builder()
        builder.addArea(0, of: lattice(1, 1))
        builder.closeArea()
        builder.addArea(0, of: makeAreas([[square(5, 5)]]))
        let neighbours = Contiguity.queen.neighbours(of: builder.finish())
        #expect(neighbours.count == 3)
        #expect(neighbours.islands == [0, 1, 2])
        #expect(Contiguity.queen.neighbours(of: .none).count == 0)
    }

    @Test("A land around an island shares the whole shore with it")
    func shore() {
        let areas = makeAreas([[square(0, 0, side: 9), square(3, 3, side: 2)], [square(3, 3, side: 2)]])
        #expect(Contiguity.rook.neighbours(of: areas).weights == [8, 8])
    }

    @Test("A T-junction is not shared")
    func junction() {
        let areas = makeAreas([[square(0, 0, side: 2)], [square(2, 0.5)]])
        #expect(Contiguity.queen.neighbours(of: areas).targets.isEmpty)
    }

    @Test("Comparing each with each gives the same, from arrays and from arcs", arguments: BuildingTests.wild.indices)
    func wild(number: Int) {
        let areas = BuildingTests.wild[number]
        for kind in Contiguity.allCases {
            let expected = Self.plain(areas, kind)
            #expect(Self.same(kind.neighbours(of: areas), expected))
            #expect(Self.same(Coverage(areas).neighbours(kind), expected))
        }
    }

    @Test("Rows are symmetric, and an inner area's shared borders add up to its perimeter")
    func perimeter() {
        let side = 20
        let areas = crookedCoverage(side: side, pointsPerBorder: 7, seed: 5)
        let rook = Contiguity.rook.neighbours(of: areas)
        for area in 0..<areas.count {
            for place in rook.row(of: area) {
                let other = Int(rook.targets[place])
                let back = rook.row(of: other).first { Int(rook.targets[$0]) == area }
                #expect(back.map { rook.weights[$0] } == rook.weights[place])
            }
            let (column, row) = area.quotientAndRemainder(dividingBy: side)
            guard (1..<side - 1).contains(column), (1..<side - 1).contains(row) else { continue }
            let sum = rook.row(of: area).reduce(0.0) { $0 + rook.weights[$1] }
            #expect(abs(sum - areas.perimeter(of: area)) < 1e-9)
        }
    }

    @Test("The result does not depend on the number of threads", arguments: [1, 2, 8])
    func threads(threads: Int) {
        let areas = crookedCoverage(side: 40, pointsPerBorder: 5, seed: 9)
        #expect(Contiguity.queen.neighbours(of: areas, threads: threads) == Contiguity.queen.neighbours(of: areas))
    }

    @Test("The order of the areas changes nothing but their numbers")
    func order() {
        let areas = crookedCoverage(side: 9, pointsPerBorder: 3, seed: 2)
        let order = (0..<81).map { ($0 * 37 + 5) % 81 }
        let (plain, mixed) = (
            Contiguity.queen.neighbours(of: areas), Contiguity.queen.neighbours(of: areas.reordered(order))
        )
        for (place, area) in order.enumerated() {
            #expect(Set(mixed.targets(of: place).map { order[Int($0)] }) == Set(plain.targets(of: area).map(Int.init)))
        }
    }
}
