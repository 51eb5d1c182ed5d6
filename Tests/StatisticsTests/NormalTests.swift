import Statistics
import Testing

/// Whether two numbers agree to so many units of 10⁻¹⁴ of the second.
func agree(_ one: Double, _ other: Double, within units: Double = 1) -> Bool {
    abs(one - other) <= units * 1e-14 * abs(other)
}

@Suite("Normal distribution")
struct NormalTests {
    @Test(
        "tails are those of mpmath 1.4 at 50 digits, far out too",
        arguments: [
            (0.5, 0.3085375387259869), (1.96, 0.024997895148220436), (10, 7.6198530241605261e-24),
            (37.5, 4.6053530095819548e-308), (-3, 0.99865010196836991), (0, 0.5),
        ])
    func tails(z: Double, upper: Double) {
        #expect(agree(Normal.upper(z), upper))
        #expect(agree(Normal.cumulative(-z), upper))
        #expect(agree(Normal.twoSided(z), 2 * (z < 0 ? Normal.upper(-z) : upper)))
    }

    @Test(
        "quantiles are those of mpmath 1.4 at 50 digits",
        arguments: [
            (0.975, 1.9599639845400539), (0.5000001, 2.5066282733116483e-7), (1e-10, -6.3613409024040562),
            (1e-300, -37.047096299361199), (0.5, 0),
        ])
    func quantiles(p: Double, z: Double) {
        #expect(agree(Normal.quantile(p), z))
    }

    @Test("the quantile undoes the cumulative distribution, and is odd about one half")
    func roundTrips() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<1000 {
            let z = 12 * generator.uniform() - 12
            #expect(abs(Normal.quantile(Normal.cumulative(z)) - z) < 1e-13)
            let p = generator.uniform()
            #expect(abs(Normal.quantile(p) + Normal.quantile(1 - p)) < 1e-13)
        }
        #expect(Normal.quantile(0) == -.infinity && Normal.quantile(1) == .infinity)
        #expect(Normal.quantile(.leastNonzeroMagnitude) < -38)
    }

    @Test("the density is the slope of the cumulative distribution")
    func density() {
        for z in stride(from: -4.0, through: 4, by: 0.5) {
            let slope = (Normal.cumulative(z + 1e-5) - Normal.cumulative(z - 1e-5)) / 2e-5
            #expect(abs(slope - Normal.density(z)) < 1e-9)
        }
    }
}
