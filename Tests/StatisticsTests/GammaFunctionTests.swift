import Glibc
import Statistics
import Testing

@Suite("Incomplete gamma functions")
struct GammaFunctionTests {
    @Test(
        "both tails are those of mpmath 1.4 at 50 digits",
        arguments: [
            (3, 2.5, 0.45618688411667048, 0.54381311588332952),
            (0.5, 3, 0.98569412156457036, 0.01430587843542964),
            (0.1, 0.01, 0.66262125995447979, 0.33737874004552021),
            (100, 60, 1.4815276326460468e-6, 0.99999851847236735),
            (100, 200, 0.99999999999999816, 1.8438936497115742e-15),
            (1e6, 1.002e6, 0.97719590410123014, 0.022804095898769863),
        ] as [(Double, Double, Double, Double)])
    func tails(shape: Double, x: Double, lower: Double, upper: Double) {
        #expect(agree(GammaFunction.lower(shape, x), lower))
        #expect(agree(GammaFunction.upper(shape, x), upper, within: 4))
    }

    @Test("a tail of 10⁻¹³⁰ keeps thirteen digits")
    func farTail() {
        #expect(agree(GammaFunction.lower(250, 32), 8.7031740144238067e-131, within: 10))
    }

    @Test("whole shapes are the closed sum Q(n, x) = e⁻ˣ Σ xᵏ/k!")
    func closedForm() {
        for shape in 1...20 {
            for x in [0.1, 1, 3.7, 12, 40] {
                var (term, sum) = (1.0, 1.0)
                for k in 1..<max(2, shape) where k < shape {
                    term *= x / Double(k)
                    sum += term
                }
                #expect(agree(GammaFunction.upper(Double(shape), x), exp(-x) * sum, within: 3))
            }
        }
    }

    @Test("P(a + 1, x) is P(a, x) less xᵃe⁻ˣ/Γ(a + 1), and both tails sum to 1")
    func recurrence() {
        var generator = SplitMix64(seed: 4)
        for _ in 0..<500 {
            let (shape, x) = (0.05 + 30 * generator.uniform(), 40 * generator.uniform())
            let step = exp(shape * log(x) - x - GammaFunction.logarithm(shape + 1))
            #expect(abs(GammaFunction.lower(shape + 1, x) - (GammaFunction.lower(shape, x) - step)) < 1e-13)
            #expect(abs(GammaFunction.lower(shape, x) + GammaFunction.upper(shape, x) - 1) < 1e-14)
        }
    }

    @Test(
        "quantiles are those of mpmath 1.4 at 50 digits",
        arguments: [
            (0.025, 10, 4.7953886961324337), (0.975, 11, 18.390356042017777),
            (1e-8, 0.1, 6.0730483624079459e-81), (0.5, 1e6, 999999.66666668642),
        ] as [(Double, Double, Double)])
    func quantiles(p: Double, shape: Double, x: Double) {
        #expect(agree(GammaFunction.quantile(p, shape: shape), x))
    }

    @Test("quantiles undo both tails, from shape 0.01 to a million and down to tails of 10⁻²⁰⁰")
    func roundTrips() {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<500 {
            let shape = pow(10, 8 * generator.uniform() - 2)
            let p = pow(10, -50 * generator.uniform())
            let low = GammaFunction.quantile(p, shape: shape)
            if low > 1e-290 { #expect(agree(GammaFunction.lower(shape, low), p, within: 1e3)) }
            let high = GammaFunction.upperQuantile(p, shape: shape)
            // Below, a change of x in its last digit changes the tail in its thirteenth.
            if high > 1e-290 { #expect(agree(GammaFunction.upper(shape, high), p, within: 1e3)) }
        }
        #expect(GammaFunction.quantile(0, shape: 2) == 0)
        #expect(GammaFunction.quantile(1, shape: 2) == .infinity)
    }

    @Test("chi-square of one degree is the square of a normal number, of two an exponential one")
    func chiSquare() {
        for z in [0.01, 0.5, 1.959963984540054, 6, 20] {
            #expect(agree(ChiSquare.upper(z * z, degrees: 1), Normal.twoSided(z), within: 10))
            #expect(agree(ChiSquare.upper(z, degrees: 2), exp(-z / 2)))
        }
        #expect(agree(ChiSquare.quantile(0.95, degrees: 1), 3.841458820694124))
        #expect(ChiSquare.cumulative(-1, degrees: 3) == 0 && ChiSquare.upper(0, degrees: 3) == 1)
    }
}
