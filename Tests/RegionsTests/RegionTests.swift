import Algebra
import Regions
import Statistics
import Testing

@Suite("Regions of areas")
struct RegionTests {
    /// A grid of squares, queen or rook.
    static func grid(_ width: Int, _ height: Int, queen: Bool = false) -> Neighbours {
        var (starts, targets) = ([0], [Int32]())
        for y in 0..<height {
            for x in 0..<width {
                for down in -1...1 {
                    for right in -1...1 where (down, right) != (0, 0) && (queen || down == 0 || right == 0) {
                        let (column, row) = (x + right, y + down)
                        guard (0..<width).contains(column), (0..<height).contains(row) else { continue }
                        targets.append(Int32(row * width + column))
                    }
                }
                starts.append(targets.count)
            }
        }
        return Neighbours(starts: starts, targets: targets, weights: targets.map { _ in 1 })
    }

    /// Whether every region hangs together.
    static func isContiguous(_ regions: Partition, _ neighbours: Neighbours) -> Bool {
        regions.members.allSatisfy { members in
            ContiguityGraph(neighbours.restricted(to: members)).components.count == 1
        }
    }

    @Test("The examples of the documentation hold")
    func examples() {
        let path = ContiguityGraph(Neighbours(starts: [0, 1, 3, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1]))
        let tree = SpatialWard.dendrogram(Matrix(rows: [[0], [9], [0]]), contiguity: path)
        #expect(tree.partition(into: 2)?.classes == [0, 0, 1])
    }

