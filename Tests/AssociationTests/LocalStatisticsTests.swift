import Association
import Glibc
import Statistics
import Testing

@Suite("Local statistics")
struct LocalStatisticsTests {
    /// 0 – 1 – 2 – 3 and an island.
    static let path = Neighbours(
        starts: [0, 1, 3, 5, 6, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))

    @Test("The local Moran is its definition, by both divisors, and sums to S0 times I")
    func computesMoran() {
        let values = [1.0, 2, 4, 8, 5]
        let z = values.map { $0 - 4 }
        let variance = z.reduce(0) { $0 + $1 * $1 } / 5
        let weights = Self.path.rowStandardised
        let result = LocalMoran(weights: weights, test: .none).compute(values)
        for (area, lag) in weights.lag(of: z).enumerated() where area < 4 {
            #expect(abs((result.areas[area].statistic ?? .nan) - z[area] * lag / variance) < 1e-12)
            #expect(result.areas[area].lag == weights.lag(of: values)[area])
        }
        let sample = LocalMoran(weights: weights, divisor: .nMinusOne, test: .none).compute(values)
        for (one, other) in zip(result.areas, sample.areas).dropLast() {
            #expect(abs((other.statistic ?? .nan) - (one.statistic ?? .nan) * 0.8) < 1e-12)
            #expect(abs((one.z ?? .nan) - (other.z ?? .nan)) < 1e-12 || one.z == other.z)
        }
    }

    @Test("An island has no statistic and no test, and its class says why")
    func keepsIslands() {
        let values = [1.0, 2, 4, 8, 5]
        for result in [
            LocalMoran(weights: Self.path).compute(values), LocalGeary(weights: Self.path).compute(values),
            LocalGetisOrd(weights: Self.path, includingSelf: .rowMaximum).compute(values),
            LocalJoinCount(neighbours: Self.path).compute(values.map { $0 > 3 }),
        ] {
            let island = result.areas[4]
            #expect(island.state == .island)
            #expect(island.statistic == nil && island.z == nil && island.p == nil && island.tails == nil)
            #expect(island.lag == nil && island.expected == nil && island.variance == nil)
            #expect(result.classes()[4] == .island)
            #expect(result.pValues(adjusted: .bonferroni)[4] == nil)
        }
    }

    @Test("Neighbours of weight 0 and an area beside itself are no neighbours")
    func leavesOutEmptyLinks() {
        let loops = Neighbours(
            starts: [0, 3, 5, 6], targets: [0, 1, 2, 0, 2, 2], weights: [5, 1, 0, 1, 1, 3])
        let clean = Neighbours(starts: [0, 1, 3, 3], targets: [1, 0, 2], weights: [1, 1, 1])
        #expect(LocalMoran(weights: loops).compute([1, 2, 4]) == LocalMoran(weights: clean).compute([1, 2, 4]))
        #expect(LocalMoran(weights: loops).compute([1, 2, 4]).areas[2].state == .island)
    }

    @Test("Where all values are the same nothing is defined, and nothing is NaN")
    func knowsConstants() {
        for result in [
            LocalMoran(weights: Self.path).compute([0.1, 0.1, 0.1, 0.1, 0.1]),
            LocalGeary(weights: Self.path).compute([0.1, 0.1, 0.1, 0.1, 0.1]),
            LocalGetisOrd(weights: Self.path).compute([0.1, 0.1, 0.1, 0.1, 0.1]),
        ] {
            #expect(result.areas.map(\.state) == [.undefined, .undefined, .undefined, .undefined, .island])
            #expect(result.classes() == [.undefined, .undefined, .undefined, .undefined, .island])
            #expect(result.areas.allSatisfy { $0.statistic == nil && $0.p == nil })
        }
        let empty = Neighbours(starts: [0], targets: [], weights: [])
        #expect(LocalMoran(weights: empty).compute([]).areas.isEmpty)
    }

