import Coverage
import Fixtures
import Formats
import Foundation
import Planar
import Testing

@Suite("TopoJSON")
struct TopoJSONWriterTests {
    /// The format as its specification has it.
    struct Topology: Decodable {
        struct Object: Decodable {
            var type: String
            var geometries: [Geometry]
        }
        struct Geometry: Decodable {
            var type: String?
            var id: String?
            var properties: [String: String?]?
            var arcs: Arcs?
        }
        struct Transform: Decodable {
            var scale: [Double]
            var translate: [Double]
        }
        /// Polygons' rings of arcs; a Polygon is one of them.
        struct Arcs: Decodable {
            var polygons: [[[Int]]]

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                do {
                    polygons = [try container.decode([[Int]].self)]
                } catch {
                    polygons = try container.decode([[[Int]]].self)
                }
            }
        }
        var type: String
        var bbox: [Double]?
        var transform: Transform?
        var objects: [String: Object]
        var arcs: [[[Double]]]

        /// The areas of an object, put together as the specification says (2.1.4).
        func areas(_ name: String) -> Areas {
            let decoded = arcs.map { arc -> [[Double]] in
                guard let transform else { return arc }
                var (x, y) = (0.0, 0.0)
                return arc.map { position in
                    x += position[0]
                    y += position[1]
                    return [
                        x * transform.scale[0] + transform.translate[0],
                        y * transform.scale[1] + transform.translate[1],
                    ]
                }
            }
            var builder = Areas.Builder()
            for geometry in objects[name]?.geometries ?? [] {
                for polygon in geometry.arcs?.polygons ?? [] {
                    for ring in polygon {
                        var positions: [[Double]] = []
                        for arc in ring {
                            let walked = arc < 0 ? decoded[~arc].reversed() : decoded[arc]
                            positions += positions.isEmpty ? walked[...] : walked.dropFirst()
                        }
                        builder.addRing(x: positions.map { $0[0] }, y: positions.map { $0[1] })
                    }
                    builder.closePart()
                }
                builder.closeArea()
            }
            return builder.finish()
        }
    }

    func topology(_ writer: TopoJSONWriter, _ coverage: Coverage, ids: [String] = [], names: [String?] = []) throws
        -> Topology
    {
        var out = OutputBuffer()
        let columns = names.isEmpty ? [] : [GeoJSONWriter.Column("name", .text(names))]
        writer.write(coverage, ids: ids, columns: columns, into: &out)
        return try JSONDecoder().decode(Topology.self, from: Data(out.bytes))
    }

    @Test("A coverage decodes to the same areas, to the last bit")
    func roundTrip() throws {
        let coverage = Coverage(crookedCoverage(side: 5, pointsPerBorder: 6, seed: 8))
        let found = try topology(TopoJSONWriter(name: "districts"), coverage)
        #expect(found.type == "Topology")
        #expect(found.objects["districts"]?.type == "GeometryCollection")
        #expect(found.arcs.count == coverage.arcCount)
        #expect(found.areas("districts") == coverage.areas)
        let box = coverage.areas.box
        #expect(found.bbox == [box.minX, box.minY, box.maxX, box.maxY])
    }

    @Test("Quantised, each vertex is at most half a step away and shared borders stay shared")
    func quantised() throws {
        let coverage = Coverage(crookedCoverage(side: 5, pointsPerBorder: 6, seed: 8))
        let found = try topology(TopoJSONWriter(quantization: 10_000), coverage)
        #expect(found.arcs.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0 == $0.rounded() } } })
        let (decoded, areas) = (found.areas("areas"), coverage.areas)
        #expect(decoded.ringStarts == areas.ringStarts)
        let step = max(areas.box.width, areas.box.height) / 9_999
        for vertex in areas.x.indices {
            #expect(abs(decoded.x[vertex] - areas.x[vertex]) <= step * 0.5001)
            #expect(abs(decoded.y[vertex] - areas.y[vertex]) <= step * 0.5001)
        }
        #expect(Coverage(decoded).arcCount == coverage.arcCount)
    }

    @Test("Ids, properties, parts, holes and areas without geometry have their places")
    func members() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 9, 9, 0], y: [0, 0, 9, 9])
        builder.addRing(x: [3, 3, 5, 5], y: [3, 5, 5, 3])
        builder.closePart()
        builder.addRing(x: [20, 21, 21], y: [0, 0, 1])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        builder.addRing(x: [3, 5, 5, 3], y: [3, 3, 5, 5])
        builder.closePart()
        builder.closeArea()
        let coverage = Coverage(builder.finish())
        let found = try topology(
            TopoJSONWriter(), coverage, ids: ["a", "b\"", "07"], names: ["Land", nil, "Insel\n"])
        let geometries = try #require(found.objects["areas"]?.geometries)
        #expect(geometries.map(\.type) == ["MultiPolygon", nil, "Polygon"])
        #expect(geometries.map(\.id) == ["a", "b\"", "07"])
        #expect(geometries.map { $0.properties?["name"] } == ["Land", .some(nil), "Insel\n"])
        #expect(found.arcs.count == 3)
        #expect(found.areas("areas") == coverage.areas)
        let none = try topology(TopoJSONWriter(quantization: 100), Coverage(.none))
        #expect(none.bbox == nil && none.arcs.isEmpty)
    }
}
