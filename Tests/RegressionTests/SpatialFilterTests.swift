import Algebra
import Glibc
import Regression
import Statistics
import Testing

@Suite("The filter of spatial models")
struct SpatialFilterTests {
    @Test(
        "Determinant, trace and sum of the inverse equal those of dense matrices", arguments: InventedMap.Joins.allCases
    )
    func dense(joins: InventedMap.Joins) throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let map = InventedMap(count: 30, joins: joins, seed: seed)
            let filter = try SpatialFilter(map.weights)
            for share in [0.02, 0.3, 0.5, 0.8, 0.97] {
                let rho = filter.lower + share * (filter.upper - filter.lower)
                let inverse = map.inverse(rho)
                #expect(isClose(filter.logDeterminant(rho), log(map.determinant(rho))))
                #expect(isClose(filter.inverseTrace(rho), inverse.trace))
                #expect(isClose(filter.inverseSum(rho), inverse.values.reduce(0, +)))
            }
        }
    }

    @Test("Binary weights and weights of lengths are symmetrisable, nearest neighbours are not")
    func symmetrisable() throws {
        for joins in InventedMap.Joins.allCases {
            let map = InventedMap(count: 40, joins: joins, seed: 2)
            #expect(SpatialFilter.isSymmetrisable(map.weights) == (joins != .nearest))
        }
        let lengths = Neighbours(
            starts: [0, 2, 4, 6], targets: [1, 2, 0, 2, 0, 1], weights: [5, 1, 5, 2, 1, 2])
        #expect(SpatialFilter.isSymmetrisable(lengths))
        #expect(SpatialFilter.isSymmetrisable(lengths.rowStandardised))
        // Round a triangle one way is heavier than the other: no scale makes that symmetric.
        let whirl = Neighbours(
            starts: [0, 2, 4, 6], targets: [1, 2, 0, 2, 0, 1], weights: [2, 1, 1, 2, 2, 1])
        #expect(!SpatialFilter.isSymmetrisable(whirl))
    }

    @Test("The feasible range of a path ends at one over its eigenvalues, not at −1 and 1")
    func feasible() throws {
        // Binary path of four: eigenvalues ± 2 cos(π/5), ± 2 cos(2π/5).
        let path = Neighbours(
            starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
        let filter = try SpatialFilter(path)
        #expect(isClose(filter.upper, 1 / (2 * cos(.pi / 5)), 1e-14))
        #expect(isClose(filter.lower, -1 / (2 * cos(.pi / 5)), 1e-14))
        // Four areas all beside each other, row-standardised: 1 and thrice −1/3.
        let complete = Neighbours(
            starts: [0, 3, 6, 9, 12], targets: [1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2],
            weights: Array(repeating: 1, count: 12)
        ).rowStandardised
        #expect(isClose(try SpatialFilter(complete).upper, 1, 1e-14))
        #expect(isClose(try SpatialFilter(complete).lower, -3, 1e-13))
    }

    @Test("Within the feasible range no determinant is zero, at its ends one is", arguments: InventedMap.Joins.allCases)
    func singularEnds(joins: InventedMap.Joins) throws {
        let map = InventedMap(count: 24, joins: joins, seed: 8)
        let filter = try SpatialFilter(map.weights)
        for step in 1..<40 {
            #expect(map.determinant(filter.lower + Double(step) / 40 * (filter.upper - filter.lower)) > 0)
        }
        #expect(abs(map.determinant(filter.upper * (1 + 1e-9))) < 1e-7)
    }

    @Test("A ring that runs one way has no negative real eigenvalue: the range ends where effects no longer die away")
    func oneWay() throws {
        let ring = Neighbours(starts: [0, 1, 2, 3], targets: [1, 2, 0], weights: [1, 1, 1])
        let filter = try SpatialFilter(ring)
        #expect(isClose(filter.lower, -1, 1e-12) && isClose(filter.upper, 1, 1e-12))
        #expect(isClose(filter.logDeterminant(0.5), log(1 - 0.125), 1e-12))
    }

    @Test("Links that never return have no finite range")
    func noCircuit() {
        #expect(throws: RegressionProblem.noCircuit) {
            try SpatialFilter(Neighbours(starts: [0, 2, 3, 3], targets: [1, 2, 2], weights: [1, 1, 1]))
        }
        #expect(throws: RegressionProblem.noCircuit) {
            try SpatialFilter(Neighbours(starts: [0, 0, 0], targets: [], weights: []))
        }
    }
}
