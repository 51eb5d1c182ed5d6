import Diagnostics
import Planar
import Projection
import Statistics
import Testing

@Suite("Transformations")
struct TransformationTests {
    private func transformation(_ from: Int, _ to: Int, _ area: Box? = nil) throws -> Transformation {
        try Transformation(from: ReferenceSystem(code: from), to: ReferenceSystem(code: to), areaOfInterest: area)
    }

    private func apply(_ from: Int, _ to: Int, _ x: Double, _ y: Double) throws -> (Double, Double) {
        var (xs, ys) = ([x], [y])
        try transformation(from, to).apply(x: &xs, y: &ys)
        return (xs[0], ys[0])
    }

    // pyproj 3 with its own PROJ 9.5.1: Transformer.from_crs(4258, code, always_xy=True).
    @Test(
        "projections agree with pyproj to a tenth of a millimetre",
        arguments: [
            (9.0, 52.0, 25832, 500_000.0, 5_761_038.212466577),
            (7.0117, 51.4513, 25832, 361_845.7755023757, 5_701_888.188228518),
            (7.0117, 51.4513, 4647, 32_361_845.775502376, 5_701_888.188228518),
            (13.4094, 52.5208, 25833, 392_079.7400647857, 5_820_154.5490813125),
            (13.4094, 52.5208, 3035, 4_552_330.554792988, 3_273_371.1918653497),
            (11.9, 47.4, 25832, 718_815.613601851, 5_253_694.126494873),
        ])
    func projections(longitude: Double, latitude: Double, code: Int, x: Double, y: Double) throws {
        let there = try apply(4258, code, longitude, latitude)
        #expect(abs(there.0 - x) < 1e-4 && abs(there.1 - y) < 1e-4)
        let back = try apply(code, 4258, there.0, there.1)
        #expect(abs(back.0 - longitude) < 1e-8 && abs(back.1 - latitude) < 1e-8)
    }

    static let hasGrid: Bool = {
        do {
            return try Transformation(from: ReferenceSystem(code: 31467), to: ReferenceSystem(code: 25832))
                .operation.name.contains("DHDN to ETRS89 (8)")
        } catch {
            return false
        }
    }()

    // BETA2007.gsb (NTv2) interpolated bilinearly by a script of our own, between pyproj's projections.
    @Test(
        "Gauß-Krüger goes through the BETA2007 grid",
        .enabled(if: hasGrid, "BETA2007.gsb (package proj-data) is not installed"),
        arguments: [
            (31466, 2_570_000.0, 5_702_000.0, 25832, 361_462.18202983355, 5_701_563.341492787),
            (31467, 3_565_000.0, 5_930_000.0, 25832, 564_903.6247908549, 5_928_067.181014571),
            (31468, 4_468_000.0, 5_335_000.0, 25832, 691_026.1077221916, 5_336_409.329896879),
            (31469, 5_411_000.0, 5_656_000.0, 25833, 410_898.48728777666, 5_654_183.2526101),
        ])
    func gaussKrueger(from: Int, x: Double, y: Double, to: Int, easting: Double, northing: Double) throws {
        let point = try apply(from, to, x, y)
        #expect(abs(point.0 - easting) < 1e-3 && abs(point.1 - northing) < 1e-3, "\(point)")
        let operation = try transformation(from, to).operation
        #expect(operation.name.contains("DHDN to ETRS89 (8)"))
        #expect(!operation.name.contains("axis order"))
        #expect(operation.accuracy == 0.9)
    }

    @Test("a missing better grid is named")
    func missingGrid() throws {
        // Around Saarbrücken; the Saarland's own grid is not part of Debian's proj-data.
        let area = Box(minX: 6.9, minY: 49.2, maxX: 7.1, maxY: 49.3)
        let operation = try transformation(31466, 25832, area).operation
        let better = try #require(operation.better)
        #expect(better.grid.contains("SeTa2016"))
        #expect(better.accuracy < (operation.accuracy ?? .infinity))
        #expect(operation.description.contains("not installed"))
    }

    @Test("accuracy is told also where no grid is needed")
    func accuracy() throws {
        #expect(try transformation(25832, 4326).operation.accuracy == 1)
        #expect(try transformation(25832, 25833).operation.accuracy == 0)
        #expect(try transformation(25832, 25832).operation.description == "none, accuracy 0.0 m")
        #expect(try transformation(4647, 25832).operation.name == "zone prefix 32 removed")
        #expect(try transformation(25833, 5650).operation.name == "zone prefix 33 added")
    }

