import Statistics
import Testing

@Suite("Weights of neighbours")
struct NeighboursWeightsTests {
    /// 0 → 1, 1 → 0 and 2, 2 → 1, 3 an island; the weights differ by direction.
    let weights = Neighbours(starts: [0, 1, 3, 4, 4], targets: [1, 0, 2, 1], weights: [2, 1, 3, 5])

    @Test("Rows sum to one when standardised, and an island's stays empty")
    func standardises() {
        #expect(weights.rowStandardised.weights == [1, 0.25, 0.75, 1])
        #expect(weights.rowStandardised.islands == [3])
        #expect(weights.binary.weights == [1, 1, 1, 1])
    }

    @Test("A row of zero weights stays as it is")
    func keepsZeroRows() {
        let zero = Neighbours(starts: [0, 1, 2], targets: [1, 0], weights: [0, 4])
        #expect(zero.rowStandardised.weights == [0, 1])
    }

    @Test("The lag sums weight times value over the neighbours")
    func lags() {
        #expect(weights.lag(of: [1, 10, 100, 1000]) == [20, 301, 50, 0])
    }

    @Test("Turned round twice, the links are as before")
    func transposes() {
        #expect(
            weights.transposed == Neighbours(starts: [0, 1, 3, 4, 4], targets: [1, 0, 2, 1], weights: [1, 2, 5, 3]))
        #expect(weights.transposed.transposed == weights)
    }

    @Test("A restriction keeps the links among those who stay, in their new order")
    func restricts() {
        let kept = weights.restricted(to: [2, 1])
        #expect(kept == Neighbours(starts: [0, 1, 2], targets: [1, 0], weights: [5, 3]))
        #expect(weights.restricted(to: [0, 2]).islands == [0, 1])
    }

    @Test("The sums of weights are those of the full matrix, also of one without symmetry")
    func sums() {
        let matrix = [[0, 2, 0, 0], [1, 0, 3, 0], [0, 5, 0, 0], [0, 0, 0, 0.0]]
        var (s1, s2) = (0.0, 0.0)
        for i in 0..<4 {
            var both = 0.0
            for j in 0..<4 {
                s1 += (matrix[i][j] + matrix[j][i]) * (matrix[i][j] + matrix[j][i]) / 2
                both += matrix[i][j] + matrix[j][i]
            }
            s2 += both * both
        }
        let sums = weights.sums
        #expect(sums.s0 == 11)
        #expect(sums.s1 == s1)
        #expect(sums.s2 == s2)
    }
}
