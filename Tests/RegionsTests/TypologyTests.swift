import Algebra
import Regions
import Statistics
import Testing

@Suite("Types of areas")
struct TypologyTests {
    /// Some clouds of points around centres far apart.
    static func clouds(_ seed: UInt64, each: Int = 20) -> (matrix: Matrix, truth: Partition) {
        var generator = SplitMix64(seed: seed)
        var (rows, labels): ([[Double]], [Int]) = ([], [])
        for number in 0..<each * 3 {
            let centre = [[0.0, 0], [20, 0], [0, 20]][number % 3]
            rows.append(centre.map { $0 + generator.uniform() })
            labels.append(number % 3)
        }
        return (Matrix(rows: rows), Partition(labels))
    }

    static func noise(_ seed: UInt64, rows: Int, columns: Int = 2) -> Matrix {
        var generator = SplitMix64(seed: seed)
        return Matrix(rows: rows, columns: columns, values: (0..<rows * columns).map { _ in generator.uniform() })
    }

    @Test("The examples of the documentation hold")
    func examples() {
        #expect(Partition([7, 7, 3, 7]).classes == [0, 0, 1, 0])
        #expect(Standardisation.z(of: Matrix(rows: [[1, 10], [3, 30]]))?.values == [-1, -1, 1, 1])
        #expect(Partition([0, 0, 1, 1]).adjustedRandIndex(with: Partition([5, 5, 9, 9])) == 1)
        let line = Matrix(rows: [[0], [1], [10], [11]])
        #expect(KMeans.partition(line, classes: 2, seed: 1).classes == [0, 0, 1, 1])
        #expect(Ward.dendrogram(line).partition(into: 2)?.classes == [0, 0, 1, 1])
        let tree = Dendrogram(leaves: 3, merges: [Dendrogram.Merge(one: 0, other: 2, height: 0.5)])
        #expect(tree.partition(into: 2)?.classes == [0, 1, 0])
        #expect(tree.partition(into: 1) == nil && tree.partition(into: 4) == nil)
    }

    @Test("Ward's joining ends also where squares leave the range of numbers")
    func enormous() {
        let tree = Ward.dendrogram(Matrix(rows: [[1e200], [-1e200], [3e200], [0]]))
        #expect(tree.merges.count == 3 && tree.partition(into: 1)?.classes == [0, 0, 0, 0])
    }

    @Test("Clouds far apart are found by both methods", arguments: 1...10 as ClosedRange<UInt64>)
    func clouds(seed: UInt64) {
        let (matrix, truth) = Self.clouds(seed)
        #expect(KMeans.partition(matrix, classes: 3, seed: seed) == truth)
        #expect(Ward.dendrogram(matrix).partition(into: 3) == truth)
    }

    @Test(
        "Ward's tree is the one that greedy joining of the cheapest pair makes",
        arguments: 1...10 as ClosedRange<UInt64>)
    func greedy(seed: UInt64) {
        let matrix = Self.noise(seed, rows: 30)
        let tree = Ward.dendrogram(matrix)
        var groups = (0..<30).map { [$0] }
        func sum(_ members: [Int]) -> Double {
            Partition(members.map { _ in 0 }).withinSumOfSquares(of: Matrix(rows: members.map(matrix.row)))
        }
        for merge in tree.merges {
            var best = (cost: Double.infinity, one: 0, other: 0)
            for one in groups.indices {
                for other in groups.indices where other > one {
                    let cost = sum(groups[one] + groups[other]) - sum(groups[one]) - sum(groups[other])
                    if cost < best.cost { best = (cost, one, other) }
                }
            }
            #expect(abs(best.cost - merge.height) < 1e-9)
            groups[best.one] += groups.remove(at: best.other)
            var labels = [Int](repeating: 0, count: 30)
            for (label, members) in groups.enumerated() { for member in members { labels[member] = label } }
            #expect(tree.partition(into: groups.count) == Partition(labels))
        }
        #expect(tree.merges.map(\.height) == tree.merges.map(\.height).sorted())
    }

