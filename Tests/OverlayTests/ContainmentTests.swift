import Diagnostics
import Overlay
import Planar
import Statistics
import Testing

@Suite("The oracle for locating")
struct ContainmentTests {
    @Test("interior, border and corner of a coverage are told apart")
    func coverage() throws {
        let areas = Coverage.squares(8, seed: 8)
        let oracle = try ContainmentOracle(areas)
        let corner = areas.vertices(ofRing: 9).lowerBound
        let answer = oracle.containing(
            x: [areas.x[corner], 355_003.5, 354_000, 355_000], y: [areas.y[corner], 5_690_000, 5_690_001, 5_690_000])
        #expect(answer.count == 4)
        // Area 9 is the second of the second row: its first corner is shared by 0, 1, 8 and 9.
        #expect(answer.interior(of: 0).isEmpty && Array(answer.touching(of: 0)) == [0, 1, 8, 9])
        #expect(Array(answer.touching(of: 1)) == [3])
        #expect(answer.interior(of: 2).isEmpty && answer.touching(of: 2).isEmpty)
        #expect(Array(answer.touching(of: 3)) == [0])
    }

    @Test("random points of a coverage lie inside exactly one area, and label points inside their own")
    func random() throws {
        let areas = Coverage.squares(20, seed: 9)
        var generator = SplitMix64(seed: 10)
        let x = (0..<20_000).map { _ in 355_000 + generator.uniform() * 20 }
        let y = (0..<20_000).map { _ in 5_690_000 + generator.uniform() * 20 }
        let answer = try Overlay.containing(areas, x: x, y: y)
        #expect(
            (0..<answer.count).allSatisfy { answer.interior(of: $0).count == 1 || answer.touching(of: $0).count > 1 })
        let labels = try (0..<areas.count).map { try #require(areas.labelPoint(of: $0)) }
        let inside = try Overlay.containing(areas, x: labels.map(\.x), y: labels.map(\.y))
        #expect((0..<inside.count).allSatisfy { Array(inside.interior(of: $0)) == [Int32($0)] })
    }

    @Test("overlaps give all areas, empty areas and points without position give none")
    func oddities() throws {
        let areas = Coverage.areas([
            [([0, 2, 2, 0], [0, 0, 2, 2])], [], [([1, 3, 3, 1], [1, 1, 3, 3])],
        ])
        let answer = try Overlay.containing(areas, x: [1.5, .nan, 2], y: [1.5, 1, 1.5])
        #expect(Array(answer.interior(of: 0)) == [0, 2])
        #expect(answer.interior(of: 1).isEmpty && answer.touching(of: 1).isEmpty)
        #expect(Array(answer.interior(of: 2)) == [2] && Array(answer.touching(of: 2)) == [0])
    }

    @Test("a ring that GEOS refuses is an error with the area's number")
    func refused() {
        let areas = Coverage.areas([[([0, 1, 1, 0], [0, 0, 1, 1])], [([0], [0])]])
        let error = #expect(throws: InputError.self) { try Overlay.containing(areas, x: [0], y: [0]) }
        #expect(error?.code == .invalidGeometry && error?.place.row == 2)
    }
}