    @Test("Expectation and variance are those over all ways to shuffle the others", arguments: [false, true])
    func matchesMoments(isUneven: Bool) {
        let lattice = LocalMaps.lattice(3, 2)
        let weights = isUneven ? LocalMaps.uneven(lattice) : lattice.rowStandardised
        let values = [3.0, 1, 4, 1, 5, 9]
        let second = [2.0, 7, 1, 8, 2, 8]
        for area in values.indices {
            var statistics = [[Double]](repeating: [], count: 4)
            Self.shuffles(of: values.indices.filter { $0 != area }) { order in
                var (first, other) = (values, second)
                for (place, from) in zip(values.indices.filter { $0 != area }, order) {
                    (first[place], other[place]) = (values[from], second[from])
                }
                statistics[0].append(
                    LocalMoran(weights: weights, test: .none).compute(first).areas[area].statistic ?? .nan)
                statistics[1].append(
                    LocalGeary(weights: weights, test: .none).compute(first).areas[area].statistic ?? .nan)
                statistics[2].append(
                    LocalGeary(weights: weights, test: .none).compute(variables: [first, other]).areas[area].statistic
                        ?? .nan)
                statistics[3].append(
                    LocalGetisOrd(weights: weights, test: .none).compute(first).areas[area].statistic ?? .nan)
            }
            let found = [
                LocalMoran(weights: weights, test: .none).compute(values),
                LocalGeary(weights: weights, test: .none).compute(values),
                LocalGeary(weights: weights, test: .none).compute(variables: [values, second]),
                LocalGetisOrd(weights: weights, test: .none).compute(values),
            ]
            for (sample, result) in zip(statistics, found) {
                let mean = sample.reduce(0, +) / Double(sample.count)
                let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sample.count)
                #expect(abs((result.areas[area].expected ?? .nan) - mean) < 1e-10)
                #expect(abs((result.areas[area].variance ?? .nan) - variance) < 1e-10)
            }
        }
    }

    /// All orders of some numbers.
    static func shuffles(of numbers: [Int], _ visit: ([Int]) -> Void) {
        func extend(_ start: [Int], _ rest: [Int]) {
            if rest.isEmpty { return visit(start) }
            for number in rest { extend(start + [number], rest.filter { $0 != number }) }
        }
        extend([], numbers)
    }

    @Test("z of Gi and of Gi* do not depend on whether rows are standardised")
    func ignoresRowScale() {
        // esda's toy: it pins -0.62074534 for standardised rows, where -1.0136729 is right (statistics.md 5.8).
        let x = [10.0, 20, 40, 15, 30, 30]
        let binary = Neighbours.within(15, x: x, y: [10, 10, 10, 20, 20, 30]).binary
        let values = [2, 3, 3.2, 5, 8, 7]
        for standardises in [false, true] {
            for weights in [binary, binary.rowStandardised] {
                let gi = LocalGetisOrd(weights: weights, standardisesRows: standardises, test: .none).compute(values)
                #expect(abs((gi.areas[0].z ?? .nan) + 1.0136729) < 1e-7)
                let star = LocalGetisOrd(
                    weights: weights, includingSelf: .rowMaximum, standardisesRows: standardises, test: .none
                ).compute(values)
                #expect(abs((star.areas[0].z ?? .nan) + 1.39727626) < 1e-7)
            }
        }
        let star = LocalGetisOrd(
            weights: binary.rowStandardised, includingSelf: .rowMaximum, standardisesRows: true, test: .none
        ).compute(values)
        // The mean of the area and its two neighbours.
        #expect(abs((star.areas[0].lag ?? .nan) - 10.0 / 3) < 1e-12)
    }

    @Test("Hot and cold go by z, not by the area's own value")
    func namesSpots() {
        let weights = LocalMaps.lattice(7, 7, queen: true)
        let values = (0..<49).map { area in
            let (row, column) = (area / 7, area % 7)
            // A low area in the middle of high ones.
            return (row, column) == (2, 2) ? 1.0 : row < 5 && column < 5 ? 9 + Double(area % 3) : Double(area % 3)
        }
        let result = LocalGetisOrd(weights: weights).compute(values)
        #expect(result.classes()[16] == .hotSpot)
        #expect(result.areas[48].association == .coldSpot)
        #expect(LocalMoran(weights: weights).compute(values).classes()[16] == .lowHigh)
    }

    @Test("Gi keeps its test where values do not sum to more than zero, though the ratio makes no sense")
    func allowsNegativeSums() {
        let result = LocalGetisOrd(weights: LocalMaps.lattice(5, 5)).compute((0..<25).map { Double($0) - 30 })
        #expect(result.areas.allSatisfy { $0.statistic == nil && $0.z != nil && $0.tails != nil })
        #expect(result.classes()[24] == .hotSpot)
    }

    @Test("The bivariate local Moran takes the second variable of the neighbours")
    func computesBivariate() {
        let weights = LocalMaps.lattice(5, 5).rowStandardised
        let (x, y) = (LocalMaps.noise(25, seed: 1), LocalMaps.noise(25, seed: 2))
        let result = LocalMoran(weights: weights).compute(x, lagged: y)
        func standardised(_ values: [Double]) -> [Double] {
            let mean = values.reduce(0, +) / 25
            let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 25).squareRoot()
            return values.map { ($0 - mean) / deviation }
        }
        let (zx, lag) = (standardised(x), weights.lag(of: standardised(y)))
        for area in 0..<25 { #expect(abs((result.areas[area].statistic ?? .nan) - zx[area] * lag[area]) < 1e-12) }
        #expect(LocalMoran(weights: weights).compute(x, lagged: x) == LocalMoran(weights: weights).compute(x))
    }

    @Test("The local Geary finds likeness in the middle, where the local Moran sees nothing")
    func findsLikenessInTheMiddle() {
        let weights = LocalMaps.lattice(9, 9, queen: true).rowStandardised
        var values = LocalMaps.noise(81, seed: 12).map { $0 < 0.5 ? $0 - 5 : $0 + 5 }
        for row in 3...5 { for column in 3...5 { values[row * 9 + column] = 0.5 } }
        let geary = LocalGeary(weights: weights).compute(values)
        #expect((geary.areas[40].p ?? 1) < 0.01)
        #expect([.positive, .highHigh, .lowLow].contains(geary.classes()[40]))
        #expect(LocalMoran(weights: weights).compute(values).classes()[40] == .notSignificant)
        let both = LocalGeary(weights: weights).compute(variables: [values, values])
        #expect(abs((both.areas[40].statistic ?? .nan) - (geary.areas[40].statistic ?? 0)) < 1e-12)
        #expect(both.classes()[40] == .positive)
    }
}
