import Diagnostics
import Disclosure
import Statistics
import Testing

@Suite("Formulas over counts")
struct FormulaTests {
    @Test("a rate is a hundred times one count over another")
    func rate() throws {
        let rate = try Formula.parse("100 * sgb2 / residents_15_64")
        #expect(rate.variables == ["sgb2", "residents_15_64"])
        #expect(rate.evaluate([5, 40]) == 12.5)
        #expect(rate.root == .quotient(.product(.number(100), .variable(0)), .variable(1)))
    }

    @Test(
        "operators have their usual precedence and bind to the left",
        arguments: [
            ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("10 - 4 - 3", 3), ("10 - (4 - 3)", 9), ("24 / 4 / 2", 3),
            ("24 / (4 / 2)", 12), ("-2 * 3", -6), ("2 * -3", -6), ("2 - -3", 5), ("--2", 2), ("-(2 + 3)", -5),
            ("0.5 + 0.0", 0.5), ("1.25*8", 10), ("\t7\n", 7), ("12 / 4 * 3", 9),
        ] as [(String, Double)])
    func precedence(text: String, expected: Double) throws {
        #expect(try Formula.parse(text).evaluate([]) == expected)
    }

    @Test("whatever divides by zero is not applicable, and zero divided is zero")
    func zeroDenominator() throws {
        #expect(try Formula.parse("100 * a / b").evaluate([5, 0]) == nil)
        #expect(try Formula.parse("100 * a / b").evaluate([0, 0]) == nil)
        #expect(try Formula.parse("100 * a / b").evaluate([0, 7]) == 0)
        #expect(try Formula.parse("c + a / (b - b)").evaluate([1, 2, 3]) == nil)
        #expect(try Formula.parse("0 * (a / b)").evaluate([1, 0]) == nil)
    }

    @Test("a number too large for a table is not applicable, and zero has no sign")
    func edges() throws {
        #expect(try Formula.parse("a * a").evaluate([1e200]) == nil)
        #expect(try #require(try Formula.parse("-a").evaluate([0])).sign == .plus)
    }

    @Test("variables come in the order of their first occurrence, each once, and keep their case")
    func variables() throws {
        let formula = try Formula.parse("(b + A) / (_c1 + b) * A")
        #expect(formula.variables == ["b", "A", "_c1"])
        #expect(formula.evaluate([1, 2, 3]) == 1.5)
    }

    @Test(
        "counts are variables, sums and differences of them",
        arguments: [
            ("residents", true), ("under15 + aged65", true), ("(a + b) + c", true), ("residents - under15", true),
            ("100 * a / b", false), ("a + 1", false), ("-a", false), ("7", false),
        ])
    func counts(text: String, isCount: Bool) throws {
        #expect(try Formula.parse(text).isCount == isCount)
    }

    @Test(
        "a formula has one canonical spelling",
        arguments: [
            ("100*(sgb2)/residents", "100 * sgb2 / residents"), ("a-(b-c)", "a - (b - c)"), ("(a-b)-c", "a - b - c"),
            ("a*(b+c)", "a * (b + c)"), ("a/(b*c)", "a / (b * c)"), ("-(a+b)", "-(a + b)"), ("- - a", "--a"),
            ("a - -b", "a - -b"), ("007.50 * a", "7.5 * a"), ("0.00001*a", "0.00001 * a"),
            ("0.000000123*a", "0.000000123 * a"), ("100000000000000*a", "100000000000000 * a"), ("-(a*b)", "-(a * b)"),
        ])
    func canonical(text: String, expected: String) throws {
        let formula = try Formula.parse(text)
        #expect(formula.description == expected)
        #expect(try Formula.parse(expected) == formula)
    }

