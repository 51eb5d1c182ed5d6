import Statistics
import Testing

@Suite("Exact sums")
struct DecimalSumTests {
    @Test("ten tenths are one")
    func tenths() {
        var sum = DecimalSum()
        for _ in 0..<10 { sum.add(0.1) }
        #expect(sum.value == 1)
    }

    @Test("the order of the summands does not matter, where it does for Double")
    func order() {
        var generator = SplitMix64(seed: 4)
        let numbers = (0..<10_000).map { _ in (generator.uniform() * 1e7).rounded() / 1000 }
        var forward = DecimalSum()
        var backward = DecimalSum()
        for number in numbers { forward.add(number) }
        for number in numbers.reversed() { backward.add(number) }
        #expect(forward == backward)
        #expect(numbers.reduce(0, +) != numbers.reversed().reduce(0, +))
    }

    @Test("parts add up to the whole, negative numbers and fractions included")
    func parts() {
        var whole = DecimalSum()
        var one = DecimalSum()
        var other = DecimalSum()
        for (index, number) in [0.3, -7, 1e12, 2.000000001, -0.1].enumerated() {
            whole.add(number)
            if index.isMultiple(of: 2) { one.add(number) } else { other.add(number) }
        }
        one.add(other)
        #expect(one == whole)
        #expect(whole.value == 999_999_999_995.200000001)
        whole.subtract(one)
        #expect(whole.value == 0)
    }
}
