import Association
import Statistics

/// Maps for the tests of global statistics.
enum GlobalMaps {
    /// Areas in a row.
    static func path(_ count: Int) -> Neighbours {
        grid(rows: 1, columns: count)
    }

    /// A grid of squares whose neighbours share an edge, row by row, weights 1.
    static func grid(rows: Int, columns: Int) -> Neighbours {
        var (starts, targets) = ([0], [Int32]())
        for row in 0..<rows {
            for column in 0..<columns {
                for (down, right) in [(-1, 0), (0, -1), (0, 1), (1, 0)] {
                    let (otherRow, otherColumn) = (row + down, column + right)
                    guard (0..<rows).contains(otherRow), (0..<columns).contains(otherColumn) else { continue }
                    targets.append(Int32(otherRow * columns + otherColumn))
                }
                starts.append(targets.count)
            }
        }
        return Neighbours(starts: starts, targets: targets, weights: Array(repeating: 1, count: targets.count))
    }

    /// A relation without any symmetry: about half of all pairs, with weights of any size; nobody is an island.
    static func irregular(_ count: Int, seed: UInt64) -> Neighbours {
        var generator = SplitMix64(seed: seed)
        var (starts, targets, weights) = ([0], [Int32](), [Double]())
        for member in 0..<count {
            for target in 0..<count where target != member {
                guard generator.uniform() < 0.5 || target == (member + 1) % count else { continue }
                targets.append(Int32(target))
                weights.append(0.1 + generator.uniform())
            }
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }

    /// Numbers in [0, 1) from a seed.
    static func noise(_ count: Int, seed: UInt64) -> [Double] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in generator.uniform() }
    }

    /// All orders of `0 ..< count`.
    static func orders(_ count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return orders(count - 1).flatMap { order in
            (0..<count).map { place in
                var longer = order
                longer.insert(count - 1, at: place)
                return longer
            }
        }
    }
}
