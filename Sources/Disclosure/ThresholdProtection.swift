import Statistics

/// Hides every count that is not zero and below its source's threshold, whatever its sign, and nothing else.
///
///     let tables = ThresholdProtection().protect(problem)
///     tables.columns[0].states[3]  // .suppressed
///
/// This is primary suppression only. A hidden cell may be derivable from a total, from another division, or from an
/// earlier release; ``notice`` says so and every output repeats it. When not to use it: for anything that leaves the
/// office without a person having looked at it.
///
/// Areas without any row of the source have a true zero. An area in which more rows lack a value than the source's
/// rule tolerates has no known sum; where the source keeps one of them secret, the sum is as secret.
public struct ThresholdProtection: Protection {
    /// The words that every output of such a release repeats.
    public static let notice = "threshold only: hidden values may be derivable"

    /// Creates the protection; thresholds come with the problem.
    public init() {}

    /// Protects each table by itself.
    ///
    /// - Precondition: The problem has a rule for each variable's source.
    /// - Complexity: O(*tables* · *atoms*).
    public func protect(_ problem: ProtectionProblem) -> ProtectedTables {
        let columns = problem.tables.map { table in
            let variable = problem.atoms.variables[table.variable]
            guard let rule = problem.rules[variable.source] else {
                preconditionFailure("no rule for source \(variable.source)")
            }
            return column(of: table, in: problem.atoms, rule: rule)
        }
        return ProtectedTables(columns: columns, notice: ThresholdProtection.notice)
    }

    private func column(of table: ProtectionProblem.Table, in atoms: Atoms, rule: SourceRule) -> ProtectedColumn {
        let areaCount = atoms.geographies[table.geography].areaCount
        var sums = [DecimalSum](repeating: DecimalSum(), count: areaCount)
        var missing = [Int](repeating: 0, count: areaCount)
        var secret = [Int](repeating: 0, count: areaCount)
        var contributors = [Int](repeating: 0, count: areaCount)
        for (atom, area) in atoms.areas[table.geography].enumerated() where area >= 0 {
            sums[Int(area)].add(atoms.sums[table.variable][atom])
            missing[Int(area)] += Int(atoms.missing[table.variable][atom])
            secret[Int(area)] += Int(atoms.secret[table.variable][atom])
            contributors[Int(area)] += Int(atoms.contributors[table.variable][atom])
        }
        var values = [Double](repeating: 0, count: areaCount)
        var states = [ValueState](repeating: .value, count: areaCount)
        for area in 0..<areaCount {
            let sum = sums[area].value
            // The quotient, not the product: 29 of 100 rows are 0.29 exactly as the rule's 0.29 is read, 0.29 · 100 < 29.
            let without = missing[area] + secret[area]
            let rows = without + contributors[area]
            if rows > 0 && Double(without) / Double(rows) > rule.toleratedMissing {
                states[area] = secret[area] > 0 ? .suppressed : .noData
            } else if sum != 0 && sum.magnitude < rule.threshold {
                states[area] = .suppressed
            } else {
                values[area] = sum
            }
        }
        return ProtectedColumn(values: values, states: states)
    }
}
