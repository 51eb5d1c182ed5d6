/// The division of the town into boroughs (Bezirke), quarters (Stadtteile) and statistical districts, with keys.
struct Hierarchy: Sendable {
    /// Block → district; districts are numbered in the order of their keys.
    let districtOfBlock: [Int32]
    /// District → quarter, in the order of keys.
    let quarterOfDistrict: [Int32]
    /// Quarter → borough, in the order of keys.
    let boroughOfQuarter: [Int32]
    /// The keys of boroughs, quarters and districts.
    let keys: [[String]]
    /// The middle of each district in metres.
    let middles: [(x: Double, y: Double)]

    /// Divides the blocks of a town.
    init(_ blocks: BlockMap, plan: CityPlan, landscape: SocialLandscape, chance: Chance) {
        let territory = blocks.territory(weights: landscape.centrality.map { 0.4 + $0 })
        let count = min(plan.areas, territory.count)
        let main = territory.divided(into: count, chance: chance, topic: .regionLink)
        let districts = territory.merged(by: main, groups: count)
        let quarterCount = min(count, max(1, (count * 18 + 32) / 64))
        let rawQuarters = districts.divided(into: quarterCount, chance: chance, topic: .regionLink)
        let quarters = districts.merged(by: rawQuarters, groups: quarterCount)
        let boroughCount = min(quarterCount, max(1, (count * 5 + 32) / 64))
        let rawBoroughs = quarters.divided(into: boroughCount, chance: chance, topic: .regionLink)

        let centre = (x: plan.centreX, y: plan.centreY)
        let boroughs = quarters.merged(by: rawBoroughs, groups: boroughCount)
        let boroughOrder = Compass.order(Hierarchy.places(boroughs), about: centre)
        let quarterOrder = Hierarchy.order(
            quarters, under: boroughs, groupOf: rawBoroughs, groupOrder: boroughOrder)
        let districtOrder = Hierarchy.order(
            districts, under: quarters, groupOf: rawQuarters, groupOrder: quarterOrder)

        let boroughRank = Hierarchy.ranks(boroughOrder)
        let quarterRank = Hierarchy.ranks(quarterOrder)
        let districtRank = Hierarchy.ranks(districtOrder)
        districtOfBlock = blocks.withExclave(main.map { districtRank[Int($0)] })
        quarterOfDistrict = districtOrder.map { quarterRank[Int(rawQuarters[$0])] }
        boroughOfQuarter = quarterOrder.map { boroughRank[Int(rawBoroughs[$0])] }
        middles = districtOrder.map { (districts.x[$0], districts.y[$0]) }

        let boroughKeys = Hierarchy.keys(parents: [""], parentOf: [Int32](repeating: 0, count: boroughCount))
        let quarterKeys = Hierarchy.keys(parents: boroughKeys, parentOf: boroughOfQuarter)
        keys = [boroughKeys, quarterKeys, Hierarchy.keys(parents: quarterKeys, parentOf: quarterOfDistrict)]
    }

    private static func places(_ territory: Territory) -> [(x: Double, y: Double)] {
        territory.x.indices.map { (territory.x[$0], territory.y[$0]) }
    }

    /// Members in the order of their groups, and within a group about its middle.
    private static func order(
        _ members: Territory, under groups: Territory, groupOf: [Int32], groupOrder: [Int]
    ) -> [Int] {
        var membersOfGroup = [[Int]](repeating: [], count: groups.count)
        for (member, group) in groupOf.enumerated() { membersOfGroup[Int(group)].append(member) }
        return groupOrder.flatMap { group in
            let here = membersOfGroup[group]
            let places = here.map { (members.x[$0], members.y[$0]) }
            return Compass.order(places, about: (groups.x[group], groups.y[group])).map { here[$0] }
        }
    }

    private static func ranks(_ order: [Int]) -> [Int32] {
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
        return ranks
    }

    /// The parent's key and the member's number under it, with so many digits that all keys have one length.
    private static func keys(parents: [String], parentOf: [Int32]) -> [String] {
        var numbers: [Int] = []
        var used = [Int](repeating: 0, count: parents.count)
        for parent in parentOf {
            used[Int(parent)] += 1
            numbers.append(used[Int(parent)])
        }
        let digits = max(2, String(used.max() ?? 0).utf8.count)
        return numbers.indices.map { index in
            parents[Int(parentOf[index])] + padded(numbers[index], digits: digits)
        }
    }

    /// A number with leading zeros.
    static func padded(_ number: Int, digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
