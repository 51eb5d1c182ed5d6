public import Algebra
import Statistics

/// Classes around means: the partition into *k* classes whose members lie as near as possible to their class's mean.
///
///     let found = KMeans.partition(Matrix(rows: [[0], [1], [10], [11]]), classes: 2, seed: 1)
///     found.classes  // [0, 0, 1, 1]
///
/// Lloyd's steps from several beginnings by k-means++ (Arthur and Vassilvitskii, 2007); the one with the smallest sum of
/// squares within classes wins, of equal ones the first. The result is a local optimum and depends on the seed; see how
/// firm it is with ``Stability``. Euclidean distances: standardise first.
public enum KMeans {
    /// Finds the partition.
    ///
    /// - Parameters:
    ///   - matrix: One row for each area; finite numbers.
    ///   - classes: How many, from 1 to the number of areas. Where fewer areas are distinct, so many classes come out.
    ///   - starts: How many beginnings.
    ///   - seed: The same seed gives the same partition.
    /// - Complexity: O(*n k p*) for each step of each beginning.
    public static func partition(_ matrix: Matrix, classes: Int, starts: Int = 25, seed: UInt64) -> Partition {
        precondition(classes > 0 && classes <= matrix.rows, "as many classes as areas at most")
        precondition(starts > 0, "a beginning at least")
        var generator = SplitMix64(seed: seed)
        var best: (labels: [Int], sum: Double)?
        for _ in 0..<starts {
            let run = run(matrix, from: beginning(matrix, classes: classes, using: &generator))
            if let best, best.sum <= run.sum { continue }
            best = run
        }
        return Partition(best?.labels ?? [])
    }

    /// Centres by k-means++: each further one is an area drawn with a chance in proportion to its squared distance from
    /// the nearest so far.
    private static func beginning(
        _ matrix: Matrix, classes: Int, using generator: inout SplitMix64
    ) -> Matrix {
        var chosen = [generator.below(matrix.rows)]
        var nearest = (0..<matrix.rows).map { Distance.squared(matrix, $0, matrix, chosen[0]) }
        while chosen.count < classes {
            var left = generator.uniform() * nearest.reduce(0, +)
            // Where all areas coincide with a centre, any will do.
            var next = nearest.lastIndex { $0 > 0 } ?? generator.below(matrix.rows)
            for area in nearest.indices where nearest[area] > 0 {
                left -= nearest[area]
                if left < 0 {
                    next = area
                    break
                }
            }
            chosen.append(next)
            for area in nearest.indices {
                nearest[area] = min(nearest[area], Distance.squared(matrix, area, matrix, next))
            }
        }
        return Matrix(rows: chosen.map(matrix.row))
    }

    private static func run(_ matrix: Matrix, from beginning: Matrix) -> (labels: [Int], sum: Double) {
        var centres = beginning
        var labels = [Int](repeating: -1, count: matrix.rows)
        // Each step lowers the sum, so the steps end; the bound is for cycles by rounding.
        for _ in 0..<1000 {
            var isSame = true
            for area in labels.indices {
                var (nearest, least) = (0, Double.infinity)
                for number in 0..<centres.rows {
                    let distance = Distance.squared(matrix, area, centres, number)
                    if distance < least { (nearest, least) = (number, distance) }
                }
                if labels[area] != nearest {
                    labels[area] = nearest
                    isSame = false
                }
            }
            if isSame { break }
            centres = means(of: labels, in: matrix, before: centres)
        }
        return (labels, labels.indices.reduce(0) { $0 + Distance.squared(matrix, $1, centres, labels[$1]) })
    }

    /// The means of the classes; a class that has lost its last member moves to the area farthest from its own centre.
    private static func means(of labels: [Int], in matrix: Matrix, before: Matrix) -> Matrix {
        var centres = Matrix(rows: before.rows, columns: matrix.columns)
        var sizes = [Int](repeating: 0, count: before.rows)
        for (area, label) in labels.enumerated() {
            sizes[label] += 1
            for column in 0..<matrix.columns { centres[label, column] += matrix[area, column] }
        }
        var far = labels.indices.map { Distance.squared(matrix, $0, before, labels[$0]) }
        for number in sizes.indices {
            if sizes[number] > 0 {
                for column in 0..<matrix.columns { centres[number, column] /= Double(sizes[number]) }
            } else if let farthest = far.indices.max(by: { (far[$0], -$0) < (far[$1], -$1) }) {
                for column in 0..<matrix.columns { centres[number, column] = matrix[farthest, column] }
                far[farthest] = 0
            }
        }
        return centres
    }
}
