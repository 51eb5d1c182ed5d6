public import Diagnostics

extension IndexRecipe {
    /// The names of the official recipes that are compiled in.
    public static let presetNames = ["berlin-mss-2021", "berlin-mss-2017", "imd-2025"]

    /// An official recipe.
    ///
    ///     try IndexRecipe.preset("berlin-mss-2021").columns  // ["S1", "S3", "S4", "D1", "D3", "D4"]
    ///
    /// **`berlin-mss-2021`** Monitoring Soziale Stadtentwicklung Berlin, editions 2019 and 2021: three indicators of
    /// the state in per cent at the end of the year (S1 unemployed, S3 not unemployed with transfer income, S4 children
    /// in households with transfer income) and their changes over two years in percentage points (D1, D3, D4).
    /// z-values with the deviation of these areas (divisor *n*), unweighted sum, standardised once more. Status:
    /// 1 high below −1, 2 medium from −1 to 1, 3 low to 1.5, 4 very low above. Dynamics: `+` below −1, `+/-` from −1
    /// to 1, `-` above. −9999 is missing. Source: Senatsverwaltung für Stadtentwicklung, Indikatorenblätter MSS 2021,
    /// sections 3 and 4.
    ///
    /// **`berlin-mss-2017`** The editions 2013 to 2017 with four indicators each (S2 and D2: long-term unemployed).
    ///
    /// Both leave out planning areas below 300 inhabitants, and a few outliers by hand (10100205 in 2021; 10010203
    /// before, 04020314 in 2017): a table that has values for them needs `--exclude`, or the means are others.
    ///
    /// **`imd-2025`** English Indices of Deprivation 2025: ranks of seven domains (1 = most deprived) → exponential
    /// transformation → sum weighted .225, .225, .135, .135, .093, .093, .093. The published weights add up to 0.999
    /// and are used as they are. Ranks are taken anew among the areas of the table, ties sharing their mean rank, so a
    /// table with a part of England gives scores among that part. Source: English Indices of Deprivation 2025,
    /// technical report.
    ///
    /// - Throws: `InputError` (unknown name) with the known names.
    public static func preset(_ name: String) throws(InputError) -> IndexRecipe {
        switch name {
        case "berlin-mss-2021": try IndexRecipe(yaml: presetBerlin2021)
        case "berlin-mss-2017": try IndexRecipe(yaml: presetBerlin2017)
        case "imd-2025": try IndexRecipe(yaml: presetEngland2025)
        default:
            throw InputError(
                .unknownName, "there is no preset '\(name)'",
                remedy: "there are \(presetNames.joined(separator: ", "))")
        }
    }
}