    @Test(
        "what does not parse is named with its column and a remedy",
        arguments: [
            ("a + * b", "'*' at column 5", "complete"), ("100 * a / ", "the end at column 11", "complete"),
            ("", "the end at column 1", "complete"), ("0,5 * a", "',' at column 2", "point"),
            (".5 * a", "'.' at column 1", "0.5"), ("5. * a", "'.' at column 2", "0.5"),
            ("a b", "'b' at column 3", "write + - *"), ("(a + b", "'(' at column 1", "')'"),
            ("a + b)", "')' at column 6", "'('"), ("1e5 * a", "'e5' at column 2", "write + - *"),
            ("a × b", "'×' at column 3", "*"), ("a % b", "'%' at column 3", "100 * a / b"),
            ("größe", "'ö' at column 3", "letters"), ("a / 0", "'0' at column 5", "divide"),
            ("a / (0.0)", "'(' at column 5", "divide"), ("1234567890123456", "'1234567890123456' at column 1", "15"),
            ("system(\"ls\")", "'(' at column 7", "write + - *"), ("(a b)", "'b' at column 4", "')'"),
            ("a = b", "'=' at column 3", "names"), ("()", "')' at column 2", "complete"),
        ])
    func errors(text: String, message: String, remedy: String) throws {
        let error = try #require(throws: InputError.self) { try Formula.parse(text) }
        #expect(error.code == .formula)
        #expect(error.message.contains(message), "\(error)")
        #expect(error.remedy.contains(remedy), "\(error)")
    }

    @Test("depth and length are limited, so that no formula exhausts the stack")
    func limits() throws {
        let nested = String(repeating: "(", count: 900) + "a" + String(repeating: ")", count: 900)
        #expect(throws: InputError.self) { try Formula.parse(nested) }
        #expect(throws: InputError.self) { try Formula.parse(String(repeating: "-", count: 900) + "a") }
        #expect(throws: InputError.self) { try Formula.parse(String(repeating: "a+", count: 2_000) + "a") }
        let long = try Formula.parse(String(repeating: "a+", count: 999) + "a")
        #expect(long.evaluate([1]) == 1_000)
        #expect(try Formula.parse(long.description.filter { $0 != " " }) == long)
    }

    @Test("an unknown variable is named, with the nearest known name")
    func unknownVariable() throws {
        let formula = try Formula.parse("100 * sgb2 / resident")
        try formula.check(against: ["sgb2", "resident"])
        let error = try #require(throws: InputError.self) {
            try formula.check(against: ["residents", "sgb2", "under15"])
        }
        #expect(error.code == .formula)
        #expect(error.message.contains("'resident'"))
        #expect(error.remedy == "did you mean 'residents'?")
        let far = try #require(throws: InputError.self) { try formula.check(against: ["xyz", "sgb2"]) }
        #expect(far.remedy == "known are sgb2, xyz")
    }

    @Test("the nearest name ignores case and is not far-fetched")
    func nearestName() {
        #expect(Formula.nearestName(to: "Tresholds", among: ["title", "threshold"]) == "threshold")
        #expect(Formula.nearestName(to: "THRESHOLD", among: ["title", "threshold"]) == "threshold")
        #expect(Formula.nearestName(to: "population", among: ["title", "threshold"]) == nil)
        #expect(Formula.nearestName(to: "a", among: []) == nil)
    }

    @Test("any tree reads back from its canonical spelling and computes the same")
    func roundTrip() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2_000 {
            let text = FormulaTests.randomText(depth: 5, &random)
            let formula = try Formula.parse(text)
            let again = try Formula.parse(formula.description)
            #expect(again == formula, "\(text)")
            let values = formula.variables.map { _ in Double(random.next() % 4) }
            #expect(again.evaluate(values) == formula.evaluate(values))
        }
    }

    private static func randomText(depth: Int, _ random: inout SplitMix64) -> String {
        guard depth > 0, random.next() % 4 > 0 else {
            return random.next() % 3 == 0 ? "\(1 + random.next() % 99).\(random.next() % 100)" : "v\(random.next() % 5)"
        }
        let left = randomText(depth: depth - 1, &random)
        switch random.next() % 6 {
        case 0: return "-(\(left))"
        case 1: return "(\(left))"
        case let choice:
            let sign = ["+", "-", "*", "/"][Int(choice - 2)]
            return "(\(left))\(sign)(\(randomText(depth: depth - 1, &random)))"
        }
    }
}
