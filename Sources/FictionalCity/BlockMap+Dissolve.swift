import Planar

extension BlockMap {
    /// The areas that unions of blocks are: borders inside a group vanish, the others are chained into rings.
    ///
    /// Walks along each border with the group on the left, so shells run counter-clockwise and holes clockwise.
    ///
    /// - Parameters:
    ///   - groupOf: The group of each block.
    ///   - groups: The number of groups; each becomes an area, in this order.
    /// - Complexity: O(blocks + vertices).
    func dissolved(_ groupOf: [Int32], groups: Int) -> Areas {
        let bodies = connectedBodies(groupOf)
        var isWalked = [Bool](repeating: false, count: count * 6)
        var rings: [[(block: Int32, side: Int8)]] = []
        var ringsOfBody = [[Int32]](repeating: [], count: (bodies.max().map { Int($0) } ?? -1) + 1)
        var bodiesOfGroup = [[Int32]](repeating: [], count: groups)
        for block in 0..<count {
            // From the side to the south-west on: at the southernmost block of a body that one is on the shell, which
            // thereby becomes the body's first ring.
            for side in [2, 3, 4, 5, 0, 1] where !isWalked[block * 6 + side] && isBorder(block, side, groupOf) {
                let body = bodies[block]
                if ringsOfBody[Int(body)].isEmpty { bodiesOfGroup[Int(groupOf[block])].append(body) }
                ringsOfBody[Int(body)].append(Int32(rings.count))
                rings.append(walked(from: block, side, groupOf, &isWalked))
            }
        }
        var builder = Areas.Builder()
        var line = BorderLine()
        for bodiesHere in bodiesOfGroup {
            for body in bodiesHere {
                for ring in ringsOfBody[Int(body)] {
                    for (block, side) in rings[Int(ring)] {
                        addSide(Int(block), Int(side), line: &line, to: &builder)
                    }
                    builder.closeRing()
                }
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }

    private func walked(
        from first: Int, _ firstSide: Int, _ groupOf: [Int32], _ isWalked: inout [Bool]
    ) -> [(block: Int32, side: Int8)] {
        var ring: [(block: Int32, side: Int8)] = []
        var block = first
        var side = firstSide
        repeat {
            isWalked[block * 6 + side] = true
            ring.append((Int32(block), Int8(side)))
            side = side == 5 ? 0 : side + 1
            while !isBorder(block, side, groupOf) {
                // On to the neighbour across, at the side that starts at the same corner.
                block = neighbour(of: block, side: side)
                side = (side + 4) % 6
            }
        } while block != first || side != firstSide
        return ring
    }

    /// The number of the connected body each block is in; a group has more than one only with an exclave.
    private func connectedBodies(_ groupOf: [Int32]) -> [Int32] {
        var bodies = [Int32](repeating: -1, count: count)
        var bodyCount: Int32 = 0
        var pending: [Int32] = []
        for start in 0..<count where bodies[start] < 0 {
            bodies[start] = bodyCount
            pending.append(Int32(start))
            while let block = pending.popLast() {
                for side in 0..<6 where !isBorder(Int(block), side, groupOf) {
                    let next = neighbour(of: Int(block), side: side)
                    guard bodies[next] < 0 else { continue }
                    bodies[next] = bodyCount
                    pending.append(Int32(next))
                }
            }
            bodyCount += 1
        }
        return bodies
    }
}
