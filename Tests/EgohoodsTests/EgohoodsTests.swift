import Egohoods
import Planar
import Statistics
import Testing

@Suite("Egohoods")
struct EgohoodsTests {
    static let persons = [1, 2, 7, 30, 100, 400, 1000, 100_000]
    static let radii = [0, 50, 100, 141.421, 500, 20_000]

    @Test("neighbourhoods of places are those of the definition, on towns of every shape", arguments: Town.kinds)
    func bruteForce(kind: String) {
        for count in [1, 2, 7, 60, 700] {
            let town = Town.make(kind, count, seed: UInt64(count))
            let table = town.egohoods.shares(nearest: Self.persons, within: Self.radii)
            #expect(table.count == count)
            for origin in stride(from: 0, to: count, by: max(1, count / 60)) {
                for (number, scale) in table.scales.enumerated() {
                    let expected = town.neighbourhood(town.x[origin], town.y[origin], scale)
                    #expect(table.cell(origin, number) == expected, "\(kind) \(count), origin \(origin), \(scale)")
                }
            }
        }
    }

    @Test("neighbourhoods of other points, far outside ones too, are those of the definition", arguments: Town.kinds)
    func otherOrigins(kind: String) {
        let town = Town.make(kind, 500, seed: 5)
        var generator = SplitMix64(seed: 6)
        let x = (0..<80).map { _ in 499_000 + generator.uniform() * 8000 } + [430_000, 560_000]
        let y = (0..<80).map { _ in 5_699_000 + generator.uniform() * 8000 } + [5_700_000, 5_750_000]
        // On the lattice that the kernel rounds to.
        let (latticeX, latticeY) = (x.map { ($0 * 1000).rounded() / 1000 }, y.map { ($0 * 1000).rounded() / 1000 })
        let table = town.egohoods.shares(x: x, y: y, nearest: Self.persons, within: Self.radii)
        for origin in x.indices {
            for (number, scale) in table.scales.enumerated() {
                let expected = town.neighbourhood(latticeX[origin], latticeY[origin], scale)
                #expect(table.cell(origin, number) == expected, "\(kind), origin \(origin), \(scale)")
            }
        }
    }

    @Test("the documented examples hold")
    func examples() {
        let three = Egohoods(x: [0, 10, 30], y: [0, 0, 0], population: [2, 2, 6], group: [2, 0, 3]).shares(nearest: [3])
        #expect(three.share(of: 0) == 0.5)
        #expect(three.reached(of: 0) == 4)
        #expect(three.radius(of: 0) == 10)
        let two = Egohoods(x: [0, 10], y: [0, 0], population: [1, 3], group: [1, 0]).shares(nearest: [2])
        #expect(two.shares() == [0.25, 0.0])
    }

    @Test("an equidistant ring enters at once, on centimetres that no Double holds exactly, too")
    func ringTies() {
        // Four places at 0.1 m √2 or 5 m around each other; the second ring has eight by Pythagoras.
        var town = Town()
        town.add(500_000.07, 5_700_000.03, 1, 0)
        for (dx, dy) in [(0.03, 0.04), (-0.03, 0.04), (0.04, -0.03), (-0.05, 0), (0, 0.05), (0.05, 0)] {
            town.add(500_000.07 + dx, 5_700_000.03 + dy, 1, 1)
        }
        let table = town.egohoods.shares(nearest: [1, 2, 3, 7, 8])
        #expect((0..<5).map { table.reached(of: 0, at: $0) } == [1, 7, 7, 7, 7])
        #expect(table.share(of: 0, at: 1) == 6.0 / 7)
        #expect((0..<5).map { table.isReached(by: 0, at: $0) } == [true, true, true, true, false])
        #expect(table.radius(of: 0, at: 4) == .infinity)
    }

    @Test("more than the town has gives all of it, and says so; nobody anywhere has no share")
    func beyondTheTown() {
        let one = Egohoods(x: [7], y: [8], population: [3], group: [1]).shares(nearest: [4], within: [10])
        #expect(one.reached(of: 0) == 3 && one.share(of: 0) == 1.0 / 3 && !one.isReached(by: 0))
        #expect(one.isReached(by: 0, at: 1) && one.share(of: 0, at: 1) == 1.0 / 3)
        let empty = Egohoods(x: [0, 5], y: [0, 0], population: [0, 0], group: [0, 0]).shares(nearest: [1], within: [9])
        #expect(empty.shares() == [nil, nil] && empty.shares(at: 1) == [nil, nil])
        let nowhere = Egohoods(x: [], y: [], population: [], group: []).shares(x: [1], y: [1], nearest: [1])
        #expect(nowhere.shares() == [nil])
    }

    @Test("an origin without position has no neighbourhood and disturbs nobody else's")
    func originWithoutPosition() {
        let town = Town.make("scattered", 50, seed: 1)
        let table = town.egohoods.shares(
            x: [.nan, town.x[3], .infinity], y: [0, town.y[3], 0], nearest: [20], within: [100])
        #expect(table.share(of: 0) == nil && table.share(of: 2) == nil && table.radius(of: 0).isNaN)
        #expect(table.cell(1, 0) == town.neighbourhood(town.x[3], town.y[3], .nearest(20)))
    }

    @Test("several groups are shares of the same persons, each as it would be alone")
    func severalGroups() {
        let town = Town.make("clusters", 300, seed: 9)
        let others = town.population.map { ($0 / 2).rounded(.down) }
        let both = Egohoods(x: town.x, y: town.y, population: town.population, groups: [town.group, others])
            .shares(nearest: [50, 200])
        let first = town.egohoods.shares(nearest: [50, 200])
        let second = Egohoods(x: town.x, y: town.y, population: town.population, group: others)
            .shares(nearest: [50, 200])
        for scale in 0..<2 {
            #expect(both.shares(at: scale, group: 0) == first.shares(at: scale))
            #expect(both.shares(at: scale, group: 1) == second.shares(at: scale))
        }
    }

    @Test("decimals of counts are summed exactly: ten tenths are one person")
    func decimals() {
        let x = (0..<10).map(Double.init)
        let tenths = [Double](repeating: 0.1, count: 10)
        let table = Egohoods(x: x, y: x, population: tenths, group: tenths).shares(nearest: [1])
        #expect(table.isReached(by: 0) && table.reached(of: 0) == 1 && table.share(of: 0) == 1)
    }

    @Test("numbers of persons may come in any order and twice")
    func unsortedScales() {
        let town = Town.make("scattered", 200, seed: 2)
        let sorted = town.egohoods.shares(nearest: [10, 100])
        let mixed = town.egohoods.shares(nearest: [100, 10, 100])
        #expect(mixed.shares(at: 0) == sorted.shares(at: 1))
        #expect(mixed.shares(at: 1) == sorted.shares(at: 0))
        #expect(mixed.shares(at: 2) == sorted.shares(at: 1))
    }
}
