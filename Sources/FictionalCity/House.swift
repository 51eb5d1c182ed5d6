import Statistics

/// Who lives in a house on a date. A flat's household depends on the house, the flat and whether the household before
/// has moved out, so that two dates have most people in common.
struct House {
    /// Which house of the city.
    let identity: Int
    /// The block it stands in.
    let block: Int
    /// What the district is there for.
    let use: LandUse
    /// Whether the register of subsidised flats covers the district.
    let hasSubsidyRegister: Bool

    /// The share of households that change from one date to the next.
    private static let moving = 0.09

    /// Counts the residents on the date with this index.
    func counts(date: Int, landscape: SocialLandscape, chance: Chance) -> CityCounts {
        var counts = CityCounts()
        if !hasSubsidyRegister { counts.subsidisedFlats = nil }
        guard use != .uninhabited else { return counts }
        var house = chance.generator(.house, identity)
        let luck = house.uniform()
        if use == .industry {
            guard luck < 0.06 else { return counts }
            counts.flats = 1
            counts.from15To64 = house.uniform() < 0.5 ? 1 : 2
            counts.residents = counts.from15To64
            return counts
        }
        if luck < 0.0006 { return careHome(beds: 50 + Int32(house.below(70)), counts) }

        let need = landscape.need[block] * (1 + landscape.needTrend[block] * Double(date))
        // Skewed: most houses are smaller than the average, a few are large.
        let spread = house.uniform()
        let flats = max(1, Int32(landscape.flatsPerHouse[block] * (0.35 + 2 * spread * spread)))
        counts.flats = flats
        let isSubsidised = house.uniform() < landscape.need[block] * 0.9 - 0.02
        let hasLostSubsidy = date > 0 && house.uniform() < 0.05
        if isSubsidised && !hasLostSubsidy && flats > 2 && hasSubsidyRegister {
            counts.subsidisedFlats = flats - flats / 4
        }
        for flat in 0..<Int(flats) {
            var lot = chance.generator(.household, identity, flat)
            guard lot.uniform() >= 0.035 else { continue }
            if lot.uniform() < House.moving * Double(date) {
                lot = chance.generator(.household, identity, flat, date)
            }
            let household = Household(need: need, families: landscape.families[block], generator: &lot)
            counts.under15 += household.children
            counts.from15To64 += household.adults
            counts.from65 += household.elderly
            if household.isPoor {
                counts.sgb2 += household.children + household.adults
                counts.sgb2Under15 += household.children
            }
        }
        counts.residents = counts.under15 + counts.from15To64 + counts.from65
        return counts
    }

    private func careHome(beds: Int32, _ empty: CityCounts) -> CityCounts {
        var counts = empty
        counts.from65 = beds
        counts.residents = beds
        return counts
    }
}
