/// What the neighbourhoods of many origins hold, at several scales: persons, members of groups, shares, radii.
///
///     let table = Egohoods(x: [0, 10, 30], y: [0, 0, 0], population: [2, 2, 6], group: [2, 0, 3])
///         .shares(nearest: [3])
///     table.share(of: 0)                 // 0.5: two of the four persons at 0 m and 10 m
///     table.reached(of: 0)               // 4.0, since the place at 10 m enters whole
///     table.radius(of: 0)                // 10.0
///
/// Scales stand in the order in which they were asked for, the nearest persons before the radii.
public struct EgohoodTable: Sendable, Equatable {
    /// The scales.
    public let scales: [EgohoodScale]
    /// How many origins there are.
    public let count: Int
    /// How many groups there are.
    public let groups: Int
    /// Origin, scale, then persons, members of each group, radius.
    private let cells: [Double]

    /// How many numbers a cell has.
    private var width: Int { groups + 2 }

    /// Creates a table of its cells.
    init(scales: [EgohoodScale], count: Int, groups: Int, cells: [Double]) {
        precondition(cells.count == scales.count * count * (groups + 2), "a cell for each origin and scale")
        self.scales = scales
        self.count = count
        self.groups = groups
        self.cells = cells
    }

    private func place(_ origin: Int, _ scale: Int) -> Int { (origin * scales.count + scale) * width }

    /// How many persons the neighbourhood of an origin holds.
    ///
    /// Whole places enter, so for the *k* nearest it is at least *k*, unless fewer can be reached at all; then it is all
    /// of those, and ``isReached(by:at:)`` is false.
    public func reached(of origin: Int, at scale: Int = 0) -> Double { cells[place(origin, scale)] }

    /// How many of them belong to a group.
    public func members(of origin: Int, at scale: Int = 0, group: Int = 0) -> Double {
        precondition(group >= 0 && group < groups, "there is no such group")
        return cells[place(origin, scale) + 1 + group]
    }

    /// The share of a group in the neighbourhood; nil where it holds nobody.
    ///
    /// Both counts are exact, so it is the quotient to the last bit: 3 of 10 are 0.3. It exceeds 1 where the data claim
    /// more members than persons.
    public func share(of origin: Int, at scale: Int = 0, group: Int = 0) -> Double? {
        let reached = reached(of: origin, at: scale)
        return reached > 0 ? members(of: origin, at: scale, group: group) / reached : nil
    }

    /// The shares of all origins at one scale.
    public func shares(at scale: Int = 0, group: Int = 0) -> [Double?] {
        (0..<count).map { share(of: $0, at: scale, group: group) }
    }

    /// How far the neighbourhood reaches, in metres: to the last ring that entered, or the radius that was asked for.
    ///
    /// Infinite where fewer than *k* persons can be reached; NaN where the origin has no position.
    public func radius(of origin: Int, at scale: Int = 0) -> Double { cells[place(origin, scale) + width - 1] }

    /// Whether the neighbourhood holds as many persons as were asked for; a radius asks for none.
    public func isReached(by origin: Int, at scale: Int = 0) -> Bool {
        guard case .nearest(let wanted) = scales[scale] else { return true }
        return reached(of: origin, at: scale) >= Double(wanted)
    }

    /// Whether the neighbourhood leaves the land whose people are known, so that nearer neighbours may be missing.
    ///
    /// - Parameter distance: How far the origin lies within the border of that land; see ``TerritoryBorder``.
    /// - Returns: Whether the circle around the origin reaches beyond the border, or fewer than *k* persons were reached.
    public func isCutOff(_ origin: Int, at scale: Int = 0, borderDistance distance: Double) -> Bool {
        !isReached(by: origin, at: scale) || radius(of: origin, at: scale) > distance
    }
}
