import Diagnostics
import Disclosure
import Statistics

/// A number that passed the gate, or the reason why there is none.
enum Cell: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case number(Double)
    case suppressed
    case noData
    case notApplicable

    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
}

/// A column as the gate makes it: what is suppressed has a secret row, what has no data a missing one, and what does not
/// apply is a quotient by zero.
func cells(_ cells: [Cell]) throws -> ProtectedColumn {
    var (sums, missing, secret, divisors) = (cells.map { _ in 0.0 }, [Int32](), [Int32](), [Double]())
    for (place, cell) in cells.enumerated() {
        if case .number(let number) = cell { sums[place] = number }
        if case .noData = cell { missing.append(1) } else { missing.append(0) }
        if case .suppressed = cell { secret.append(1) } else { secret.append(0) }
        if case .notApplicable = cell { divisors.append(0) } else { divisors.append(1) }
    }
    let atoms = Atoms(
        geographies: [Geography(division: "city", level: "district", version: "2021", areaCount: cells.count)],
        variables: ["number", "divisor"].map { CountVariable(id: $0, date: "2023-12-31", source: "register") },
        areas: [cells.indices.map { Int32($0) }], sums: [sums, divisors],
        missing: [missing, cells.map { _ in 0 }], secret: [secret, cells.map { _ in 0 }],
        contributors: [cells.map { _ in 0 }, cells.map { _ in 0 }])
    let columns = ThresholdProtection().protect(
        ProtectionProblem(
            atoms: atoms,
            tables: [0, 1].map { ProtectionProblem.Table(geography: 0, variable: $0) },
            rules: ["register": SourceRule(threshold: 0)])
    ).columns
    return ProtectedColumn.derived(from: columns, by: try Formula.parse("number / divisor"), hidingBelow: 0)
}

/// A column of numbers.
func column(_ numbers: [Double]) throws -> ProtectedColumn { try cells(numbers.map { Cell.number($0) }) }

/// Areas in a row, each the neighbour of the next, with weights of one's own.
func path(_ count: Int, weight: (Int, Int) -> Double = { _, _ in 1 }) -> Neighbours {
    var (starts, targets, weights) = ([0], [Int32](), [Double]())
    for area in 0..<count {
        for other in [area - 1, area + 1] where (0..<count).contains(other) {
            targets.append(Int32(other))
            weights.append(weight(area, other))
        }
        starts.append(targets.count)
    }
    return Neighbours(starts: starts, targets: targets, weights: weights)
}

/// Squares of a grid, each the neighbour of those that it shares a border with.
func grid(_ side: Int) -> Neighbours {
    var (starts, targets) = ([0], [Int32]())
    for area in 0..<side * side {
        let (row, place) = (area / side, area % side)
        for (otherRow, otherPlace) in [(row - 1, place), (row, place - 1), (row, place + 1), (row + 1, place)]
        where (0..<side).contains(otherRow) && (0..<side).contains(otherPlace) {
            targets.append(Int32(otherRow * side + otherPlace))
        }
        starts.append(targets.count)
    }
    return Neighbours(starts: starts, targets: targets, weights: targets.map { _ in 1 })
}

/// Whether two numbers agree to twelve digits or so.
func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-12 * max(1, abs(other)) }