    @Test(
        "Regions hang together, are as many as wanted and keep their minimum", arguments: 1...10 as ClosedRange<UInt64>)
    func skater(seed: UInt64) throws {
        let grid = Self.grid(12, 9)
        let matrix = TypologyTests.noise(seed, rows: 108, columns: 3)
        var generator = SplitMix64(seed: seed + 100)
        let people = (0..<108).map { _ in Double(generator.below(100)) }
        for dissimilarity in Dissimilarity.allCases {
            let found = try #require(
                Skater.divide(
                    matrix, contiguity: ContiguityGraph(grid), regions: 6, sizes: people, minimum: 400,
                    dissimilarity: dissimilarity))
            #expect(found.regions.count <= 6 && found.wanted == 6)
            #expect(Self.isContiguous(found.regions, grid))
            #expect(found.sums(people).allSatisfy { $0 >= 400 } && found.belowMinimum.isEmpty)
        }
    }

    @Test("Each cut is the best of all cuts of the tree", arguments: 1...10 as ClosedRange<UInt64>)
    func bestCut(seed: UInt64) throws {
        // On a path the tree is the path itself, so that every contiguous division in two is a cut.
        let path = Self.grid(25, 1)
        let matrix = TypologyTests.noise(seed, rows: 25)
        let found = try #require(Skater.divide(matrix, contiguity: ContiguityGraph(path), regions: 2))
        let sums = (1..<25).map { cut in
            Partition((0..<25).map { $0 < cut ? 0 : 1 }).withinSumOfSquares(of: matrix)
        }
        #expect(abs(found.regions.withinSumOfSquares(of: matrix) - (sums.min() ?? 0)) < 1e-12)
    }

    @Test("Two halves of a map that differ are told apart by every method")
    func halves() throws {
        let grid = ContiguityGraph(Self.grid(8, 6))
        var matrix = TypologyTests.noise(3, rows: 48, columns: 1)
        for area in 0..<48 where area % 8 < 4 { matrix[area, 0] += 50 }
        let halves = Partition((0..<48).map { $0 % 8 < 4 })
        #expect(Skater.divide(matrix, contiguity: grid, regions: 2)?.regions == halves)
        #expect(SpatialWard.divide(matrix, contiguity: grid, regions: 2)?.regions == halves)
        let people = [Double](repeating: 10, count: 48)
        #expect(BalancedRegions.divide(matrix, contiguity: grid, regions: 2, sizes: people)?.regions == halves)
    }

    @Test("Parts of the map that do not touch are never joined, and islands below the minimum are told")
    func parts() throws {
        // A grid of 3 × 3, and an island.
        let grid = Self.grid(3, 3)
        let map = Neighbours(starts: grid.starts + [grid.targets.count], targets: grid.targets, weights: grid.weights)
        let graph = ContiguityGraph(map)
        #expect(graph.components.count == 2)
        let matrix = Matrix(rows: 10, columns: 1, values: (0..<10).map { Double($0 * $0) })
        #expect(Skater.divide(matrix, contiguity: graph, regions: 1) == nil)
        #expect(SpatialWard.divide(matrix, contiguity: graph, regions: 1) == nil)
        let ones = [Double](repeating: 1, count: 10)
        #expect(BalancedRegions.divide(matrix, contiguity: graph, regions: 1, sizes: ones) == nil)
        let found = try #require(Skater.divide(matrix, contiguity: graph, regions: 3, minimum: 3))
        #expect(found.regions.count == 3)
        #expect(found.belowMinimum == [found.regions.classes[9]])
        for regions in [
            try #require(SpatialWard.divide(matrix, contiguity: graph, regions: 3)),
            try #require(BalancedRegions.divide(matrix, contiguity: graph, regions: 3, sizes: ones)),
        ] {
            #expect(regions.regions.members[regions.regions.classes[9]] == [9])
            #expect(Self.isContiguous(regions.regions, map))
        }
        // With a minimum of five no cut of the nine is left.
        let few = try #require(Skater.divide(matrix, contiguity: graph, regions: 4, minimum: 5))
        #expect(few.regions.count == 2 && few.wanted == 4)
    }

    @Test(
        "Balanced regions are contiguous, as many as wanted, and near their share",
        arguments: 1...20 as ClosedRange<UInt64>)
    func balanced(seed: UInt64) throws {
        let grid = Self.grid(15, 12)
        let matrix = TypologyTests.noise(seed, rows: 180)
        var generator = SplitMix64(seed: seed)
        let people = (0..<180).map { _ in Double(50 + generator.below(200)) }
        let graph = ContiguityGraph(grid)
        let found = try #require(BalancedRegions.divide(matrix, contiguity: graph, regions: 7, sizes: people))
        #expect(found.regions.count == 7)
        #expect(Self.isContiguous(found.regions, grid))
        let mean = people.reduce(0, +) / 7
        #expect(found.sums(people).allSatisfy { abs($0 - mean) <= 0.15 * mean })
        // Room for likeness is used.
        let tight = try #require(
            BalancedRegions.divide(matrix, contiguity: graph, regions: 7, sizes: people, tolerance: 0))
        #expect(tight.regions.count == 7 && Self.isContiguous(tight.regions, grid))
    }

    @Test("As many regions as areas are the areas themselves")
    func single() throws {
        let graph = ContiguityGraph(Self.grid(3, 2))
        let matrix = Matrix(rows: 6, columns: 1, values: [1, 2, 3, 4, 5, 6])
        let each = Partition(Array(0..<6))
        #expect(Skater.divide(matrix, contiguity: graph, regions: 6)?.regions == each)
        #expect(SpatialWard.divide(matrix, contiguity: graph, regions: 6)?.regions == each)
        let ones = [Double](repeating: 1, count: 6)
        #expect(BalancedRegions.divide(matrix, contiguity: graph, regions: 6, sizes: ones)?.regions == each)
        #expect(Skater.divide(matrix, contiguity: graph, regions: 7) == nil)
        #expect(BalancedRegions.divide(matrix, contiguity: graph, regions: 2, sizes: [0, 0, 0, 0, 0, 0]) == nil)
    }

    @Test("The order of areas is no matter to spatial Ward and SKATER", arguments: 1...10 as ClosedRange<UInt64>)
    func relabelled(seed: UInt64) {
        let grid = Self.grid(7, 6, queen: true)
        let matrix = TypologyTests.noise(seed, rows: 42)
        var generator = SplitMix64(seed: seed)
        var order = Array(0..<42)
        for place in stride(from: 41, to: 0, by: -1) { order.swapAt(place, generator.below(place + 1)) }
        let turned = ContiguityGraph(grid.restricted(to: order))
        let turnedMatrix = Matrix(rows: order.map(matrix.row))
        let graph = ContiguityGraph(grid)
        for divide in [
            { SpatialWard.divide($0, contiguity: $1, regions: 5) },
            { Skater.divide($0, contiguity: $1, regions: 5) },
        ] as [(Matrix, ContiguityGraph) -> RegionDivision?] {
            let plain = divide(matrix, graph)?.regions.classes ?? []
            #expect(divide(turnedMatrix, turned)?.regions == Partition(order.map { plain[$0] }))
        }
    }
}
