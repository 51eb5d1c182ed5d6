import Egohoods
import Planar
import Statistics
import Testing

@Suite("What becomes of egohoods")
struct EgohoodSummaryTests {
    @Test("districts count the residents whose surroundings exceed the threshold, not those who meet it")
    func districts() {
        let x = [0.0, 1, 100, 101]
        let table = Egohoods(x: x, y: [0, 0, 0, 0], population: [4, 6, 5, 5], group: [3, 0, 5, 3])
            .shares(nearest: [10])
        #expect(table.shares() == [0.3, 0.3, 0.8, 0.8])
        let rows = table.districts([0, 1, 1, -1], count: 3, population: [4, 6, 5, 5], threshold: 0.3)
        #expect(rows.map(\.residents) == [4, 11, 0])
        #expect(rows.map(\.exceeding) == [0, 5, 0])
        #expect(rows.map(\.shareExceeding) == [0, 5.0 / 11, nil])
        #expect(abs((rows[0].meanShare ?? 0) - 0.3) < 1e-15 && rows[2].meanShare == nil)
        #expect(abs((rows[1].meanShare ?? 0) - (6 * 0.3 + 5 * 0.8) / 11) < 1e-15)
    }

    @Test("neighbourhoods of one's own house give the aspatial dissimilarity, the whole town gives none")
    func profile() {
        let town = Town.make("scattered", 300, seed: 20)
        let table = town.egohoods.shares(nearest: [1_000_000], within: [0])
        let house = table.profile(population: town.population, members: town.group, at: 1)
        // ½ Σ |gᵢ/G − (pᵢ − gᵢ)/(T − G)|, Duncan and Duncan 1955
        let (all, members) = (town.population.reduce(0, +), town.group.reduce(0, +))
        var expected = 0.0
        for (persons, own) in zip(town.population, town.group) {
            expected += abs(own / members - (persons - own) / (all - members)) / 2
        }
        #expect(abs((house.dissimilarity ?? 0) - expected) < 1e-12)
        #expect(abs((house.mean ?? 0) - members / all) < 1e-15)
        let everybody = table.profile(population: town.population, members: town.group)
        #expect(everybody.residents == all && everybody.share == members / all)
        #expect((everybody.dissimilarity ?? 1) < 1e-15)
        #expect(abs((everybody.isolation ?? 0) - members / all) < 1e-15)
    }

    @Test("a profile without persons, or without members, has no numbers to show")
    func emptyProfile() {
        let nobody = Egohoods(x: [0], y: [0], population: [0], group: [0]).shares(nearest: [1])
        #expect(nobody.profile(population: [0], members: [0]).mean == nil)
        let noMembers = Egohoods(x: [0], y: [0], population: [5], group: [0]).shares(nearest: [1])
        let profile = noMembers.profile(population: [5], members: [0])
        #expect(profile.mean == 0 && profile.isolation == nil && profile.dissimilarity == nil)
    }

    @Test("distances to the border are those to its nearest edge; holes are border, outside is no distance")
    func borderDistances() {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 1000, 1000, 400, 0, 0], y: [0, 0, 1000, 700, 1000, 0])
        builder.addRing(x: [500, 500, 520, 520, 500], y: [200, 220, 220, 200, 200])
        builder.closePart()
        builder.closeArea()
        let areas = builder.finish()
        let border = TerritoryBorder(areas)
        var generator = SplitMix64(seed: 30)
        let x = (0..<300).map { _ in generator.uniform() * 1200 - 100 }
        let y = (0..<300).map { _ in generator.uniform() * 1200 - 100 }
        let distances = border.distances(x: x, y: y, threads: 2)
        let locator = PointLocator(areas)
        for point in x.indices {
            var nearest = Double.infinity
            for ring in areas.rings(of: 0) {
                for vertex in areas.vertices(ofRing: ring).dropFirst() {
                    let (ax, ay) = (areas.x[vertex - 1], areas.y[vertex - 1])
                    let (dx, dy) = (areas.x[vertex] - ax, areas.y[vertex] - ay)
                    let along = min(max(((x[point] - ax) * dx + (y[point] - ay) * dy) / (dx * dx + dy * dy), 0), 1)
                    let (width, height) = (x[point] - ax - along * dx, y[point] - ay - along * dy)
                    nearest = min(nearest, (width * width + height * height).squareRoot())
                }
            }
            let expected = locator.locate(x: x[point], y: y[point]).area < 0 ? 0 : nearest
            #expect(abs(distances[point] - expected) < 1e-9)
        }
        #expect(border.distances(x: [.nan], y: [0])[0].isNaN)
    }

    @Test("a neighbourhood is cut off where its circle leaves the territory, or where too few can be reached")
    func cutOff() {
        let table = Egohoods(x: [0, 30, 60], y: [0, 0, 0], population: [1, 1, 1], group: [0, 0, 0])
            .shares(nearest: [2, 9], within: [40])
        #expect(!table.isCutOff(0, borderDistance: 30))
        #expect(table.isCutOff(0, borderDistance: 29.99))
        #expect(table.isCutOff(0, at: 1, borderDistance: 1000))
        #expect(table.isCutOff(0, at: 2, borderDistance: 39) && !table.isCutOff(0, at: 2, borderDistance: 40))
    }
}
