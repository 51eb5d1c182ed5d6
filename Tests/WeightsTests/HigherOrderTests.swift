import Statistics
import Testing
import Weights

@Suite("Neighbours of higher order")
struct HigherOrderTests {
    @Test("The examples: the ends of a path are of order 2, and all three together with the lower order")
    func example() {
        let path = Neighbours(starts: [0, 1, 3, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1])
        #expect(path.higherOrder(2).targets == [2, 0])
        #expect(path.higherOrder(2).islands == [1])
        #expect(path.higherOrder(2, includesLowerOrders: true).targets == [1, 2, 0, 2, 0, 1])
        #expect(path.higherOrder(3).targets.isEmpty)
    }

    @Test("The first order is the relation itself, with weights of 1")
    func first() {
        let links = Links.random(seed: 3, count: 40)
        #expect(links.higherOrder(1) == links.binary)
        #expect(links.higherOrder(1, includesLowerOrders: true) == links.binary)
    }

    @Test("The shortest ways by Floyd and Warshall give the same, also where links go one way", arguments: 0..<12)
    func bruteForce(seed: UInt64) {
        let links = Links.random(seed: seed, count: 30)
        var steps = [[Int]](repeating: [Int](repeating: 1000, count: 30), count: 30)
        for one in 0..<30 {
            steps[one][one] = 0
            for other in links.targets(of: one) { steps[one][Int(other)] = 1 }
        }
        for middle in 0..<30 {
            for one in 0..<30 {
                for other in 0..<30 {
                    steps[one][other] = min(steps[one][other], steps[one][middle] + steps[middle][other])
                }
            }
        }
        for order in 1...5 {
            let (exact, upTo) = (links.higherOrder(order), links.higherOrder(order, includesLowerOrders: true))
            for one in 0..<30 {
                #expect(exact.targets(of: one).map(Int.init) == (0..<30).filter { steps[one][$0] == order })
                #expect(upTo.targets(of: one).map(Int.init) == (0..<30).filter { (1...order) ~= steps[one][$0] })
            }
        }
    }

    @Test("On a lattice of rooks the order is the distance in blocks, and symmetry stays")
    func lattice() {
        let lattice = Links.rooks(side: 9)
        for order in 1...4 {
            let links = lattice.higherOrder(order)
            #expect(links == links.transposed)
            // In the middle of the board there are four places per step of the ring.
            #expect(links.row(of: 40).count == 4 * order)
        }
    }

    @Test("Relabelling the members relabels the answer and nothing else")
    func relabelling() {
        let links = Links.random(seed: 8, count: 25)
        let order = (0..<25).map { $0 * 7 % 25 }
        #expect(
            links.restricted(to: order).higherOrder(2, includesLowerOrders: true)
                == links.higherOrder(2, includesLowerOrders: true).restricted(to: order))
    }
}
