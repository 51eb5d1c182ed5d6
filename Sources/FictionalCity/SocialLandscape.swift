/// How the town differs from place to place: where many live, who is poor, where families are.
///
/// All of it varies smoothly, so neighbouring blocks resemble each other: a dense centre and some village cores, two
/// or three poor quarters, a well-off fringe.
struct SocialLandscape: Sendable {
    /// Block → relative number of addresses.
    private(set) var addressWeights: [Double] = []
    /// Block → flats of a house, on average.
    private(set) var flatsPerHouse: [Double] = []
    /// Block → share of residents below pension age who receive basic income support at the first date.
    private(set) var need: [Double] = []
    /// Block → change of need from one date to the next, as a share of it.
    private(set) var needTrend: [Double] = []
    /// Block → share of households with children.
    private(set) var families: [Double] = []
    /// Block → how central, 1 in the middle; districts are the smaller, the higher.
    private(set) var centrality: [Double] = []

    /// Surveys the blocks of a town.
    init(_ blocks: BlockMap, plan: CityPlan, chance: Chance) {
        let side = plan.blockSide
        let radius = (Double(plan.areas * plan.blocksPerArea) * 0.827).squareRoot() * side
        // Quarters of a real town are about five blocks wide, whatever the size of the city.
        let quarter = 5.5 * side
        for block in 0..<blocks.count {
            let dx = blocks.x[block] - plan.centreX
            let dy = blocks.y[block] - plan.centreY
            let u = dx / quarter + 300
            let v = dy / quarter + 300
            let distance = (dx * dx + dy * dy) / (radius * radius)
            let core = 1 / (1 + distance / 0.1)
            let village = max(0, chance.noise(.density, x: u / 0.7, y: v / 0.7) - 0.15)
            let cluster = max(0, chance.noise(.need, x: u / 2.6, y: v / 2.6) - 0.2)
            let detail = chance.noise(.needDetail, x: u / 0.5, y: v / 0.5)
            let fringe = min(distance, 1)
            let share = 0.058 + 0.31 * cluster + 0.022 * detail + 0.025 * core - 0.035 * fringe
            centrality.append(core)
            addressWeights.append(0.05 + core + 0.7 * village + 0.5 * cluster)
            need.append(min(max(share, 0.008), 0.34))
            needTrend.append(0.02 + 0.12 * chance.noise(.trend, x: u / 1.5, y: v / 1.5))
            flatsPerHouse.append(1.25 + 4.2 * core + 6 * cluster)
            families.append(0.25 + 0.1 * chance.noise(.families, x: u, y: v) - 0.1 * core + 0.12 * cluster)
        }
    }

    /// Thins the addresses of blocks whose district is not for living.
    mutating func apply(_ uses: [LandUse], districtOf: [Int32]) {
        for block in addressWeights.indices {
            switch uses[Int(districtOf[block])] {
            case .homes: continue
            case .industry: addressWeights[block] = 0.12
            case .uninhabited: addressWeights[block] = 0.06
            case .forest: addressWeights[block] = 0
            }
        }
    }
}
