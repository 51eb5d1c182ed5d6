import Planar

/// Counts joins by the classes of their ends: one count for every two classes, and one for all different joins.
struct JoinTable {
    /// How many classes there are.
    let classes: Int
    /// The joins.
    let pairs: GlobalPairs

    /// The weights of the joins of (0, 0), (0, 1), …, (1, 1), …, and of all different ones.
    func counts(_ colours: [Int]) -> [Double] {
        var ends = [Double](repeating: 0, count: classes * classes)
        for member in colours.indices {
            for place in pairs.starts[member]..<pairs.starts[member + 1] {
                ends[colours[member] * classes + colours[Int(pairs.targets[place])]] += pairs.weights[place] / 2
            }
        }
        var (counts, different) = ([Double](), 0.0)
        for first in 0..<classes {
            counts.append(ends[first * classes + first])
            for second in (first + 1)..<max(classes, first + 1) {
                let joins = ends[first * classes + second] + ends[second * classes + first]
                counts.append(joins)
                different += joins
            }
        }
        return counts + [different]
    }

    /// The moments of twice those counts, which are cross-products of the weights with matrices of zeros and ones.
    func moments(_ colours: [Int], _ weights: GlobalMoments.Sums) -> [GlobalMoments] {
        var sizes = [Double](repeating: 0, count: classes)
        for colour in colours { sizes[colour] += 1 }
        let n = Double(colours.count)
        var sums: [GlobalMoments.Sums] = []
        for first in 0..<classes {
            let size = sizes[first]
            sums.append((size * (size - 1), 2 * size * (size - 1), 4 * size * (size - 1) * (size - 1)))
            for other in sizes[(first + 1)...] {
                sums.append((2 * size * other, 4 * size * other, 4 * size * other * (size + other)))
            }
        }
        let different = sizes.reduce(0) { $0 + $1 * (n - $1) }
        sums.append((different, 2 * different, sizes.reduce(0) { $0 + 4 * $1 * (n - $1) * (n - $1) }))
        return sums.map { GlobalMoments(count: colours.count, weights, $0) }
    }

    /// The tails of every count among those of random orders of the classes.
    func tails(
        _ colours: [Int], _ observed: [Double], weight: Double, _ permutations: GlobalPermutations
    ) -> [TailProbabilities] {
        let slack = GlobalShuffle.slack * weight
        let batch = 32
        let batches = (permutations.count + batch - 1) / batch
        let counted = parallelMap(batches, threads: permutations.threads) { number in
            var (larger, smaller) = (
                [Int](repeating: 0, count: observed.count), [Int](repeating: 0, count: observed.count)
            )
            for order in (number * batch)..<min(permutations.count, (number + 1) * batch) {
                let counts = counts(GlobalShuffle.shuffled(colours, seed: permutations.seed, order: order))
                for place in counts.indices {
                    if counts[place] > observed[place] + slack { larger[place] += 1 }
                    if counts[place] < observed[place] - slack { smaller[place] += 1 }
                }
            }
            return (larger, smaller)
        }
        return observed.indices.map { place in
            let larger = counted.reduce(0) { $0 + $1.0[place] }
            let smaller = counted.reduce(0) { $0 + $1.1[place] }
            return TailProbabilities(larger: larger, smaller: smaller, ties: permutations.count - larger - smaller)
        }
    }
}
