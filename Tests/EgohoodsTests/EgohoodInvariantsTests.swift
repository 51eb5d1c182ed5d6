import Egohoods
import Planar
import Statistics
import Testing

@Suite("Egohoods, invariants")
struct EgohoodInvariantsTests {
    @Test("one, two and eight threads give the same numbers", arguments: Town.kinds)
    func threads(kind: String) {
        let town = Town.make(kind, 5000, seed: 3)
        let one = town.egohoods.shares(nearest: [100, 1000], within: [200], threads: 1)
        #expect(town.egohoods.shares(nearest: [100, 1000], within: [200], threads: 2) == one)
        #expect(town.egohoods.shares(nearest: [100, 1000], within: [200], threads: 8) == one)
    }

    @Test("places in another order have the same neighbourhoods", arguments: Town.kinds)
    func permutation(kind: String) {
        let town = Town.make(kind, 2000, seed: 4)
        var generator = SplitMix64(seed: 8)
        var order = Array(town.x.indices)
        for place in order.indices.reversed() { order.swapAt(place, generator.below(place + 1)) }
        var other = Town()
        for place in order { other.add(town.x[place], town.y[place], town.population[place], town.group[place]) }
        let table = town.egohoods.shares(nearest: [50, 500])
        let permuted = other.egohoods.shares(nearest: [50, 500])
        for (number, place) in order.enumerated() {
            #expect(permuted.cell(number, 0) == table.cell(place, 0))
            #expect(permuted.cell(number, 1) == table.cell(place, 1))
        }
        let district = town.x.map { Int($0) % 3 }
        let sums = table.districts(district, count: 3, population: town.population, threshold: 0.5)
        #expect(
            permuted.districts(
                order.map { district[$0] }, count: 3, population: other.population, threshold: 0.5) == sums)
    }

    @Test("a rural place far from a dense centre finds its way, and the centre is not slowed by the country")
    func veryUneven() {
        var town = Town()
        var generator = SplitMix64(seed: 10)
        for _ in 0..<40_000 {
            town.add(
                50_000 + (generator.uniform() * 20_000).rounded() / 100,
                50_000 + (generator.uniform() * 20_000).rounded() / 100, 1, Double(generator.below(2)))
        }
        for number in 0..<200 { town.add(Double(number) * 500, Double(number % 17) * 6000, 1, 1) }
        let table = town.egohoods.shares(nearest: [150, 300, 20_000])
        for origin in [0, 1, 17, 39_999, 40_000, 40_100, 40_199] {
            for scale in 0..<3 {
                let expected = town.neighbourhood(town.x[origin], town.y[origin], table.scales[scale])
                #expect(table.cell(origin, scale) == expected)
            }
        }
    }

    @Test("neighbourhoods grow with the scale")
    func monotone() {
        let table = Town.make("clusters", 1000, seed: 12).egohoods
            .shares(nearest: [10, 50, 250, 1250], within: [10, 100, 1000])
        for origin in 0..<table.count {
            for scale in [1, 2, 3, 5, 6] {
                #expect(table.reached(of: origin, at: scale) >= table.reached(of: origin, at: scale - 1))
                #expect(table.members(of: origin, at: scale) >= table.members(of: origin, at: scale - 1))
            }
        }
    }
}
