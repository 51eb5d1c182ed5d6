public import Statistics

extension Neighbours {
    /// The neighbours of neighbours: all whose shortest way has `order` steps, or at most so many.
    ///
    ///     let path = Neighbours(starts: [0, 1, 3, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1])
    ///     path.higherOrder(2).targets                           // [2, 0]: the two ends, and the middle is an island
    ///     path.higherOrder(2, includesLowerOrders: true).count  // 3, each next to both others
    ///
    /// Order 1 is the relation itself. Nobody is a neighbour of itself, and who is nearer by a shorter way is left out
    /// unless lower orders are included (spdep `nblag` and `nblag_cumul`, libpysal `higher_order`, GeoDa "order of
    /// contiguity"). Ways follow the links in their direction, so an asymmetric relation has asymmetric higher orders. A
    /// link counts whatever its weight, also zero: the weights of the answer are 1.
    ///
    /// - Parameters:
    ///   - order: How many steps, from 1.
    ///   - includesLowerOrders: Whether who is reached in fewer steps belongs to it.
    /// - Precondition: The order is 1 or more.
    /// - Complexity: O(*n* · *m*) for *m* links within `order` steps of one member.
    public func higherOrder(_ order: Int, includesLowerOrders: Bool = false) -> Neighbours {
        precondition(order >= 1, "an order from 1")
        var starts = [0]
        starts.reserveCapacity(count + 1)
        var found: [Int32] = []
        /// Member → who last met it in a search.
        var metBy = [Int32](repeating: -1, count: count)
        for member in 0..<count {
            metBy[member] = Int32(member)
            // Who is reached, ring after ring of equally many steps; the last ring starts at `ring`.
            var reached: [Int32] = [Int32(member)]
            var ring = 0
            for _ in 0..<order {
                let last = ring..<reached.count
                ring = reached.count
                for place in last {
                    for target in targets[row(of: Int(reached[place]))] where metBy[Int(target)] != Int32(member) {
                        metBy[Int(target)] = Int32(member)
                        reached.append(target)
                    }
                }
                if ring == reached.count { break }
            }
            found += reached[(includesLowerOrders ? 1 : ring)...].sorted()
            starts.append(found.count)
        }
        return Neighbours(starts: starts, targets: found, weights: Array(repeating: 1, count: found.count))
    }
}
