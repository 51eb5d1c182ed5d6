public import Planar

/// Who lives around: places with people, from which neighbourhoods of people rather than of borders are taken.
///
///     let town = Egohoods(x: x, y: y, population: residents, group: onBenefits)
///     let table = town.shares(nearest: [100, 500, 2000], within: [300])
///     table.share(of: 0, at: 1)    // among the 500 persons nearest to the first address
///     table.share(of: 0, at: 3)    // among those within 300 m
///
/// The *k* nearest persons of an origin are those of the nearest places, the origin's own first. The conventions are
/// those of EquiPop (Östh, Clark, Malmberg: Measuring the scale of segregation using k-nearest neighbor aggregates,
/// Geographical Analysis 47, 2015; Östh, Türk: Integrating infrastructure and accessibility in measures of bespoke
/// neighbourhoods, 2020): a place enters whole, all places of one distance (a ring) at once, so that no order of the
/// data shows, and what is counted is *N*ₖ ≥ *k*. Where fewer than *k* persons can be reached the neighbourhood is all
/// of them and says so. Within a radius, that distance included, there are no ties to break.
///
/// **Distances** are Euclidean in metres of one plane; degrees are none. Coordinates are rounded to a lattice, by default
/// of millimetres, so that squares of distances are whole numbers: two places are equally far when these are equal, which
/// is decided exactly up to 94 km (94 million steps) and beyond that to 53 bits. Places at one position are one.
///
/// **Barriers** keep out a place when the straight line from the origin to it crosses one away from its gates. Other
/// places are then reached instead, farther away.
///
/// A place without people takes part as an origin only. When not to use it: for shares of districts, which are sums.
public struct Egohoods: Sendable {
    let places: PlaceTree
    let barriers: Barriers?
    /// Place as given → easting and northing in steps of the lattice.
    let x: [Double]
    let y: [Double]

    /// Takes up the places.
    ///
    /// - Parameters:
    ///   - x: Place → easting in metres.
    ///   - y: Place → northing in metres.
    ///   - population: Place → persons.
    ///   - groups: Group → place → members of the group among the persons.
    ///   - barriers: What keeps neighbours apart, in the same plane.
    ///   - stepsPerMetre: How fine the lattice is.
    /// - Precondition: All arrays of places are of one length below 2³¹; coordinates and counts are finite, counts not
    ///   negative, and a column's sum stays below 2⁵³. Decimals of counts are kept to nine places where there is room.
    /// - Complexity: O(*n* log *n*), memory O(*n*).
    public init(
        x: [Double], y: [Double], population: [Double], groups: [[Double]], barriers: Barriers? = nil,
        stepsPerMetre: Double = 1000
    ) {
        precondition(x.count == y.count && x.count == population.count, "a position and a count for each place")
        precondition(groups.allSatisfy { $0.count == x.count }, "a count for each place and group")
        precondition(x.count < Int(Int32.max), "too many places")
        precondition(stepsPerMetre > 0, "a lattice has steps")
        self.x = PlaceTree.steps(x, per: stepsPerMetre)
        self.y = PlaceTree.steps(y, per: stepsPerMetre)
        self.barriers = barriers.flatMap { $0.isEmpty ? nil : $0 }
        places = PlaceTree(x: self.x, y: self.y, counts: [population] + groups, stepsPerMetre: stepsPerMetre)
    }

    /// Takes up the places, with one group.
    public init(
        x: [Double], y: [Double], population: [Double], group: [Double], barriers: Barriers? = nil,
        stepsPerMetre: Double = 1000
    ) {
        self.init(
            x: x, y: y, population: population, groups: [group], barriers: barriers, stepsPerMetre: stepsPerMetre)
    }
}
