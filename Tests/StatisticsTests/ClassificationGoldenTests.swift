import Foundation
import Statistics
import Testing

/// Employees per square kilometre in 58 Californian counties, the published example of mapclassify's tests.
private enum CaliforniaDensity {
    static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data/cartography/calempdensity.csv")

    static let isPresent = FileManager.default.isReadableFile(atPath: file.path)

    static func values() throws -> [Double] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        return lines.dropFirst().compactMap { line in line.split(separator: ",").last.flatMap { Double($0) } }
    }
}

/// Known answers of mapclassify (pysal/mapclassify, tests/test_mapclassify.py), five classes each. Its upper bounds
/// are our edges without the first; an empty class below the minimum, which it keeps, we leave out.
@Suite(.enabled(if: CaliforniaDensity.isPresent, "the shared data folder is absent"))
struct ClassificationGoldenTests {
    @Test(
        "limits and counts equal mapclassify's",
        arguments: [
            ("equal", [822.394, 1644.658, 2466.922, 3289.186, 4111.45], [57, 0, 0, 0, 1]),
            ("quantile", [1.464, 5.798, 13.278, 54.616, 4111.45], [12, 11, 12, 11, 12]),
            ("fisher", [75.29, 192.05, 370.5, 722.85, 4111.45], [49, 3, 4, 1, 1]),
            ("sd", [672.57333208, 1219.21856072, 4111.45], [56, 1, 1]),
            ("maximum", [146.005, 228.49, 546.675, 2417.15, 4111.45], [50, 2, 4, 1, 1]),
            ("box", [2.5675, 9.365, 39.53, 94.97375, 4111.45], [15, 14, 14, 6, 9]),
        ] as [(String, [Double], [Int])])
    func limits(method: String, upper: [Double], counts: [Int]) throws {
        let values = try CaliforniaDensity.values()
        #expect(values.count == 58)
        let classes = try Classification.classes(
            of: values, method: #require(Classification.Method(method)), count: 5)
        #expect(classes.counts == counts)
        #expect(classes.edges.first == values.min())
        #expect(classes.edges.count == upper.count + 1)
        for (edge, golden) in zip(classes.edges.dropFirst(), upper) { #expect(abs(edge - golden) < 1e-8 * golden) }
    }

    @Test("Fisher's classes deviate from their medians by 799.24 altogether")
    func fisherFit() throws {
        let values = try CaliforniaDensity.values().sorted()
        let classes = try Classification.classes(of: values, method: .fisher, count: 5)
        var deviation = 0.0
        for classIndex in 0..<classes.count {
            let members = values.filter { classes.index(of: $0) == classIndex }
            let median = Quantiles.value(at: 0.5, ofSorted: members)
            deviation += members.reduce(0) { $0 + abs($1 - median) }
        }
        #expect(abs(deviation - 799.24) < 0.005)
    }

    @Test(
        "percentiles equal mapclassify's",
        arguments: [(0.01, 0.1357), (0.1, 0.553), (0.5, 9.365), (0.9, 213.914), (0.99, 2179.948)])
    func percentiles(share: Double, golden: Double) throws {
        let value = try Quantiles.value(at: share, ofSorted: CaliforniaDensity.values().sorted())
        #expect(abs(value - golden) < 1e-9 * max(1, golden))
    }
}
