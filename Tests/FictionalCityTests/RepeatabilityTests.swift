import FictionalCity
import Planar
import Testing

@Suite("A seed and its city")
struct RepeatabilityTests {
    /// FNV-1a over everything a file would hold.
    private static func fingerprint(_ city: City) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bits: UInt64) { hash = (hash ^ bits) &* 0x0000_0100_0000_01B3 }
        for level in city.levels + [city.environments] {
            for value in level.areas.x + level.areas.y { add(value.bitPattern) }
            for text in level.keys + level.names { for byte in text.utf8 { add(UInt64(byte)) } }
        }
        for date in city.plan.dates.indices {
            city.forEachAddress(date: date) { address in
                add(address.x.isNaN ? 0 : address.x.bitPattern)
                add(UInt64(address.counts.residents))
                add(UInt64(address.counts.sgb2))
            }
        }
        return hash
    }

    @Test("the same plan gives the same city, another seed another")
    func repeatable() {
        let first = RepeatabilityTests.fingerprint(DemoCity.city)
        #expect(RepeatabilityTests.fingerprint(City(CityPlan())) == first)
        #expect(RepeatabilityTests.fingerprint(City(CityPlan(seed: 99))) != first)
    }

    @Test("the demo region is the one in Geodata, on every machine")
    func pinned() {
        #expect(RepeatabilityTests.fingerprint(DemoCity.city) == 10352285592307322494)
    }

    @Test("an address keeps its place, and most of its people, from date to date")
    func dates() {
        var places: [String: (x: Double, residents: Int32)] = [:]
        DemoCity.city.forEachAddress(date: 0) { address in
            let name = "\(address.street) \(address.number)\(address.suffix)"
            places[name] = (address.x, address.counts.residents)
        }
        var moved = 0
        var same = 0
        DemoCity.city.forEachAddress(date: 1) { address in
            guard let before = places["\(address.street) \(address.number)\(address.suffix)"] else { return }
            if before.x != address.x && !address.x.isNaN { moved += 1 }
            if before.residents == address.counts.residents { same += 1 }
        }
        #expect(moved == 0)
        #expect(same > 7_000 && same < 10_900)
    }

    @Test("what the body throws ends the walk")
    func throwing() {
        struct Enough: Error {}
        var rows = 0
        #expect(throws: Enough.self) {
            try DemoCity.city.forEachAddress(date: 0) { (_) throws(Enough) in
                rows += 1
                if rows == 10 { throw Enough() }
            }
        }
        #expect(rows == 10)
    }
}
