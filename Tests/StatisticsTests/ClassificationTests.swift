import Statistics
import Testing

struct ClassificationTests {
    @Test("pretty limits of values that differ in the last place end at once")
    func prettyOfNearlyEqual() throws {
        let values = [0.1, 0.1.nextUp, 1e300, 1e300.nextUp]
        for pair in [values[0...1], values[2...3]] {
            let classes = try Classification.classes(of: Array(pair), method: .pretty, count: 5)
            #expect(classes.counts.reduce(0, +) == 2)
        }
    }

    static let methods: [Classification.Method] = [
        .quantile, .equal, .fisher, .pretty, .deviation, .headTail, .geometric, .maximum, .box, .fixed([5, 10]),
    ]

    @Test("the example of the documentation")
    func example() throws {
        let classes = try Classification.classes(of: [1, 2, 3, 10, 11, 12, 50], method: .fisher, count: 3)
        #expect(classes.edges == [1, 3, 12, 50])
        #expect(classes.counts == [3, 3, 1])
        #expect(Quantiles.value(at: 0.5, ofSorted: [1, 2, 3, 4]) == 2.5)
    }

    @Test("every value is in a class, edges rise, and the order of values does not matter", arguments: methods)
    func invariants(method: Classification.Method) throws {
        var generator = SplitMix64(seed: 7)
        for round in 0..<60 {
            let size = 1 + generator.below(40)
            // Coarse steps make ties; the smallest value is above zero for the geometric method.
            let step = round % 2 == 0 ? 1.0 : 0.013
            var values = (0..<size).map { _ in step * Double(1 + generator.below(25)) }
            let count = 1 + generator.below(9)
            let classes = try Classification.classes(of: values, method: method, count: count)
            #expect(classes.counts.reduce(0, +) == values.count)
            for index in classes.edges.indices.dropFirst() {
                let isPoint = classes.edges[index] == classes.edges[index - 1]
                #expect(classes.edges[index] > classes.edges[index - 1] || (isPoint && index == 1))
                if isPoint { #expect(classes.counts[0] > 0) }
            }
            values.shuffle(using: &generator)
            #expect(try Classification.classes(of: values, method: method, count: count) == classes)
        }
    }

    @Test("equal values make one class, no values none", arguments: methods)
    func equalValues(method: Classification.Method) throws {
        let same = try Classification.classes(of: [7, 7, 7], method: method, count: 5)
        #expect(same.counts.reduce(0, +) == 3)
        #expect(same.counts.filter { $0 > 0 } == [3])
        if method != .fixed([5, 10]) { #expect(same.edges == [7, 7]) }
        #expect(try Classification.classes(of: [7], method: method, count: 5).counts.reduce(0, +) == 1)
        #expect(try Classification.classes(of: [], method: method, count: 5).count == 0)
    }

    @Test("there are no more classes than distinct values")
    func fewDistinctValues() throws {
        let values: [Double] = [1, 1, 2, 2, 2, 9]
        let fisher = try Classification.classes(of: values, method: .fisher, count: 7)
        #expect(fisher.edges == [1, 1, 2, 9])
        #expect(fisher.counts == [2, 3, 1])
        let quantile = try Classification.classes(of: values, method: .quantile, count: 7)
        #expect(quantile.counts.allSatisfy { $0 > 0 })
        #expect(try Classification.classes(of: values, method: .maximum, count: 7).counts == [2, 3, 1])
    }

    @Test("many zeros are a class of their own")
    func zeros() throws {
        let values: [Double] = [0, 0, 0, 0, 0, 0, 3, 4, 9, 10]
        let classes = try Classification.classes(of: values, method: .quantile, count: 3)
        #expect(classes.edges.prefix(2) == [0, 0])
        #expect(classes.index(of: 0) == 0)
        #expect(classes.counts[0] == 6)
    }

    @Test("a value on a limit goes up in given and pretty limits and down in quantiles")
    func sides() throws {
        let fixed = try Classification.classes(of: [1, 5, 9], method: .fixed([0, 5, 10]), count: 1)
        #expect(fixed.counts == [1, 2])
        #expect(fixed.index(of: 10) == 1)
        let quantile = try Classification.classes(of: [1, 2, 3], method: .quantile, count: 2)
        #expect(quantile.edges == [1, 2, 3])
        #expect(quantile.counts == [2, 1])
    }

    @Test("given limits are completed by the extremes of the values, never cut them")
    func fixed() throws {
        let values = [-2.5, -1, 0.5, 6]
        let classes = try Classification.classes(of: values, method: .fixed([-2, -1, 0, 1, 2]), count: 3)
        #expect(classes.edges == [-2.5, -2, -1, 0, 1, 2, 6])
        #expect(classes.counts == [1, 0, 1, 1, 0, 1])
    }

    @Test("pretty limits are short decimals that cover the values")
    func pretty() throws {
        #expect(
            try Classification.classes(of: [0.13, 0.2, 0.3, 0.4, 0.5, 0.62], method: .pretty, count: 6).edges
                == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
        #expect(
            try Classification.classes(of: [3, 40, 17, 99], method: .pretty, count: 5).edges == [
                0, 20, 40, 60, 80, 100,
            ])
    }

    @Test("geometric limits keep their ratio and refuse zero")
    func geometric() throws {
        let classes = try Classification.classes(of: [1, 3, 20, 1000], method: .geometric, count: 3)
        for (edge, known) in zip(classes.edges, [1.0, 10, 100, 1000]) { #expect(abs(edge - known) < 1e-9 * known) }
        #expect(throws: Classification.Failure.notPositive(0)) {
            try Classification.classes(of: [0, 1], method: .geometric, count: 3)
        }
    }

    @Test("heads are split at their mean while they hold at most 40 percent")
    func headAndTail() throws {
        // Mean 10.7: head [18, 69]; mean 43.5: head [69], half of it, where splitting ends.
        let values: [Double] = [1, 1, 1, 2, 2, 3, 4, 6, 18, 69]
        let classes = try Classification.classes(of: values, method: .headTail, count: 5)
        #expect(classes.edges == [1, 10.7, 43.5, 69])
        #expect(classes.counts == [8, 1, 1])
    }

    @Test("Fisher's limits are the best of all partitions")
    func fisherAgainstAllPartitions() throws {
        var generator = SplitMix64(seed: 11)
        for _ in 0..<200 {
            let values = (0..<(4 + generator.below(8))).map { _ in Double(generator.below(30)) }.sorted()
            let distinct = Set(values).sorted()
            let count = min(distinct.count, 2 + generator.below(3))
            let found = try Classification.classes(of: values, method: .fisher, count: count)
            let best = Self.leastCost(distinct[...], values, count)
            #expect(abs(Self.cost(of: found, values) - best) < 1e-9)
            #expect(found.count == count)
        }
    }

    private static func cost(of classes: Classes, _ values: [Double]) -> Double {
        (0..<classes.count).reduce(0) { sum, index in
            sum + squares(values.filter { classes.index(of: $0) == index })
        }
    }

    private static func squares(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    private static func leastCost(_ distinct: ArraySlice<Double>, _ values: [Double], _ count: Int) -> Double {
        guard count > 1 else { return squares(values.filter { distinct.contains($0) }) }
        var best = Double.infinity
        for size in 1...(distinct.count - count + 1) {
            let first = squares(values.filter { distinct.prefix(size).contains($0) })
            best = min(best, first + leastCost(distinct.dropFirst(size), values, count - 1))
        }
        return best
    }

    @Test("Fisher's limits of large values with small differences are those of the differences")
    func fisherFarFromZero() throws {
        let small: [Double] = [0, 1, 2, 10, 11, 12, 30, 31]
        let far = small.map { $0 + 1e9 }
        let classes = try Classification.classes(of: far, method: .fisher, count: 3)
        #expect(classes.counts == [3, 3, 2])
    }

    @Test("100,000 values are classified exactly in a fraction of a second")
    func fisherOfManyValues() throws {
        var generator = SplitMix64(seed: 3)
        let values = (0..<100_000).map { _ in generator.uniform() * generator.uniform() }
        let clock = ContinuousClock()
        var classes: Classes?
        let time = try clock.measure { classes = try Classification.classes(of: values, method: .fisher, count: 7) }
        #expect(classes?.counts.reduce(0, +) == 100_000)
        // A debug build on a busy machine needs seconds; the release build's own figure is in the Benchmarks.
        #expect(time < .seconds(60))
        print("fisher, 100,000 values, 7 classes:", time)
    }

    @Test("methods are read as they are written", arguments: methods)
    func methodNames(method: Classification.Method) {
        #expect(Classification.Method(method.name) == method)
    }

    @Test("limits that do not rise and unknown words are no method", arguments: ["jenks", "fixed:", "fixed:5,1", ""])
    func badMethods(text: String) {
        #expect(Classification.Method(text) == nil)
    }

    @Test("fixed limits may have decimals and blanks")
    func fixedText() {
        #expect(Classification.Method("fixed:0, 2.5,5") == .fixed([0, 2.5, 5]))
        #expect(Classification.Method.fixed([0, 2.5, 5]).name == "fixed:0,2.5,5")
    }
}
