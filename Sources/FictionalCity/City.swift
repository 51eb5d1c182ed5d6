/// A city region that does not exist: areas in a hierarchy, a second division across them, streets and addresses.
///
///     let city = City(CityPlan(areas: 64, addresses: 11_000))
///     city.districts.keys[0]  // "010101"
///     var residents = 0
///     city.forEachAddress(date: 1) { residents += Int($0.counts.residents) }
///
/// Borders are made at once; addresses are made one by one as they are asked for, so that a city of twenty million
/// addresses needs no more memory than its streets.
///
/// - Complexity: O(*b* log *b*) for *b* blocks, plus the vertices; a second for 10,000 areas.
public struct City: Sendable {
    /// The city's name.
    public let name = "Lindenau an der Wehre"
    /// The plan it was made from.
    public let plan: CityPlan
    /// Boroughs (Bezirke), quarters (Stadtteile) and statistical districts, from coarse to fine.
    public let levels: [CityLevel]
    /// The living environments (Lebensräume): another division of the same town, across the districts' borders.
    public let environments: CityLevel
    /// The streets, in the order of their keys.
    public let streets: [CityStreet]

    let blocks: BlockMap
    let landscape: SocialLandscape
    let network: StreetNetwork
    let flaws: AddressFlaws
    let districtOfBlock: [Int32]
    let uses: [LandUse]
    let withoutRegister: [Bool]
    let chance: Chance

    /// Builds the city of a plan.
    public init(_ plan: CityPlan) {
        let chance = Chance(seed: plan.seed)
        var blocks = BlockMap(plan, chance: chance)
        var landscape = SocialLandscape(blocks, plan: plan, chance: chance)
        let hierarchy = Hierarchy(blocks, plan: plan, landscape: landscape, chance: chance)
        let districtOfBlock = hierarchy.districtOfBlock
        let sides = Double(blocks.borderSides(districtOfBlock)) / Double(plan.areas)
        blocks.piecesPerSide = max(1, Double(plan.verticesPerArea) / sides)

        let centre = (x: plan.centreX, y: plan.centreY)
        let (uses, withoutRegister) = hierarchy.landUses(centre: centre, chance: chance)
        landscape.apply(uses, districtOf: districtOfBlock)
        let network = StreetNetwork(
            blocks, weights: landscape.addressWeights, addresses: plan.addresses, chance: chance)

        self.plan = plan
        self.levels = City.levels(hierarchy, blocks: blocks, uses: uses, centre: centre, chance: chance)
        self.environments = City.environments(blocks, plan: plan, chance: chance)
        self.streets = City.streets(network)
        self.flaws =
            plan.flaws
            ? AddressFlaws(network, blocks: blocks, districtOf: districtOfBlock, uses: uses, chance: chance)
            : AddressFlaws()
        self.blocks = blocks
        self.landscape = landscape
        self.network = network
        self.districtOfBlock = districtOfBlock
        self.uses = uses
        self.withoutRegister = withoutRegister
        self.chance = chance
    }

    /// The boroughs.
    public var boroughs: CityLevel { levels[0] }
    /// The quarters.
    public var quarters: CityLevel { levels[1] }
    /// The statistical districts.
    public var districts: CityLevel { levels[2] }

    private static func levels(
        _ hierarchy: Hierarchy, blocks: BlockMap, uses: [LandUse], centre: (x: Double, y: Double), chance: Chance
    ) -> [CityLevel] {
        let names = hierarchy.names(uses: uses, centre: centre, chance: chance)
        let keys = hierarchy.keys
        let districtOf = hierarchy.districtOfBlock
        let quarterOf = districtOf.map { hierarchy.quarterOfDistrict[Int($0)] }
        let boroughOf = quarterOf.map { hierarchy.boroughOfQuarter[Int($0)] }
        return [
            CityLevel(
                id: "bezirke", title: "Bezirke", keys: keys[0], names: names[0],
                parents: keys[0].map { _ in "" },
                areas: blocks.dissolved(boroughOf, groups: keys[0].count)),
            CityLevel(
                id: "stadtteile", title: "Stadtteile", keys: keys[1], names: names[1],
                parents: hierarchy.boroughOfQuarter.map { keys[0][Int($0)] },
                areas: blocks.dissolved(quarterOf, groups: keys[1].count)),
            CityLevel(
                id: "distrikte", title: "Statistische Distrikte", keys: keys[2], names: names[2],
                parents: hierarchy.quarterOfDistrict.map { keys[1][Int($0)] },
                areas: blocks.dissolved(districtOf, groups: keys[2].count)),
        ]
    }

    private static func environments(_ blocks: BlockMap, plan: CityPlan, chance: Chance) -> CityLevel {
        let count = max(1, (plan.areas * 12 + 32) / 64)
        let territory = blocks.territory(weights: [Double](repeating: 1, count: blocks.count))
        let raw = territory.divided(into: count, chance: chance, topic: .environmentLink)
        let merged = territory.merged(by: raw, groups: count)
        let order = Compass.order(
            merged.x.indices.map { (merged.x[$0], merged.y[$0]) }, about: (plan.centreX, plan.centreY))
        var rank = [Int32](repeating: 0, count: count)
        for (position, group) in order.enumerated() { rank[group] = Int32(position) }
        let groupOf = blocks.withExclave(raw.map { rank[Int($0)] })
        let digits = max(2, String(count).utf8.count)
        return CityLevel(
            id: "lebensraeume", title: "Lebensräume",
            keys: (1...count).map { "L" + Hierarchy.padded($0, digits: digits) },
            names: (0..<count).map { PlaceNames.landscape($0) },
            parents: (0..<count).map { _ in "" },
            areas: blocks.dissolved(groupOf, groups: count))
    }

    private static func streets(_ network: StreetNetwork) -> [CityStreet] {
        let digits = max(5, String(network.names.count).utf8.count)
        // Gaps between keys, as streets were renamed or given up over the years.
        let step = max(1, min(9, 99_999 / max(1, network.names.count)))
        return network.names.enumerated().map { index, name in
            CityStreet(key: Hierarchy.padded((index + 1) * step, digits: digits), name: name)
        }
    }
}
