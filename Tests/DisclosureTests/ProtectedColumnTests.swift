import Disclosure
import Statistics
import Testing

@Suite("protected column")
struct ProtectedColumnTests {
    let rate = Result { try Formula.parse("100 * part / whole") }

    @Test("a rate is hidden where its numerator or its denominator is")
    func hiddenOperands() throws {
        let part = protected([2, 5, 0, 5], threshold: 3)
        let whole = protected([50, 50, 50, 2], threshold: 3)
        let column = ProtectedColumn.derived(from: [part, whole], by: try rate.get(), hidingBelow: 3)
        #expect(column.states == [.suppressed, .value, .value, .suppressed])
        #expect(column.values == [0, 10, 0, 0])
    }

    @Test("a zero denominator gives not applicable, also zero by zero")
    func zeroDenominator() throws {
        let column = ProtectedColumn.derived(
            from: [protected([5, 0]), protected([0, 0])], by: try rate.get(), hidingBelow: 3)
        #expect(column.states == [.notApplicable, .notApplicable])
        #expect(column.values == [0, 0])
    }

    @Test("a rate below the threshold is no small count and is shown")
    func smallRate() throws {
        let column = ProtectedColumn.derived(
            from: [protected([5]), protected([500])], by: try rate.get(), hidingBelow: 3)
        #expect(column.states == [.value])
        #expect(column.values == [1])
    }

    @Test("a small difference of two counts that are shown is hidden like any small count")
    func smallDifference() throws {
        let formula = try Formula.parse("residents - under15")
        let column = ProtectedColumn.derived(
            from: [protected([50, 50, 50]), protected([49, 47, 50])], by: formula, hidingBelow: 3)
        #expect(column.states == [.suppressed, .value, .value])
        #expect(column.values == [0, 3, 0])
    }

    @Test(
        "a small count made on the way hides the result, however it is wrapped",
        arguments: [
            "100 * (a - b) / a", "1 * (a - b)", "100 * a - 100 * b", "a + -b", "a - 1 * b", "(a - b) / 1",
            "a + 5 - b", "a / (a - b)", "-(a - b)",
        ])
    func wrappedDifference(text: String) throws {
        let formula = try Formula.parse(text)
        let operands = [protected([100, 100]), protected([99, 50])]
        let column = ProtectedColumn.derived(from: operands, by: formula, hidingBelow: 3)
        #expect(column.states == [.suppressed, .value])
    }

    @Test("suppressed goes before no data, no data before not applicable")
    func precedence() throws {
        let all = problem(
            sums: [2, 2, 2, 50, 50], missing: [0, 0, 0, 1, 1], contributors: [1, 1, 1, 1, 1])
        let hiddenOrUnknown = ThresholdProtection().protect(all).columns[0]
        #expect(hiddenOrUnknown.states == [.suppressed, .suppressed, .suppressed, .noData, .noData])
        let none = problem(sums: [50, 50, 9, 9, 0], missing: [1, 0, 0, 0, 0], contributors: [1, 1, 1, 1, 0])
        let other = ThresholdProtection().protect(none).columns[0]
        let inapplicable = ProtectedColumn.derived(from: [other], by: try Formula.parse("1 / a"), hidingBelow: 3)
        #expect(inapplicable.states == [.noData, .value, .value, .value, .notApplicable])
        let sum = try Formula.parse("a + b")
        let both = ProtectedColumn.derived(from: [inapplicable, hiddenOrUnknown], by: sum, hidingBelow: 3)
        #expect(both.states == [.suppressed, .suppressed, .suppressed, .noData, .noData])
        #expect(both == ProtectedColumn.derived(from: [hiddenOrUnknown, inapplicable], by: sum, hidingBelow: 3))
    }
}