    @Test("the same system, and its twin with another order of axes, change no bit")
    func identity() throws {
        var generator = SplitMix64(seed: 7)
        let x = (0..<1000).map { _ in 300_000 + generator.uniform() * 600_000 }
        let y = (0..<1000).map { _ in 5_200_000 + generator.uniform() * 900_000 }
        for (from, to) in [(25832, 25832), (25832, 3044), (4326, 4326), (31467, 31467)] {
            var (a, b) = (x, y)
            let way = try transformation(from, to)
            #expect(way.isIdentity)
            #expect(try way.apply(x: &a, y: &b) == 0)
            #expect(a == x && b == y)
        }
        let crs84 = try Transformation(from: ReferenceSystem("CRS84"), to: ReferenceSystem(code: 4326))
        #expect(crs84.isIdentity)
    }

    @Test("the zone prefix is exactly 32,000,000")
    func prefix() throws {
        var (x, y) = ([32_359_418.25, 32_400_000.001], [5_700_512.75, 5_600_000.001])
        try transformation(4647, 25832).apply(x: &x, y: &y)
        #expect(x == [359_418.25, 32_400_000.001 - 32_000_000])
        #expect(y == [5_700_512.75, 5_600_000.001])
        let before = x
        try transformation(25832, 4647).apply(x: &x, y: &y)
        #expect(x == before.map { $0 + 32_000_000 })
        let prefixed = try apply(4647, 4326, 32_359_418.25, 5_700_512.75)
        #expect(prefixed == (try apply(25832, 4326, 359_418.25, 5_700_512.75)))
    }

    @Test("points that fail are NaN, are counted, and do not disturb the others")
    func failures() throws {
        let way = try transformation(4326, 25832)
        var (x, y) = ([9.0, .nan, 9.0, 9.0, .infinity], [52.0, 52.0, 95.0, 52.0, 52.0])
        #expect(try way.apply(x: &x, y: &y) == 3)
        #expect(x[1].isNaN && y[1].isNaN && x[2].isNaN && y[2].isNaN && x[4].isNaN && y[4].isNaN)
        #expect(x[0] == x[3] && y[0] == y[3])
        #expect(abs(x[0] - 500_000) < 1e-3)
        var (shiftedX, shiftedY) = ([Double.nan, 32_400_000], [1.0, 2.0])
        #expect(try transformation(4647, 25832).apply(x: &shiftedX, y: &shiftedY) == 1)
        var (noX, noY): ([Double], [Double]) = ([], [])
        #expect(try way.apply(x: &noX, y: &noY) == 0)
    }

    @Test("the result does not depend on the number of threads or on the batches")
    func threads() throws {
        var generator = SplitMix64(seed: 11)
        let x = (0..<300_000).map { _ in 3_400_000 + generator.uniform() * 200_000 }
        let y = (0..<300_000).map { _ in 5_300_000 + generator.uniform() * 700_000 }
        let way = try transformation(31467, 25832)
        var (aloneX, aloneY) = (x, y)
        let failed = try way.apply(x: &aloneX, y: &aloneY)
        #expect(failed == 0)
        for threads in [2, 3, 7] {
            var (a, b) = (x, y)
            #expect(try way.apply(x: &a, y: &b, threads: threads) == failed)
            #expect(a == aloneX && b == aloneY)
        }
        let projector = try Projector(way)
        var start = 0
        while start < 3000 {
            var (a, b) = (Array(x[start..<start + 17]), Array(y[start..<start + 17]))
            projector.apply(x: &a, y: &b)
            #expect(a[...] == aloneX[start..<start + 17] && b[...] == aloneY[start..<start + 17])
            start += 17
        }
    }

    @Test("areas keep their structure, and a vertex that cannot be transformed is named")
    func areas() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [9, 9.01, 9.01, 9], y: [52, 52, 52.01, 52.01])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        let way = try transformation(4258, 25832)
        let projected = try way.apply(to: builder.finish())
        #expect(projected.count == 2 && projected.parts(of: 1).isEmpty)
        #expect(abs(projected.x[0] - 500_000) < 1e-4 && projected.x[0] == projected.x[4])
        builder.addRing(x: [9, 9.01, 9.01], y: [52, 95, 52.01])
        builder.closePart()
        builder.closeArea()
        let broken = builder.finish()
        let error = #expect(throws: InputError.self) { try way.apply(to: broken) }
        #expect(error?.code == .referenceSystem && error?.message.contains("y 95.0") == true)
    }
}
