import Association
import Statistics
import Testing

@Suite("Join counts")
struct JoinCountsTests {
    @Test("A grid of two halves has the counts, and the test of the ends, that esda publishes")
    func halves() throws {
        let classes = Array(repeating: 0, count: 8) + Array(repeating: 1, count: 8)
        let counts = try JoinCounts.count(classes: classes, of: 2, neighbours: GlobalMaps.grid(rows: 4, columns: 4))
            .get()
        #expect(counts.pairs.map(\.count) == [10, 4, 10])
        #expect(counts.different.count == 4)
        // esda/tests/test_join_counts.py
        let ends = try #require(counts.endsChiSquare)
        #expect(abs(ends.statistic - 8.166666666666666) < 1e-12)
        #expect(abs(ends.p - 0.004266724822176128) < 1e-12)
    }

    @Test("The only pair of two classes has the moments of all different joins, with an island too")
    func different() throws {
        let grid = GlobalMaps.grid(rows: 4, columns: 4)
        let withIsland = Neighbours(
            starts: grid.starts + [grid.targets.count], targets: grid.targets, weights: grid.weights)
        let classes = (0..<17).map { [0, 1, 1, 0, 0][$0 % 5] }
        let counts = try JoinCounts.count(
            classes: classes, of: 2, neighbours: withIsland, permutations: GlobalPermutations(count: 99)
        ).get()
        #expect(counts.pairs[1] == counts.different)
        #expect((counts.areas, counts.islands) == (16, 1))
    }

    @Test("Counts of all pairs add up to the joins, and a pair is found in either order")
    func adding() throws {
        let classes = (0..<30).map { $0 % 4 }
        let counts = try JoinCounts.count(classes: classes, of: 5, neighbours: GlobalMaps.grid(rows: 5, columns: 6))
            .get()
        #expect(counts.pairs.count == 15)
        #expect(counts.pairs.reduce(0) { $0 + $1.count } == 49)
        #expect(counts.pairs.reduce(0) { $0 + $1.expected } == 49)
        #expect(counts.place(3, 1) == counts.place(1, 3))
        #expect((0..<5).flatMap { one in (one..<5).map { counts.place(one, $0) } } == Array(0..<15))
        // Nobody has class 4.
        #expect(counts.pairs[counts.place(4, 4)].z == nil)
        #expect(counts.endsChiSquare == nil)
    }

    @Test("A class of one area has no joins with itself, ties all around, and p = 1")
    func rare() throws {
        let classes = (0..<16).map { $0 == 5 ? 1 : 0 }
        let counts = try JoinCounts.count(
            classes: classes, of: 2, neighbours: GlobalMaps.grid(rows: 4, columns: 4),
            permutations: GlobalPermutations(count: 999)
        ).get()
        let alone = try #require(counts.pairs[2].tails)
        #expect(alone.p == 1)
        #expect(alone.ties == 999)
        #expect(counts.pairs[2].z == nil)
    }
}
