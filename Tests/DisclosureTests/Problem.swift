import Disclosure

/// A problem of one variable on one geography, one atom for each area.
func problem(
    sums: [Double], missing: [Int32]? = nil, contributors: [Int32]? = nil, threshold: Double = 3,
    toleratedMissing: Double = 0
) -> ProtectionProblem {
    let none = [Int32](repeating: 0, count: sums.count)
    let atoms = Atoms(
        geographies: [Geography(division: "city", level: "district", version: "2021", areaCount: sums.count)],
        variables: [CountVariable(id: "residents", date: "2023-12-31", source: "register")],
        areas: [sums.indices.map { Int32($0) }], sums: [sums], missing: [missing ?? none],
        contributors: [contributors ?? sums.map { $0 > 0 ? 1 : 0 }])
    return ProtectionProblem(
        atoms: atoms, tables: [ProtectionProblem.Table(geography: 0, variable: 0)],
        rules: ["register": SourceRule(threshold: threshold, toleratedMissing: toleratedMissing)])
}

/// The column that the threshold rule makes of sums.
func protected(_ sums: [Double], threshold: Double = 3) -> ProtectedColumn {
    ThresholdProtection().protect(problem(sums: sums, threshold: threshold)).columns[0]
}