    @Test("k-means ends where no area is nearer to another mean, and the same seed gives the same classes")
    func localOptimum() {
        let matrix = Self.noise(4, rows: 200, columns: 3)
        let found = KMeans.partition(matrix, classes: 6, seed: 9)
        #expect(found == KMeans.partition(matrix, classes: 6, seed: 9))
        #expect(found.count == 6)
        let centres = found.centres(of: matrix)
        for area in 0..<200 {
            let distances = (0..<6).map { number in
                (0..<3).reduce(0.0) {
                    $0 + (matrix[area, $1] - centres[number, $1]) * (matrix[area, $1] - centres[number, $1])
                }
            }
            #expect(distances[found.classes[area]] <= (distances.min() ?? 0) + 1e-12)
        }
    }

    @Test("Areas that are all alike make one class; as many classes as distinct areas are no more")
    func duplicates() {
        let alike = Matrix(rows: 9, columns: 2, repeating: 3)
        #expect(KMeans.partition(alike, classes: 4, seed: 1).count == 1)
        #expect(Ward.dendrogram(alike).partition(into: 4)?.count == 4)
        let two = Matrix(rows: [[1], [2], [1], [2]])
        #expect(KMeans.partition(two, classes: 2, seed: 1).classes == [0, 1, 0, 1])
        #expect(Partition([0, 0]).explained(of: Matrix(rows: [[1], [1]])) == nil)
    }

    @Test("The adjusted Rand index is that of Hubert and Arabie's pairs, and about 0 for unrelated partitions")
    func adjustedRand() {
        // scikit-learn: adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.571428…
        let score = Partition([0, 0, 1, 2]).adjustedRandIndex(with: Partition([0, 0, 1, 1]))
        #expect(abs(score - 4.0 / 7) < 1e-12)
        #expect(Partition([0, 0, 1]).bestJaccard(in: Partition([0, 1, 1])) == [0.5, 0.5])
        var generator = SplitMix64(seed: 3)
        let one = Partition((0..<3000).map { _ in generator.below(4) })
        let other = Partition((0..<3000).map { _ in generator.below(4) })
        #expect(abs(one.adjustedRandIndex(with: other)) < 0.01)
        #expect(Partition([0, 0]).adjustedRandIndex(with: Partition([0, 0])) == 1)
    }

    @Test("Classes far apart are firm, classes cut out of noise are not")
    func stability() {
        let (matrix, truth) = Self.clouds(2)
        let firm = Stability(of: truth, in: matrix, resamples: 20, seed: 1) {
            KMeans.partition($0, classes: 3, seed: $1)
        }
        #expect(firm.jaccard.allSatisfy { $0 == 1 } && firm.adjustedRandIndex == 1)
        let noise = Self.noise(1, rows: 60)
        let types = KMeans.partition(noise, classes: 5, seed: 1)
        let loose = Stability(of: types, in: noise, resamples: 20, seed: 1) {
            KMeans.partition($0, classes: 5, seed: $1)
        }
        #expect(loose.adjustedRandIndex < 0.9)
        #expect(
            loose
                == Stability(of: types, in: noise, resamples: 20, seed: 1) {
                    KMeans.partition($0, classes: 5, seed: $1)
                })
    }

    @Test("Principal components explain all, are uncorrelated, and have their largest loading positive")
    func components() throws {
        let noise = Self.noise(5, rows: 50, columns: 4)
        let mixed = Matrix(
            rows: (0..<50).map { row in
                let values = noise.row(row)
                return [values[0], 3 * values[0] + values[1], values[2] * 100, values[3] - values[0]]
            })
        let found = try #require(PrincipalComponents(of: mixed))
        #expect(abs(found.shares.reduce(0, +) - 1) < 1e-12)
        #expect(found.eigenvalues == found.eigenvalues.sorted(by: >))
        let scores = found.scores(4)
        for one in 0..<4 {
            let loading = found.loadings.column(one)
            #expect((loading.max { abs($0) < abs($1) } ?? 0) > 0)
            for other in 0..<4 {
                let product = dotProduct(scores.column(one), scores.column(other)) / 50
                #expect(abs(product - (one == other ? found.eigenvalues[one] : 0)) < 1e-10)
            }
        }
        #expect(PrincipalComponents(of: Matrix(rows: [[1, 2], [1, 3]])) == nil)
        let line = try #require(PrincipalComponents(of: Matrix(rows: [[1, 2], [2, 4], [3, 6.5], [4, 7.5]])))
        #expect(line.shares[0] > 0.99)
    }
}
