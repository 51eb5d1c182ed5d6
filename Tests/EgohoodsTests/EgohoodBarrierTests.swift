import Egohoods
import Planar
import Testing

@Suite("Egohoods behind barriers")
struct EgohoodBarrierTests {
    /// A river through the middle, crooked, with a bridge.
    static func river(bridge: Bool) -> Barriers {
        var line = Polylines()
        line.add(x: [499_000, 501_000, 502_500, 507_000], y: [5_701_200, 5_701_900, 5_701_100, 5_701_700])
        var gates = Polylines()
        if bridge { gates.add(x: [502_500], y: [5_701_100]) }
        return Barriers(line, gates: gates, gateWidth: 300)
    }

    @Test("who lives behind the river away from the bridge does not enter", arguments: Town.kinds)
    func bruteForce(kind: String) {
        for bridge in [false, true] {
            var town = Town.make(kind, 400, seed: 14)
            town.barriers = Self.river(bridge: bridge)
            let table = town.egohoods.shares(nearest: [5, 60, 300, 1500], within: [0, 300, 3000])
            for origin in stride(from: 0, to: 400, by: 7) {
                for (number, scale) in table.scales.enumerated() {
                    let expected = town.neighbourhood(town.x[origin], town.y[origin], scale)
                    #expect(table.cell(origin, number) == expected, "\(kind) \(bridge) \(origin) \(scale)")
                }
            }
        }
    }

    @Test("shut in by walls, the neighbourhood is what is inside, and an origin on the wall still has its own house")
    func shutIn() {
        var wall = Polylines()
        wall.add(x: [0, 10, 10, 0, 0], y: [0, 0, 10, 10, 0])
        let town = Egohoods(
            x: [5, 6, 20, 10], y: [5, 5, 5, 5], population: [1, 2, 4, 8], group: [1, 0, 4, 0], barriers: Barriers(wall))
        let table = town.shares(nearest: [4, 100])
        #expect(table.reached(of: 0) == 11 && table.radius(of: 0) == 5)
        #expect(table.reached(of: 0, at: 1) == 11 && !table.isReached(by: 0, at: 1))
        #expect(table.reached(of: 2, at: 1) == 12)
        #expect(table.reached(of: 3, at: 1) == 15)
    }

    @Test("barriers that are nowhere near change nothing")
    func farAway() {
        var town = Town.make("scattered", 500, seed: 15)
        let free = town.egohoods.shares(nearest: [200])
        var line = Polylines()
        line.add(x: [0, 1000], y: [0, 0])
        town.barriers = Barriers(line)
        #expect(town.egohoods.shares(nearest: [200]) == free)
    }
}
