import Statistics
import Testing

@Suite("Nearest neighbours")
struct NearestNeighboursTests {
    /// Points on a small lattice, many at equal distances and some in one place; a few without position.
    func points(_ seed: UInt64, count: Int) -> (x: [Double], y: [Double]) {
        var generator = SplitMix64(seed: seed)
        let x = (0..<count).map { _ in Double(generator.below(12)) }
        return (x.enumerated().map { $0 % 17 == 5 ? .nan : $1 }, (0..<count).map { _ in Double(generator.below(12)) })
    }

    func distance(_ points: (x: [Double], y: [Double]), _ one: Int, _ other: Int) -> Double {
        let (width, height) = (points.x[other] - points.x[one], points.y[other] - points.y[one])
        return (width * width + height * height).squareRoot()
    }

    @Test("Sorting all others by distance and number gives the same", arguments: 0..<10)
    func nearest(seed: UInt64) {
        let points = points(seed, count: 90)
        let count = 1 + Int(seed)
        let found = Neighbours.nearest(count, x: points.x, y: points.y)
        for point in points.x.indices {
            let others = points.x.indices.filter { $0 != point && !points.x[$0].isNaN }
            let sorted = others.sorted { (distance(points, point, $0), $0) < (distance(points, point, $1), $1) }
            let expected = points.x[point].isNaN ? [] : sorted.prefix(count).sorted()
            #expect(found.targets(of: point).map(Int.init) == expected)
            for place in found.row(of: point) {
                #expect(found.weights[place] == distance(points, point, Int(found.targets[place])))
            }
        }
    }

    @Test("All others within a distance are found, those at it included", arguments: [0.5, 1, 2.0.squareRoot(), 5])
    func within(distance limit: Double) {
        let points = points(3, count: 120)
        let found = Neighbours.within(limit, x: points.x, y: points.y)
        for point in points.x.indices {
            let expected = points.x.indices.filter { $0 != point && distance(points, point, $0) <= limit }
            #expect(found.targets(of: point).map(Int.init) == expected)
        }
    }

    @Test("Where there are too few others, rows are shorter; without points there are none")
    func few() {
        let found = Neighbours.nearest(5, x: [0, 1, 5], y: [0, 0, 0])
        #expect(found.targets(of: 0) == [1, 2])
        #expect(Array(found.weights[found.row(of: 0)]) == [1, 5])
        #expect(Neighbours.nearest(1, x: [], y: []).count == 0)
        #expect(Neighbours.nearest(0, x: [0, 1], y: [0, 0]).islands == [0, 1])
    }
}
