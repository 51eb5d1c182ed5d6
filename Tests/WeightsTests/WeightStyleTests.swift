import Statistics
import Testing
import Weights

@Suite("Styles of weights")
struct WeightStyleTests {
    /// A path of three, and an island.
    let path = Neighbours(starts: [0, 1, 3, 4, 4], targets: [1, 0, 2, 1], weights: [2, 2, 6, 6])

    @Test("A path of three by hand, in every style")
    func byHand() {
        func weights(_ style: WeightStyle) -> [Double] { style.apply(to: path).weights }
        #expect(weights(.row) == [1, 0.25, 0.75, 1])
        #expect(weights(.binary) == [1, 1, 1, 1])
        #expect(weights(.asGiven) == [2, 2, 6, 6])
        // Three rows are not empty and the weights add up to 16.
        #expect(weights(.global) == [2, 2, 6, 6].map { $0 * (3.0 / 16) })
        #expect(weights(.unit) == [2, 2, 6, 6].map { $0 * (1.0 / 16) })
        // Row and column sums are 2, 8 and 6.
        #expect(weights(.minMax) == [0.25, 0.25, 0.75, 0.75])
        let length = 40.0.squareRoot()
        let evened = [1, 2 / length, 6 / length, 1]
        let sum = evened.reduce(0, +)
        for (weight, expected) in zip(weights(.varianceStabilising), evened) {
            #expect(abs(weight - expected * 3 / sum) < 1e-15)
        }
    }

    @Test("Sums are what the styles promise, whatever the relation", arguments: 0..<6)
    func sums(seed: UInt64) {
        let links = Links.random(seed: seed, count: 40)
        let linked = Double(links.count - links.islands.count)
        for (style, sum) in [
            (WeightStyle.row, linked), (.global, linked), (.varianceStabilising, linked), (.unit, 1),
        ] {
            let styled = style.apply(to: links)
            #expect(abs(styled.weights.reduce(0, +) - sum) < 1e-12 * sum)
            #expect(styled.starts == links.starts && styled.targets == links.targets)
            #expect(styled.islands == links.islands)
        }
        let columns = WeightStyle.minMax.apply(to: links.transposed)
        #expect(columns == WeightStyle.minMax.apply(to: links).transposed)
    }

    @Test("Nothing to divide by leaves the weights as they are")
    func zeros() {
        let zero = Neighbours(starts: [0, 1, 2, 2], targets: [1, 0], weights: [0, 0])
        for style in WeightStyle.allCases where style != .binary { #expect(style.apply(to: zero) == zero) }
        let none = Neighbours(starts: [0], targets: [], weights: [])
        for style in WeightStyle.allCases { #expect(style.apply(to: none) == none) }
    }
}
