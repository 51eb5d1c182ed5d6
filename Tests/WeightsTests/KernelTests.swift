import Glibc
import Statistics
import Testing
import Weights

@Suite("Kernels")
struct KernelTests {
    @Test("The functions have their values at 0, at half and at the bandwidth, and nothing beyond")
    func functions() {
        let root = (2 * Double.pi).squareRoot()
        let expected: [(KernelFunction, Double, Double, Double)] = [
            (.uniform, 0.5, 0.5, 0.5), (.triangular, 1, 0.5, 0), (.epanechnikov, 0.75, 0.5625, 0),
            (.quartic, 0.9375, 0.52734375, 0), (.gaussian, 1 / root, exp(-0.125) / root, exp(-0.5) / root),
        ]
        #expect(expected.map(\.0) == KernelFunction.allCases)
        for (function, centre, half, edge) in expected {
            #expect(function.weight(0) == centre)
            #expect(abs(function.weight(0.5) - half) < 1e-16 && function.weight(-0.5) == function.weight(0.5))
            #expect(function.weight(1) == edge)
            #expect(function.weight(1.0.nextUp) == 0)
        }
    }

    @Test("Densities: all but the cut Gaussian have the integral 1")
    func densities() {
        for function in KernelFunction.allCases where function != .gaussian {
            let sum = (0..<20000).reduce(0.0) { $0 + function.weight((Double($1) + 0.5) / 10000 - 1) } / 10000
            #expect(abs(sum - 1) < 1e-7)
        }
    }

    @Test("The example: who is within the bandwidth has the kernel's weight, who is not is no neighbour")
    func example() {
        let weights = Kernel(.epanechnikov, bandwidth: .fixed(800)).weights(x: [0, 400, 5000], y: [0, 0, 0])
        #expect(weights.neighbours == Neighbours(starts: [0, 1, 2, 2], targets: [1, 0], weights: [0.5625, 0.5625]))
        #expect(weights.selfWeights == [0.75, 0.75, 0.75])
        #expect(weights.bandwidths == [800, 800, 800])
    }

    @Test("At the bandwidth itself only the uniform and the Gaussian kernel have weight")
    func edge() {
        for function in KernelFunction.allCases {
            let weights = Kernel(function, bandwidth: .fixed(5)).weights(x: [0, 3, 0], y: [0, 4, 1])
            let reaches = function == .uniform || function == .gaussian
            #expect(weights.neighbours.targets(of: 0) == (reaches ? [1, 2] : [2]))
        }
    }

    @Test("Brute force over all pairs gives the same, fixed and adaptive", arguments: 0..<6)
    func bruteForce(seed: UInt64) {
        let (x, y) = Links.places(seed: seed, count: 60)
        func distance(_ one: Int, _ other: Int) -> Double {
            let (width, height) = (x[other] - x[one], y[other] - y[one])
            return (width * width + height * height).squareRoot()
        }
        for function in KernelFunction.allCases {
            for bandwidth in [Kernel.Bandwidth.fixed(150), .nearest(1), .nearest(6)] {
                let weights = Kernel(function, bandwidth: bandwidth).weights(x: x, y: y)
                for one in x.indices {
                    let distances = x.indices.filter { $0 != one }.map { distance(one, $0) }.filter { !$0.isNaN }
                    var reach = 150.0
                    if case .nearest(let count) = bandwidth {
                        reach = distances.isEmpty ? 0 : distances.sorted()[count - 1]
                    }
                    if x[one].isNaN { reach = 0 }
                    #expect(weights.bandwidths[one] == reach)
                    var expected = [(Int, Double)]()
                    for other in x.indices where other != one && distance(one, other) <= reach {
                        let weight = function.weight(reach > 0 ? distance(one, other) / reach : 0)
                        if weight > 0 { expected.append((other, weight)) }
                    }
                    #expect(weights.neighbours.targets(of: one).map(Int.init) == expected.map(\.0))
                    #expect(Array(weights.neighbours.weights[weights.neighbours.row(of: one)]) == expected.map(\.1))
                    #expect(weights.selfWeights[one] == (x[one].isNaN ? 0 : function.weight(0)))
                }
                if case .fixed = bandwidth { #expect(weights.neighbours == weights.neighbours.transposed) }
            }
        }
    }

    @Test("Places that coincide keep a finite weight, also where the bandwidth shrinks to nothing")
    func coincidence() {
        let weights = Kernel(.triangular, bandwidth: .nearest(1)).weights(x: [0, 0, 9], y: [0, 0, 0])
        #expect(weights.bandwidths == [0, 0, 9])
        #expect(weights.neighbours.targets(of: 0) == [1] && weights.neighbours.weights[0] == 1)
        // Two are as far as the nearest of the third, where the kernel is zero.
        #expect(weights.neighbours.islands == [2])
    }

    @Test("The diagonal goes in between, in rising rows, and not where it weighs nothing")
    func diagonal() {
        let links = Links.random(seed: 4, count: 20)
        let selfWeights = (0..<20).map { $0 % 3 == 0 ? 0 : Double($0) }
        let whole = links.including(selfWeights: selfWeights)
        for member in 0..<20 {
            let expected = (links.targets(of: member) + (selfWeights[member] > 0 ? [Int32(member)] : [])).sorted()
            #expect(Array(whole.targets(of: member)) == expected)
        }
        #expect(whole.filtered { one, other, _ in one != other } == links)
        #expect(whole.filtered { one, other, _ in one == other }.weights == selfWeights.filter { $0 != 0 })
    }
}
