import Statistics
import Testing

@Suite("Distributions of counts")
struct CountDistributionTests {
    @Test(
        "Poisson masses are those of mpmath 1.4 at 50 digits",
        arguments: [
            (3, 2, 0.18044704431548359), (0, 700, 9.8596765437597709e-305), (1000, 900, 5.9269532854188998e-5),
            (1_000_000, 1_001_000, 0.00024205131423621331),
        ] as [(Int, Double, Double)])
    func poisson(count: Int, mean: Double, mass: Double) {
        #expect(agree(Poisson.mass(count, mean: mean), mass))
    }

    @Test(
        "binomial masses are those of mpmath 1.4 at 50 digits",
        arguments: [
            (3, 10, 0.2, 0.20132659200000001), (700, 1000, 0.5, 5.0659882804492606e-38),
            (0, 100_000, 1e-5, 0.36787760176657224), (500_000, 1_000_000, 0.501, 0.00010798147410298376),
        ] as [(Int, Int, Double, Double)])
    func binomial(count: Int, trials: Int, probability: Double, mass: Double) {
        #expect(agree(Binomial.mass(count, trials: trials, probability: probability), mass))
    }

    @Test(
        "hypergeometric masses and tails are those of mpmath 1.4 at 50 digits",
        arguments: [
            (3, 30, 12, 4, 0.1444991789819376, 0.1625615763546798),
            (0, 10_000, 200, 8, 0.85071438437285139, 1),
            (6, 10_000, 200, 8, 1.5998798351072678e-9, 1.6089519198118837e-9),
            (50, 1000, 300, 100, 4.7996877131062703e-6, 7.5869982052011696e-6),
        ] as [(Int, Int, Int, Int, Double, Double)])
    func hypergeometric(count: Int, population: Int, marked: Int, drawn: Int, mass: Double, upper: Double) {
        let links = Hypergeometric(population: population, marked: marked, drawn: drawn)
        #expect(agree(links.mass(count), mass))
        #expect(agree(links.upper(count), upper))
    }

    @Test("cumulative probabilities are the sums of the masses")
    func sums() {
        let links = Hypergeometric(population: 40, marked: 25, drawn: 22)
        #expect(links.support == 7...22)
        var (sums, means, squares) = ((0.0, 0.0, 0.0), 0.0, 0.0)
        for count in 0...60 {
            let (poisson, binomial) = (
                Poisson.mass(count, mean: 6.5), Binomial.mass(count, trials: 22, probability: 0.3)
            )
            #expect(abs(Poisson.upper(count, mean: 6.5) - (1 - sums.0)) < 1e-14)
            #expect(abs(Binomial.upper(count, trials: 22, probability: 0.3) - (1 - sums.1)) < 1e-14)
            #expect(abs(links.upper(count) - (1 - sums.2)) < 1e-14)
            sums.0 += poisson
            sums.1 += binomial
            sums.2 += links.mass(count)
            means += Double(count) * links.mass(count)
            squares += Double(count * count) * links.mass(count)
            #expect(abs(Poisson.cumulative(count, mean: 6.5) - sums.0) < 1e-14)
            #expect(abs(Binomial.cumulative(count, trials: 22, probability: 0.3) - sums.1) < 1e-14)
            #expect(abs(links.cumulative(count) - sums.2) < 1e-14)
        }
        #expect(abs(sums.0 - 1) < 1e-14 && abs(sums.1 - 1) < 1e-14 && abs(sums.2 - 1) < 1e-14)
        #expect(abs(means - links.mean) < 1e-12)
        #expect(abs(squares - means * means - links.variance) < 1e-11)
    }

    @Test("what is certain has probability 1, what cannot be 0")
    func ends() {
        #expect(Poisson.mass(0, mean: 0) == 1 && Poisson.mass(2, mean: 0) == 0 && Poisson.mass(-1, mean: 3) == 0)
        #expect(Poisson.cumulative(-1, mean: 3) == 0 && Poisson.upper(0, mean: 3) == 1)
        #expect(Binomial.mass(0, trials: 5, probability: 0) == 1 && Binomial.mass(5, trials: 5, probability: 1) == 1)
        #expect(Binomial.mass(1, trials: 5, probability: 0) == 0 && Binomial.mass(6, trials: 5, probability: 0.5) == 0)
        #expect(Binomial.cumulative(5, trials: 5, probability: 0.5) == 1)
        #expect(Binomial.upper(6, trials: 5, probability: 0.5) == 0)
        let all = Hypergeometric(population: 9, marked: 4, drawn: 9)
        #expect(all.mass(4) == 1 && all.upper(4) == 1 && all.cumulative(3) == 0 && all.variance == 0)
        let nobody = Hypergeometric(population: 9, marked: 0, drawn: 3)
        #expect(nobody.mass(0) == 1 && nobody.mass(1) == 0 && nobody.upper(1) == 0)
    }
}
