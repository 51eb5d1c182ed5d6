import Diagnostics
import Fixtures
import Formats
import Planar
import Projection
import Statistics
import Testing
import Validation

/// Published boundaries with known answers, and GEOS 3.14 by brute force as judge.
@Suite("Coverage faults of cities")
struct CoverageFaultOracleTests {
    static let data = "\(PythonClient.root)/../shared/data"
    static let absence: Comment = "../shared/data is not beside the package"

    static func has(_ path: String) -> Bool { FileBytes.exists("\(data)/\(path)") }

    static func areas(_ path: String) throws -> Areas {
        let file = try FeatureFile.read(path: "\(data)/\(path)")
        guard case .areas(let areas) = file.geometry else { throw InputError(.invalidGeometry, "no areas") }
        guard path.hasSuffix(".geojson") else { return areas }
        return try Transformation(from: ReferenceSystem("EPSG:4326"), to: ReferenceSystem("EPSG:25833"))
            .apply(to: areas)
    }

    @Test(
        "Berlin's planning areas of 2021 have no faults",
        .enabled(if: has("berlin/boundaries/lor_planungsraeume_2021.shp"), absence))
    func berlin2021() throws {
        let areas = try Self.areas("berlin/boundaries/lor_planungsraeume_2021.shp")
        let found = try CoverageFaults(areas, threads: 2)
        #expect(found.areas.count == 542 && found.faults.isEmpty)
    }

    @Test(
        "Berlin's planning areas until 2020 have one overlap and one gap, as their source says, and nothing else",
        .enabled(if: has("berlin/boundaries/planning_areas_until_2020.geojson"), absence))
    func berlin2020() throws {
        let areas = try Self.areas("berlin/boundaries/planning_areas_until_2020.geojson")
        let found = try CoverageFaults(areas, threads: 2)
        #expect(found.areas.count == 448 && found.faults.map(\.kind) == [.overlap, .gap])
        #expect(found.faults.map { ($0.measure * 10_000).rounded() / 10_000 } == [0.0998, 0.1097])
        #expect(found.faults[0].areas == found.faults[1].areas && found.faults[0].areas.count == 2)
    }

    @Test(
        "invalid rings, overlaps and gaps are as many as GEOS 3.14 finds",
        .enabled(if: has("koeln/SOURCE.txt") && has("flensburg/SOURCE.txt"), absence),
        arguments: [
            ("koeln/Stadtteil.shp", [78], 131, 731), ("flensburg/Bezirke.shp", [19, 37], 63, 212),
            ("flensburg/Stadtteile.shp", [], 1, 0),
        ])
    func counts(path: String, invalid: [Int], overlaps: Int, gaps: Int) throws {
        let faults = try CoverageFaults(try Self.areas(path), threads: 2).faults
        #expect(faults.filter { $0.kind == .invalidRing }.map(\.areas) == invalid.map { [$0] })
        #expect(faults.count { $0.kind == .overlap } == overlaps && faults.count { $0.kind == .gap } == gaps)
    }

    @Test(
        "they are the same ones, of the same size",
        .enabled(if: PythonClient.isInstalled, PythonClient.absence), .enabled(if: has("koeln/SOURCE.txt"), absence),
        arguments: [
            "koeln/Stadtteil.shp", "flensburg/Bezirke.shp", "flensburg/Stadtteile.shp",
            "berlin/boundaries/planning_areas_until_2020.geojson",
        ])
    func published(path: String) throws {
        try Self.compare(try Self.areas(path))
    }

    @Test(
        "so they are in crooked coverages with many vertices moved",
        .enabled(if: PythonClient.isInstalled, PythonClient.absence), arguments: UInt64(1)...4)
    func damaged(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var shapes = Shapes(crookedCoverage(side: 12, pointsPerBorder: 6, seed: seed))
        for _ in 0..<60 {
            let area = Int(generator.uniform() * Double(shapes.rings.count))
            let place = Int(generator.uniform() * Double(shapes.rings[area][0].count))
            shapes.rings[area][0][place] += Shapes.Point(generator.uniform() - 0.5, generator.uniform() - 0.5) * 12
        }
        try Self.compare(shapes.areas)
    }

    /// Compares all invalid rings, overlaps and gaps with the oracle's.
    static func compare(_ areas: Areas) throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("\(folder.path)/areas.json", Array(json(areas).utf8))
        let result = try PythonClient.run("coverage_faults.py", ["\(folder.path)/areas.json"])
        try #require(result.status == 0, "\(result.messages)")
        let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let faults = try CoverageFaults(areas, threads: 2).faults

        let invalid = lines.filter { $0[0] == "invalid" }.map { [Int($0[1]) ?? -1] }
        #expect(faults.filter { $0.kind == .invalidRing }.map(\.areas) == invalid)

        let overlaps = lines.filter { $0[0] == "overlap" }
        let found = faults.filter { $0.kind == .overlap }
        #expect(found.map(\.areas) == overlaps.map { [Int($0[1]) ?? -1, Int($0[2]) ?? -1] })
        for (fault, line) in zip(found, overlaps) { try expect(fault, line[3], line[4]) }

        let between = faults.filter { $0.kind != .invalidRing && $0.kind != .repeatedVertex }
        let named = Set(between.flatMap(\.areas))
        for misfit in lines where misfit[0] == "misfit" { #expect(named.contains(Int(misfit[1]) ?? -1), "\(misfit)") }

        var gaps = faults.filter { $0.kind == .gap }
        let holes = lines.filter { $0[0] == "gap" }
        #expect(gaps.count == holes.count)
        for hole in holes {
            let (x, y) = (try #require(Double(hole[2])), try #require(Double(hole[3])))
            // A thread of a few micrometres has hardly a point that is inside for both: its box and size must do.
            let size = try #require(Double(hole[1]))
            let near = gaps.indices.filter { place in
                let box = gaps[place].ground.box
                return x > box.minX - 1e-3 && x < box.maxX + 1e-3 && y > box.minY - 1e-3 && y < box.maxY + 1e-3
            }
            let nearest = near.min { abs(gaps[$0].measure - size) < abs(gaps[$1].measure - size) }
            let place = try #require(nearest, "no gap at \(x) \(y) of \(hole[1]) m²")
            try expect(gaps.remove(at: place), hole[1], hole[4])
        }
    }

    static func expect(_ fault: CoverageFault, _ area: String, _ width: String) throws {
        let (area, width) = (try #require(Double(area)), try #require(Double(width)))
        #expect(abs(fault.measure - area) <= max(1e-3 * area, 1e-4))
        // GEOS finds a circle that fits: the largest is no smaller. Nor is it wider than all of the ground.
        #expect(fault.width >= width * 0.97, "\(fault.areas)")
        #expect(fault.width <= 2 * (fault.measure / Double.pi).squareRoot() * (1 + 1e-9))
    }

    static func json(_ areas: Areas) -> String {
        func list<T>(_ members: some Sequence<T>, _ text: (T) -> String) -> String {
            "[" + members.map(text).joined(separator: ",") + "]"
        }
        return list(0..<areas.count) { area in
            list(areas.parts(of: area)) { part in
                list(areas.rings(ofPart: part)) { ring in
                    list(areas.vertices(ofRing: ring)) { "[\(areas.x[$0]),\(areas.y[$0])]" }
                }
            }
        }
    }
}
