import Statistics

/// The areas that take part in a global statistic, and the links among them.
///
/// Links to oneself and of weight zero go first, then the areas that no link touches in either direction. An area
/// without neighbours of its own that is somebody's neighbour (nearest neighbours are not mutual) stays.
struct GlobalSample {
    /// The numbers of the areas that take part, rising.
    let members: [Int]
    /// The links among them.
    let neighbours: Neighbours
    /// How many areas do not take part.
    let islands: Int

    init(_ neighbours: Neighbours, keepingSelfLinks: Bool = false) {
        var links = neighbours
        func isLink(_ member: Int, _ target: Int, _ weight: Double) -> Bool {
            weight != 0 && (keepingSelfLinks || member != target)
        }
        let isClean = (0..<links.count).allSatisfy { member in
            links.row(of: member).allSatisfy { isLink(member, Int(links.targets[$0]), links.weights[$0]) }
        }
        if !isClean { links = links.filtered(isLink) }
        var isTouched = [Bool](repeating: false, count: links.count)
        for member in 0..<links.count where !links.row(of: member).isEmpty { isTouched[member] = true }
        for target in links.targets { isTouched[Int(target)] = true }
        members = (0..<links.count).filter { isTouched[$0] }
        islands = links.count - members.count
        self.neighbours = islands == 0 ? links : links.restricted(to: members)
    }

    /// How many areas take part.
    var count: Int { members.count }

    /// The values of those areas.
    func values(_ all: [Double]) -> [Double] {
        precondition(all.count == members.count + islands, "one value for each area")
        return islands == 0 ? all : members.map { all[$0] }
    }

    /// The values of those areas over a power of two, so that the largest lies in 1..<2 and no sum of squares or fourth
    /// powers leaves the range of numbers. No digit changes, and statistics that are ratios stay what they are.
    func scaled(_ all: [Double]) -> [Double] {
        let values = values(all)
        let largest = values.reduce(0) { max($0, $1.magnitude) }
        guard largest > 0 else { return values }
        return values.map { $0.scaled(exponent: -Int(largest.exponent)) }
    }

    /// The deviations of those areas' values from their mean, ``scaled(_:)``; `nil` where all are equal.
    func deviations(_ all: [Double]) -> [Double]? {
        let values = scaled(all)
        // Compared exactly: equal values have a mean that may differ from them by rounding.
        guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        return values.map { $0 - mean }
    }
}

extension Double {
    /// The number times a power of two, in steps that are numbers themselves.
    fileprivate func scaled(exponent: Int) -> Double {
        let half = exponent / 2
        return self * Double(sign: .plus, exponent: half, significand: 1)
            * Double(sign: .plus, exponent: exponent - half, significand: 1)
    }
}
