import Statistics

/// An order of the areas of a map that comes from their values and neighbours, not from their numbers.
///
/// Areas are ordered by value, and among equal values by a colour: a mark that starts as the value and is refined, round
/// by round, by the marks of the neighbours and the links' weights (Weisfeiler and Leman 1968). What then still looks
/// alike looks alike all around; whichever comes first makes no difference but in maps built for the purpose.
enum CanonicalOrder {
    /// - Complexity: O(*rounds* · (*n* + *k*) + *n* log *n*) for *k* links, with 32 rounds at most.
    static func areas(_ places: [Int32], _ weights: Neighbours) -> [Int] {
        let turned = weights.transposed
        var colours = places.map { mixed(UInt64($0)) }
        var distinct = Set(colours).count
        for _ in 0..<32 where distinct < places.count {
            let refined = colours.indices.map { area -> UInt64 in
                // Sums, so that the order of neighbours is no matter; links out and in are told apart.
                var sum = mixed(colours[area])
                for (links, salt) in [(weights, UInt64(1)), (turned, 2)] {
                    for link in links.row(of: area) {
                        let weight = mixed(links.weights[link].bitPattern ^ salt)
                        sum &+= mixed(colours[Int(links.targets[link])] ^ weight)
                    }
                }
                return mixed(sum)
            }
            let finer = Set(refined).count
            guard finer > distinct else { break }
            (colours, distinct) = (refined, finer)
        }
        return colours.indices.sorted {
            (places[$0], colours[$0], $0) < (places[$1], colours[$1], $1)
        }
    }

    private static func mixed(_ bits: UInt64) -> UInt64 {
        var generator = SplitMix64(seed: bits)
        return generator.next()
    }
}
