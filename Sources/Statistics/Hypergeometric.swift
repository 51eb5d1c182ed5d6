/// The hypergeometric distribution: how many marked ones come among some drawn without replacement.
///
///     // 4 neighbours drawn from 30 others of whom 12 are marked
///     let links = Hypergeometric(population: 30, marked: 12, drawn: 4)
///     links.upper(3)  // 0.16256157635467966: P(X ≥ 3), with the 3
///
/// It is the exact distribution of a local join count under random labelling.
public struct Hypergeometric: Sendable {
    /// How many there are.
    public let population: Int
    /// How many of them are marked.
    public let marked: Int
    /// How many are drawn.
    public let drawn: Int

    /// Creates the distribution.
    ///
    /// - Precondition: `marked` and `drawn` are in 0 … `population`.
    public init(population: Int, marked: Int, drawn: Int) {
        precondition(population >= 0, "a population from 0")
        precondition((0...population).contains(marked) && (0...population).contains(drawn), "parts of the population")
        self.population = population
        self.marked = marked
        self.drawn = drawn
    }

    /// The counts that can come.
    public var support: ClosedRange<Int> { max(0, drawn + marked - population)...min(marked, drawn) }

    /// Drawn times marked over the population.
    ///
    /// - Precondition: The population is not empty.
    public var mean: Double { Double(drawn) * Double(marked) / Double(population) }

    /// n·K/N·(1 − K/N)·(N − n)/(N − 1); 0 where nothing is left to chance.
    public var variance: Double {
        guard population > 1 else { return 0 }
        let total = Double(population)
        return mean * (1 - Double(marked) / total) * ((total - Double(drawn)) / (total - 1))
    }

    /// P(X = `count`), as a ratio of three binomial masses (Loader 2000); 0 outside of ``support``.
    public func mass(_ count: Int) -> Double {
        guard support.contains(count) else { return 0 }
        guard drawn > 0, drawn < population else { return 1 }
        let (x, y) = (Double(drawn) / Double(population), Double(population - drawn) / Double(population))
        func term(_ a: Int, _ b: Int) -> Double { SaddlePoint.binomial(Double(a), Double(b), x: x, y: y) }
        return term(count, marked - count) * term(drawn - count, population - marked - drawn + count)
            / term(drawn, population - drawn)
    }

    /// P(X ≤ `count`).
    ///
    /// - Complexity: O(`drawn`), far fewer in a tail.
    public func cumulative(_ count: Int) -> Double {
        if count >= support.upperBound { return 1 }
        return Double(count) > mean ? 1 - sumUp(from: count + 1) : sumDown(from: count)
    }

    /// P(X ≥ `count`), `count` included.
    ///
    /// - Complexity: O(`drawn`), far fewer in a tail.
    public func upper(_ count: Int) -> Double {
        if count <= support.lowerBound { return 1 }
        return Double(count) < mean ? 1 - sumDown(from: count - 1) : sumUp(from: count)
    }

    /// The masses from a count above the mean upwards, each from the one before, until they no longer add anything.
    private func sumUp(from count: Int) -> Double {
        var term = mass(count)
        var sum = term
        var at = count
        while at < support.upperBound && term > sum * 0x1p-56 {
            term *= Double(marked - at) * Double(drawn - at)
            term /= Double(at + 1) * Double(population - marked - drawn + at + 1)
            at += 1
            sum += term
        }
        return min(1, sum)
    }

    /// The masses from a count below the mean downwards.
    private func sumDown(from count: Int) -> Double {
        var term = mass(count)
        var sum = term
        var at = count
        while at > support.lowerBound && term > sum * 0x1p-56 {
            term *= Double(at) * Double(population - marked - drawn + at)
            term /= Double(marked - at + 1) * Double(drawn - at + 1)
            at -= 1
            sum += term
        }
        return min(1, sum)
    }
}
