import Statistics

/// Relations to test with.
enum Links {
    /// Links at random, many of them one way, and some members without any.
    static func random(seed: UInt64, count: Int) -> Neighbours {
        var generator = SplitMix64(seed: seed)
        var starts = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        for member in 0..<count {
            for other in 0..<count where other != member && member % 9 != 4 && generator.below(count) < 2 {
                targets.append(Int32(other))
                weights.append(generator.uniform() * 10)
            }
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }

    /// A chessboard whose fields touch as the rook moves.
    static func rooks(side: Int) -> Neighbours {
        let places = (0..<side * side).map { (x: Double($0 % side), y: Double($0 / side)) }
        return Neighbours.within(1, x: places.map(\.x), y: places.map(\.y))
    }

    /// Places at random; some coincide, one has no position.
    static func places(seed: UInt64, count: Int) -> (x: [Double], y: [Double]) {
        var generator = SplitMix64(seed: seed)
        var x = (0..<count).map { _ in generator.uniform() * 1000 }
        var y = (0..<count).map { _ in generator.uniform() * 1000 }
        for place in stride(from: 5, to: count, by: 11) { (x[place], y[place]) = (x[place - 3], y[place - 3]) }
        x[count / 2] = .nan
        return (x, y)
    }
}
