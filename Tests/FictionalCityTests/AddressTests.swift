import FictionalCity
import Planar
import Testing

@Suite("Addresses of a fictional city")
struct AddressTests {
    @Test("the last date has as many addresses as planned, the first lacks the new houses")
    func numbers() {
        var rows = [0, 0]
        for date in 0...1 { DemoCity.city.forEachAddress(date: date) { _ in rows[date] += 1 } }
        #expect(rows[1] == 11_000)
        #expect(rows[0] < 11_000 && rows[0] > 10_700)
    }

    @Test("parts add up at every address but the job centre")
    func parts() {
        for date in 0...1 {
            DemoCity.city.forEachAddress(date: date) { address in
                let counts = address.counts
                #expect(counts.under15 + counts.from15To64 + counts.from65 == counts.residents)
                #expect(counts.sgb2Under15 <= min(counts.sgb2, counts.under15))
                #expect((counts.subsidisedFlats ?? 0) <= counts.flats)
                #expect(counts.sgb2 <= counts.under15 + counts.from15To64 || counts.sgb2 == 412)
                #expect(min(counts.under15, counts.from15To64, counts.from65, counts.flats) >= 0)
            }
        }
    }

    @Test("streets come in the order of their keys, and a house number occurs once in a street")
    func streets() {
        let streets = DemoCity.city.streets
        #expect(zip(streets, streets.dropFirst()).allSatisfy { $0.key < $1.key && $0.name <= $1.name })
        #expect(streets.allSatisfy { $0.key.utf8.count == 5 })
        #expect(Set(streets.map { $0.name }).count == streets.count)
        #expect(streets.contains { !$0.name.utf8.allSatisfy { $0 < 128 } })
        var seen: Set<String> = []
        var previous = -1
        for (address, _) in DemoCity.located {
            #expect(address.street >= previous)
            previous = address.street
            #expect(seen.insert("\(address.street) \(address.number)\(address.suffix)").inserted)
        }
    }

    @Test("twelve addresses lie far outside, four cannot be read, one is on a border")
    func flaws() {
        let box = DemoCity.city.districts.areas.box
        let addresses = DemoCity.located.map { $0.address }
        let outside = addresses.filter { !$0.x.isNaN && !box.contains(x: $0.x, y: $0.y) }
        #expect(outside.count == 12)
        #expect(addresses.compactMap { $0.unreadable }.sorted() == ["", "5120l7,4O", "k. A.", "unbekannt"])
        #expect(addresses.filter { $0.counts.sgb2 > 400 && $0.counts.residents == 0 }.count == 1)
        let areas = DemoCity.city.districts.areas
        let vertices = Set(zip(areas.x, areas.y).map { [$0, $1] })
        #expect(addresses.filter { vertices.contains([$0.x, $0.y]) }.count == 1)
    }

    @Test("without flaws every address lies in a district")
    func withoutFlaws() {
        var plan = CityPlan()
        plan.flaws = false
        let box = DemoCity.city.districts.areas.box
        City(plan).forEachAddress(date: 1) { address in
            #expect(address.unreadable == nil && box.contains(x: address.x, y: address.y))
        }
        // With flaws at most one more is off: the one on a border, which may lie on the town's edge.
        let stray = DemoCity.located.filter { $0.district < 0 }
        #expect((16...17).contains(stray.count))
    }

    @Test("all states of a value occur: zero residents, fewer than ten, no address, no count of subsidised flats")
    func states() {
        let count = DemoCity.city.districts.keys.count
        var residents = [Int](repeating: 0, count: count)
        var addresses = residents
        var known = residents
        for (address, district) in DemoCity.located where district >= 0 {
            residents[district] += Int(address.counts.residents)
            addresses[district] += 1
            if address.counts.subsidisedFlats != nil { known[district] += 1 }
        }
        let districts = 0..<count
        #expect(districts.filter { addresses[$0] == 0 }.count == 1)
        #expect(districts.filter { addresses[$0] > 0 && residents[$0] == 0 }.count == 1)
        #expect(districts.filter { (1..<10).contains(residents[$0]) }.count == 1)
        #expect(districts.filter { addresses[$0] > 0 && known[$0] == 0 }.count == 1)
        #expect(districts.filter { residents[$0] > 100 }.count == count - 3)
    }

    @Test("need is near need: districts side by side resemble each other more than chance allows")
    func gradient() {
        let areas = DemoCity.city.districts.areas
        var poor = [Double](repeating: 0, count: areas.count)
        var young = poor
        for (address, district) in DemoCity.located where district >= 0 && address.counts.residents > 0 {
            poor[district] += Double(address.counts.sgb2)
            young[district] += Double(address.counts.under15 + address.counts.from15To64)
        }
        let places = (0..<areas.count).filter { young[$0] > 50 }
        let rates = places.map { poor[$0] / young[$0] }
        let mean = rates.reduce(0, +) / Double(rates.count)
        let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count)
        var product = 0.0
        var pairs = 0.0
        for (i, a) in places.enumerated() {
            for (j, b) in places.enumerated() where i != j && areas.box(of: a).intersects(areas.box(of: b)) {
                product += (rates[i] - mean) * (rates[j] - mean)
                pairs += 1
            }
        }
        #expect(product / pairs / variance > 0.25, "Moran's I over touching boxes")
        #expect((rates.max() ?? 0) > 0.25)
        #expect((rates.min() ?? 1) < 0.03)
        #expect(mean > 0.06 && mean < 0.16)
    }
}
