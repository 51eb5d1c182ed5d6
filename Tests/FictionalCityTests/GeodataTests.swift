import FictionalCity
import FoundationEssentials
import Planar
import Testing

@Suite("The files in Geodata")
struct GeodataTests {
    /// The package's folder of the demo region.
    private static let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Geodata/"

    private static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: folder + name)))
    }

    @Test("hold the borders that the generator makes, key by key and vertex by vertex")
    func boundaries() throws {
        for level in DemoCity.city.levels + [DemoCity.city.environments] {
            let text = String(decoding: try GeodataTests.bytes(level.id + ".geojson"), as: UTF8.self)
            let features = text.split(separator: "\n").filter { $0.hasPrefix("{\"type\":\"Feature\",") }
            #expect(features.count == level.areas.count)
            for (area, feature) in features.enumerated() {
                #expect(feature.contains("\"schluessel\":\"\(level.keys[area])\",\"name\":\"\(level.names[area])\""))
                let geometry = feature.split(separator: "\"coordinates\":").last ?? ""
                let numbers = geometry.split { !("0"..."9" ~= $0 || $0 == ".") }.compactMap { Double($0) }
                let vertices = level.areas.vertices(of: area)
                let isSame = numbers == vertices.flatMap { [level.areas.x[$0], level.areas.y[$0]] }
                #expect(isSame, "\(level.id) \(level.keys[area])")
            }
        }
    }

    @Test("hold the addresses of both dates, in Windows-1252")
    func addresses() throws {
        for (date, name) in DemoCity.city.plan.dates.enumerated() {
            // Every byte of Windows-1252 that occurs stands for the letter with the same number.
            let text = String(
                String.UnicodeScalarView(try GeodataTests.bytes("addresses-\(name).csv").map { Unicode.Scalar($0) }))
            let rows = text.split(separator: "\r\n").dropFirst().map {
                $0.split(separator: ";", omittingEmptySubsequences: false)
            }
            var expected: [[String]] = []
            DemoCity.city.forEachAddress(date: date) { address in
                let street = DemoCity.city.streets[address.street]
                expected.append([
                    name, street.key, street.name, String(address.number), address.suffix,
                    String(address.counts.residents), String(address.counts.sgb2),
                    address.counts.subsidisedFlats.map { String($0) } ?? "",
                ])
            }
            #expect(rows.map { row in [0, 1, 2, 3, 4, 7, 11, 14].map { String(row[$0]) } } == expected)
        }
    }
}
