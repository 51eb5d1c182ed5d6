import Glibc
import Statistics

/// Draws from discrete distributions with one mode, by walking outwards from it.
///
/// A uniform number is spent on the mode, then on the values beside it, each mass from the one before it by the ratio of
/// the two; the walk takes as many steps as the distribution is wide, some standard deviations. Kachitvichyanukul and
/// Schmeiser, Computer generation of hypergeometric random variates (1985), call it inversion from the mode.
enum ModeInversion {
    /// How many of `draws` people taken without replacement belong to the `marked` among `people`.
    static func hypergeometric(
        people: Int, marked: Int, draws: Int, using generator: inout SplitMix64
    ) -> Int {
        let range = max(0, draws - (people - marked))...min(draws, marked)
        guard range.count > 1 else { return range.lowerBound }
        let exact = Double(draws + 1) * Double(marked + 1) / Double(people + 2)
        let mode = min(max(Int(exact), range.lowerBound), range.upperBound)
        let mass = exp(
            LogFactorial.binomial(marked, mode) + LogFactorial.binomial(people - marked, draws - mode)
                - LogFactorial.binomial(people, draws))
        let unmarked = people - marked - draws
        return draw(mode: mode, in: range, mass: mass, using: &generator) { value in
            Double(marked - value) * Double(draws - value) / (Double(value + 1) * Double(unmarked + value + 1))
        }
    }

    /// How many of `trials` succeed, each with the same chance.
    static func binomial(trials: Int, chance: Double, using generator: inout SplitMix64) -> Int {
        guard trials > 0, chance > 0 else { return 0 }
        guard chance < 1 else { return trials }
        let mode = min(Int(Double(trials + 1) * chance), trials)
        let mass = exp(
            LogFactorial.binomial(trials, mode) + Double(mode) * log(chance)
                + Double(trials - mode) * log1p(-chance))
        let odds = chance / (1 - chance)
        return draw(mode: mode, in: 0...trials, mass: mass, using: &generator) { value in
            Double(trials - value) / Double(value + 1) * odds
        }
    }

    /// - Parameter rising: The mass of a value's successor over its own.
    private static func draw(
        mode: Int, in range: ClosedRange<Int>, mass: Double, using generator: inout SplitMix64,
        rising: (Int) -> Double
    ) -> Int {
        var left = generator.uniform() - mass
        if left < 0 { return mode }
        var (low, high) = (mode, mode)
        var (lowMass, highMass) = (mass, mass)
        while low > range.lowerBound || high < range.upperBound {
            if high < range.upperBound {
                highMass *= rising(high)
                high += 1
                left -= highMass
                if left < 0 { return high }
            }
            if low > range.lowerBound {
                lowMass /= rising(low - 1)
                low -= 1
                left -= lowMass
                if left < 0 { return low }
            }
            // Both tails have run out of double precision; what is left is the error of the masses' sum.
            if highMass < 1e-300 && lowMass < 1e-300 { break }
        }
        return mode
    }
}

/// Logarithms of factorials.
enum LogFactorial {
    /// ln *n*!, from Stirling's series with an error below 10⁻¹² of itself; exact sums below 16.
    static func of(_ number: Int) -> Double {
        guard number >= small.count else { return small[number] }
        let n = Double(number)
        let inverse = 1 / n
        let series = inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260))
        return (n + 0.5) * log(n) - n + 0.5 * log(2 * Double.pi) + series
    }

    /// ln of the binomial coefficient.
    static func binomial(_ number: Int, _ chosen: Int) -> Double {
        of(number) - of(chosen) - of(number - chosen)
    }

    private static let small: [Double] = (0..<16).map { number in
        number < 2 ? 0 : (2...number).reduce(0) { $0 + log(Double($1)) }
    }
}
