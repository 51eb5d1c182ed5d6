import FictionalCity
import Planar
import Testing

@Suite("Divisions of a fictional city")
struct DivisionTests {
    @Test("the demo region has 5 boroughs, 18 quarters, 64 districts and 12 living environments")
    func counts() {
        let city = DemoCity.city
        #expect(city.levels.map { $0.keys.count } == [5, 18, 64])
        #expect(city.environments.keys.count == 12)
        for level in city.levels + [city.environments] {
            #expect(level.names.count == level.keys.count)
            #expect(level.parents.count == level.keys.count)
            #expect(level.areas.count == level.keys.count)
        }
        #expect(city.districts.keys[0] == "010101")
        #expect(city.environments.keys[11] == "L12")
    }

    @Test("keys rise, have one length, and begin with an existing parent's key", arguments: [1, 7, 64, 1_000])
    func keys(areas: Int) {
        let city = City(CityPlan(areas: areas, addresses: 0, blocksPerArea: 4, seed: 5))
        #expect(city.districts.keys.count == areas)
        for (above, level) in zip([nil] + city.levels.map { Optional($0) }, city.levels) {
            #expect(zip(level.keys, level.keys.dropFirst()).allSatisfy { $0 < $1 })
            #expect(Set(level.keys.map { $0.utf8.count }).count == 1)
            for (key, parent) in zip(level.keys, level.parents) {
                #expect(key.hasPrefix(parent) && key != parent)
                #expect(above.map { $0.keys.contains(parent) } ?? parent.isEmpty)
            }
        }
    }

    @Test("boroughs are of similar size")
    func balance() {
        let parents = DemoCity.city.quarters.parents
        let districtsOf = DemoCity.city.boroughs.keys.map { borough in
            DemoCity.city.districts.keys.count { $0.hasPrefix(borough) }
        }
        #expect(districtsOf.allSatisfy { (8...18).contains($0) }, "\(districtsOf)")
        #expect(Set(parents).count == 5)
    }

    @Test("two districts are called Mühlenviertel, in different boroughs")
    func names() {
        let districts = DemoCity.city.districts
        let twins = districts.names.indices.filter { districts.names[$0] == "Mühlenviertel" }
        #expect(twins.count == 2)
        #expect(Set(twins.map { districts.keys[$0].prefix(2) }).count == 2)
        #expect(Set(DemoCity.city.boroughs.names).count == 5)
        #expect(Set(DemoCity.city.quarters.names).count == 18)
    }

    @Test("a city of one block works")
    func smallest() {
        let city = City(CityPlan(areas: 1, addresses: 5, verticesPerArea: 6, blocksPerArea: 1, seed: 1))
        #expect(city.districts.areas.x.count == 7)
        #expect(city.boroughs.keys == ["01"])
        var addresses = 0
        city.forEachAddress(date: 1) { _ in addresses += 1 }
        #expect(addresses == 5)
    }
}
