extension Hierarchy {
    /// The names of boroughs, quarters and districts.
    ///
    /// Boroughs are called by their direction where that tells them apart. Districts either take their quarter's name
    /// with a direction or have one of their own; two far from each other are both called Mühlenviertel, because real
    /// names are not unique either.
    func names(uses: [LandUse], centre: (x: Double, y: Double), chance: Chance) -> [[String]] {
        let quarterMiddles = middles(of: quarterOfDistrict, members: middles)
        let boroughMiddles = middles(of: boroughOfQuarter, members: quarterMiddles)

        var boroughs: [String] = []
        var directions: Set<String> = []
        for (index, middle) in boroughMiddles.enumerated() {
            let direction = index == 0 ? "Mitte" : Compass.name(x: middle.x - centre.x, y: middle.y - centre.y)
            boroughs.append(directions.insert(direction).inserted ? direction : PlaceNames.village(index + 90))
        }

        let shift = Int(chance.bits(.placeName, 0) % 97)
        let quarters = quarterMiddles.indices.map { $0 == 0 ? "Altstadt" : PlaceNames.village($0 + shift) }

        var districts: [String] = []
        var namesHere: Set<String> = []
        for (district, quarter) in quarterOfDistrict.enumerated() {
            if district > 0 && quarterOfDistrict[district - 1] != quarter { namesHere.removeAll() }
            let middle = quarterMiddles[Int(quarter)]
            let direction = Compass.name(x: middles[district].x - middle.x, y: middles[district].y - middle.y)
            var name = "\(quarters[Int(quarter)])-\(direction)"
            let wantsOwnName = chance.unit(.placeName, 1, district) < 0.45
            if wantsOwnName || namesHere.contains(name) { name = PlaceNames.quarter(district + shift) }
            if district == middles.count / 4 || district == middles.count * 3 / 4 { name = "Mühlenviertel" }
            if uses[district] != .homes {
                let wide = Compass.name(x: middles[district].x - centre.x, y: middles[district].y - centre.y)
                name = PlaceNames.special(uses[district], wide)
            }
            namesHere.insert(name)
            districts.append(name)
        }
        return [boroughs, quarters, districts]
    }

    private func middles(of groupOf: [Int32], members: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        let groups = Int(groupOf.max() ?? -1) + 1
        let centres = Territory.centres(of: groupOf, groups: groups, x: members.map { $0.x }, y: members.map { $0.y })
        return (0..<groups).map { (centres.x[$0], centres.y[$0]) }
    }

    /// What each district is there for. One in 64 is industry, one has no residents, one has no address.
    ///
    /// - Returns: The uses, and the districts whose subsidised flats nobody has counted.
    func landUses(
        centre: (x: Double, y: Double), chance: Chance
    ) -> (uses: [LandUse], withoutRegister: [Bool]) {
        let count = middles.count
        var uses = [LandUse](repeating: .homes, count: count)
        var withoutRegister = [Bool](repeating: false, count: count)
        guard count >= 16 else { return (uses, withoutRegister) }
        func distance(_ district: Int) -> Double {
            let dx = middles[district].x - centre.x
            let dy = middles[district].y - centre.y
            return dx * dx + dy * dy
        }
        // From the centre outwards; the Mühlenviertel stay homes.
        let named = [count / 4, count * 3 / 4]
        let outwards = (0..<count).filter { !named.contains($0) }.sorted { (distance($0), $0) < (distance($1), $1) }
        let each = max(1, count / 64)
        func take(from low: Int, to high: Int, _ topic: Int) -> [Int] {
            let candidates = outwards[(outwards.count * low / 100)..<(outwards.count * high / 100)]
            let lots = candidates.map { (lot: chance.bits(.landUse, topic, $0), district: $0) }
            return lots.sorted { $0.lot < $1.lot }.prefix(each).map { $0.district }
        }
        for district in take(from: 10, to: 30, 0) { withoutRegister[district] = true }
        for district in take(from: 32, to: 48, 1) { uses[district] = .uninhabited }
        for district in take(from: 50, to: 68, 2) { uses[district] = .industry }
        for district in take(from: 82, to: 100, 3) { uses[district] = .forest }
        return (uses, withoutRegister)
    }
}
