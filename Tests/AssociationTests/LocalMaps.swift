import Statistics

/// Maps for the tests of local statistics.
enum LocalMaps {
    /// A lattice whose cells touch at sides, or at corners too.
    static func lattice(_ width: Int, _ height: Int, queen: Bool = false) -> Neighbours {
        var starts = [0]
        var targets: [Int32] = []
        for row in 0..<height {
            for column in 0..<width {
                for (down, right) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)] {
                    guard queen || down == 0 || right == 0 else { continue }
                    let (y, x) = (row + down, column + right)
                    if (0..<height).contains(y), (0..<width).contains(x) { targets.append(Int32(y * width + x)) }
                }
                starts.append(targets.count)
            }
        }
        return Neighbours(starts: starts, targets: targets, weights: targets.map { _ in 1 })
    }

    /// The same links with a weight of its own for each.
    static func uneven(_ neighbours: Neighbours, seed: UInt64 = 7) -> Neighbours {
        var generator = SplitMix64(seed: seed)
        let weights = neighbours.targets.map { _ in 0.25 + generator.uniform() }
        return Neighbours(starts: neighbours.starts, targets: neighbours.targets, weights: weights)
    }

    /// Seeded numbers in [0, 1).
    static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in generator.uniform() }
    }

    /// Seeded counts, most of them 0.
    static func rareCounts(_ count: Int, seed: UInt64 = 1) -> [Double] {
        noise(count, seed: seed).map { $0 < 0.62 ? 0 : $0 < 0.8 ? 1 : $0 < 0.93 ? 2 : $0 < 0.98 ? 4 : 11 }
    }

    /// The map with its areas numbered anew: area `order[i]` becomes area `i`.
    static func renumbered(_ neighbours: Neighbours, _ order: [Int]) -> Neighbours { neighbours.restricted(to: order) }

    /// A seeded order of so many areas.
    static func order(_ count: Int, seed: UInt64) -> [Int] {
        var generator = SplitMix64(seed: seed)
        return Array(0..<count).shuffled(using: &generator)
    }
}
