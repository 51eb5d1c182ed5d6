import FictionalCity
import Planar
import Testing

/// A piece of border between two vertices, in whole centimetres.
struct BorderPiece: Hashable {
    var fromX: Int
    var fromY: Int
    var toX: Int
    var toY: Int

    var reversed: BorderPiece { BorderPiece(fromX: toX, fromY: toY, toX: fromX, toY: fromY) }

    /// The pieces of all rings.
    static func all(of areas: Areas) -> [BorderPiece] {
        func centimetres(_ value: Double) -> Int { Int((value * 100).rounded()) }
        return (0..<areas.ringStarts.count - 1).flatMap { ring in
            zip(areas.vertices(ofRing: ring), areas.vertices(ofRing: ring).dropFirst()).map { a, b in
                BorderPiece(
                    fromX: centimetres(areas.x[a]), fromY: centimetres(areas.y[a]),
                    toX: centimetres(areas.x[b]), toY: centimetres(areas.y[b]))
            }
        }
    }

    /// The pieces that no neighbour shares.
    static func outer(of areas: Areas) -> Set<BorderPiece> {
        let pieces = Set(all(of: areas))
        return pieces.filter { !pieces.contains($0.reversed) }
    }

    /// Which side of the line through this piece a vertex lies on.
    private func side(x: Int, y: Int) -> Int {
        ((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)).signum()
    }

    /// Whether two pieces meet elsewhere than in a common end.
    func crosses(_ other: BorderPiece) -> Bool {
        let ends = [(fromX, fromY), (toX, toY)]
        if ends.contains(where: { $0 == (other.fromX, other.fromY) || $0 == (other.toX, other.toY) }) { return false }
        return side(x: other.fromX, y: other.fromY) * side(x: other.toX, y: other.toY) <= 0
            && other.side(x: fromX, y: fromY) * other.side(x: toX, y: toY) <= 0
    }
}

@Suite("Borders of a fictional city")
struct BorderTests {
    @Test("no piece of border occurs twice in one direction")
    func neighboursShare() {
        for level in DemoCity.city.levels + [DemoCity.city.environments] {
            let pieces = BorderPiece.all(of: level.areas)
            #expect(Set(pieces).count == pieces.count, "\(level.id)")
            #expect(pieces.allSatisfy { $0 != $0.reversed }, "\(level.id)")
        }
    }

    @Test("all divisions cover the same ground")
    func sameGround() {
        let outer = BorderPiece.outer(of: DemoCity.city.districts.areas)
        #expect(!outer.isEmpty)
        for level in [DemoCity.city.boroughs, DemoCity.city.quarters, DemoCity.city.environments] {
            #expect(BorderPiece.outer(of: level.areas) == outer, "\(level.id)")
        }
    }

    @Test("a parent's border is made of its children's borders")
    func nested() {
        let city = DemoCity.city
        let fine = Set(BorderPiece.all(of: city.districts.areas))
        #expect(fine.isSuperset(of: BorderPiece.all(of: city.quarters.areas)))
        #expect(fine.isSuperset(of: BorderPiece.all(of: city.boroughs.areas)))
        #expect(!fine.isSuperset(of: BorderPiece.all(of: city.environments.areas)), "these cross the districts")
    }

    @Test("no two pieces of border cross", arguments: [(1, 90), (2, 90), (3, 400), (4, 1_500)])
    func noCrossing(seed: Int, vertices: Int) {
        let plan = CityPlan(areas: 40, addresses: 0, verticesPerArea: vertices, seed: UInt64(seed))
        let pieces = Set(BorderPiece.all(of: City(plan).districts.areas)).filter { $0.fromX <= $0.toX }
        // By column of 100 m; a piece is entered in every column it touches.
        var columns: [Int: [BorderPiece]] = [:]
        for piece in pieces {
            for column in (piece.fromX / 10_000)...(piece.toX / 10_000) { columns[column, default: []].append(piece) }
        }
        var crossings = 0
        for column in columns.values {
            let sorted = column.sorted { min($0.fromY, $0.toY) < min($1.fromY, $1.toY) }
            for (index, piece) in sorted.enumerated() {
                for other in sorted[(index + 1)...] {
                    if min(other.fromY, other.toY) > max(piece.fromY, piece.toY) { break }
                    if other != piece.reversed && piece.crosses(other) { crossings += 1 }
                }
            }
        }
        #expect(crossings == 0)
    }

    @Test("shells run counter-clockwise, holes clockwise, and holes lie within")
    func orientation() {
        for level in DemoCity.city.levels + [DemoCity.city.environments] {
            let areas = level.areas
            for part in 0..<areas.partStarts.count - 1 {
                for (index, ring) in areas.rings(ofPart: part).enumerated() {
                    let vertices = areas.vertices(ofRing: ring)
                    var doubled = 0.0
                    for (a, b) in zip(vertices, vertices.dropFirst()) {
                        doubled += (areas.x[a] - 512_000) * (areas.y[b] - 5_731_000)
                        doubled -= (areas.x[b] - 512_000) * (areas.y[a] - 5_731_000)
                    }
                    #expect((doubled > 0) == (index == 0), "\(level.id), part \(part)")
                    #expect(areas.x[vertices.lowerBound] == areas.x[vertices.upperBound - 1])
                }
            }
        }
    }

    @Test("one area has an exclave, and the town has a hole")
    func exclaveAndHole() {
        for level in DemoCity.city.levels {
            #expect(level.areas.partStarts.count - 1 == level.areas.count + 1, "\(level.id)")
        }
        // The outer border of the whole: town, exclave, hole. Each is one closed walk.
        var next: [[Int]: [Int]] = [:]
        for piece in BorderPiece.outer(of: DemoCity.city.districts.areas) {
            next[[piece.fromX, piece.fromY]] = [piece.toX, piece.toY]
        }
        var walks = 0
        while let start = next.keys.first {
            walks += 1
            var place = start
            while let following = next.removeValue(forKey: place) { place = following }
        }
        #expect(walks == 3)
    }

    @Test("a ring has as many vertices as planned, at any size")
    func vertices() {
        for (areas, planned) in [(64, 90), (2_000, 140), (500, 40)] {
            let plan = CityPlan(areas: areas, addresses: 0, verticesPerArea: planned, blocksPerArea: 6, seed: 3)
            let made = City(plan).districts.areas
            let mean = Double(made.x.count) / Double(areas)
            #expect(made.count == areas)
            #expect(abs(mean / Double(planned) - 1) < 0.03, "\(mean) instead of \(planned)")
        }
    }

    @Test("coordinates are whole centimetres in the plan's place")
    func centimetres() {
        let areas = DemoCity.city.districts.areas
        #expect(
            zip(areas.x, areas.y).allSatisfy { x, y in
                x == (x * 100).rounded() / 100 && y == (y * 100).rounded() / 100
            })
        let box = areas.box
        #expect(box.contains(x: 512_000, y: 5_731_000))
        #expect(box.width > 5_000 && box.width < 30_000)
    }
}
