import Statistics

/// The people of one flat.
struct Household {
    var children: Int32 = 0
    var adults: Int32 = 0
    var elderly: Int32 = 0
    /// Whether adults and children receive basic income support.
    var isPoor = false

    /// Moves somebody in.
    ///
    /// - Parameters:
    ///   - need: The share of people below pension age around here who are poor.
    ///   - families: The share of households with children around here.
    init(need: Double, families: Double, generator: inout SplitMix64) {
        let kind = generator.uniform()
        let poverty = generator.uniform()
        let size = generator.uniform()
        if kind < families {
            let isLoneParent = generator.uniform() < 0.16 + need
            adults = isLoneParent ? 1 : 2
            let count: Int32 = size < 0.48 ? 1 : size < 0.85 ? 2 : size < 0.96 ? 3 : 4
            for _ in 0..<count {
                // A fifth of the children who live at home are past their fifteenth birthday.
                if generator.uniform() < 0.8 { children += 1 } else { adults += 1 }
            }
            isPoor = poverty < need * (isLoneParent ? 2.6 : 0.8)
        } else if kind < families + 0.27 {
            elderly = size < 0.55 ? 1 : 2
        } else {
            adults = size < 0.62 ? 1 : 2
            isPoor = poverty < need * (adults == 1 ? 1.25 : 0.55)
        }
    }
}
