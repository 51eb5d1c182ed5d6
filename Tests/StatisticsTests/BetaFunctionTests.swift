import Glibc
import Statistics
import Testing

@Suite("Incomplete beta function")
struct BetaFunctionTests {
    @Test(
        "both tails are those of mpmath 1.4 at 50 digits",
        arguments: [
            (0.3, 2, 5, 0.579825, 0.420175),
            (0.01, 0.5, 0.5, 0.063768560858519849, 0.93623143914148015),
            (0.5, 400, 600, 0.99999999989138024, 1.0861975935900252e-10),
            (1e-5, 3, 200, 1.3513816494249258e-9, 0.99999999864861835),
            (0.999, 40, 0.25, 0.51156262386371004, 0.48843737613628996),
        ] as [(Double, Double, Double, Double, Double)])
    func tails(x: Double, a: Double, b: Double, lower: Double, upper: Double) {
        #expect(agree(BetaFunction.regularized(x, a, b), lower, within: 2))
        #expect(agree(BetaFunction.upper(x, a, b), upper, within: 2))
    }

    @Test("Iₓ(a, b) is 1 − I₁₋ₓ(b, a), and falls by xᵃyᵇ/(a·B(a, b)) as a grows by one")
    func identities() {
        var generator = SplitMix64(seed: 6)
        for _ in 0..<500 {
            let (x, a, b) = (generator.uniform(), 0.1 + 50 * generator.uniform(), 0.1 + 50 * generator.uniform())
            let lower = BetaFunction.regularized(x, a, b)
            #expect(abs(lower + BetaFunction.regularized(1 - x, b, a) - 1) < 2e-13)
            let logarithm =
                GammaFunction.logarithm(a + b) - GammaFunction.logarithm(a + 1) - GammaFunction.logarithm(b)
            let step = exp(a * log(x) + b * log(1 - x) + logarithm)
            #expect(abs(BetaFunction.regularized(x, a + 1, b) - (lower - step)) < 2e-13)
        }
    }

    @Test("quantiles undo the distribution")
    func roundTrips() {
        #expect(agree(BetaFunction.quantile(0.5, a: 2, b: 5), 0.26444998329565996))
        #expect(agree(BetaFunction.quantile(0.025, a: 4, b: 97), 0.011004493986188203))
        #expect(BetaFunction.quantile(0, a: 2, b: 3) == 0 && BetaFunction.quantile(1, a: 2, b: 3) == 1)
        var generator = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let a = pow(10, 5 * generator.uniform() - 1.5)
            let b = pow(10, 5 * generator.uniform() - 1.5)
            let p = pow(10, -20 * generator.uniform())
            let x = BetaFunction.quantile(p, a: a, b: b)
            guard x > 1e-290, x < 0.9 else { continue }
            #expect(agree(BetaFunction.regularized(x, a, b), p, within: 1e3))
        }
    }
}

@Suite("Student's t and F distributions")
struct StudentTTests {
    @Test(
        "two-sided p-values are those of mpmath 1.4 at 50 digits",
        arguments: [
            (2.228138851964939, 10, 0.050000000001808631), (0.001, 5, 0.99924078677219765),
            (12, 30, 5.5801854151992561e-13), (-100, 1, 0.0063659855298165103), (1.96, 1e6, 0.049996067585269791),
        ] as [(Double, Double, Double)])
    func twoSided(t: Double, degrees: Double, p: Double) {
        #expect(agree(StudentT.twoSided(t, degrees: degrees), p, within: 4))
        #expect(agree(StudentT.upper(abs(t), degrees: degrees), p / 2, within: 4))
        #expect(abs(StudentT.cumulative(t, degrees: degrees) + StudentT.upper(t, degrees: degrees) - 1) < 1e-15)
    }

    @Test("with one degree t is Cauchy's distribution, with two it has a closed form, with many it is normal")
    func closedForms() {
        for p in [0.5000001, 0.6, 0.9, 0.999, 1e-6, 1e-12] {
            // tan(π(p − ½)), turned round in the tail so that nothing cancels
            let cauchy = p < 0.1 ? -1 / tan(Double.pi * p) : tan(Double.pi * (p - 0.5))
            #expect(agree(StudentT.quantile(p, degrees: 1), cauchy, within: 10))
            let two = (2 * p - 1) / (2 * p * (1 - p)).squareRoot()
            #expect(agree(StudentT.quantile(p, degrees: 2), two, within: 10))
        }
        #expect(abs(StudentT.quantile(0.975, degrees: 1e9) - Normal.quantile(0.975)) < 1e-8)
        #expect(StudentT.quantile(0.5, degrees: 4) == 0)
        #expect(StudentT.twoSided(.infinity, degrees: 3) == 0)
    }

    @Test(
        "F tails are those of mpmath 1.4 at 50 digits",
        arguments: [
            (4.102821015303716, 2, 10, 0.04999999999524008), (0.1, 7, 3, 0.99366839649337596),
            (25, 1, 100, 2.4501734135038004e-6),
        ] as [(Double, Double, Double, Double)])
    func fDistribution(f: Double, one: Double, other: Double, upper: Double) {
        #expect(agree(FDistribution.upper(f, degrees: (one, other)), upper, within: 4))
        #expect(abs(FDistribution.cumulative(f, degrees: (one, other)) + upper - 1) < 1e-14)
        let p = FDistribution.cumulative(f, degrees: (one, other))
        #expect(abs(FDistribution.quantile(p, degrees: (one, other)) - f) < 1e-9 * f)
    }

    @Test("F with one degree above is the square of t")
    func squareOfT() {
        for t in [0.2, 1, 3.3, 9] {
            #expect(agree(FDistribution.upper(t * t, degrees: (1, 17)), StudentT.twoSided(t, degrees: 17), within: 10))
        }
        #expect(FDistribution.upper(0, degrees: (3, 4)) == 1)
    }
}
