import Planar

/// Things in Morton's order, in boxes within boxes: a quadtree without its empty corners.
///
/// The nodes stand in preorder, each with the number of the node after its last descendant: to go down is the next
/// number, to pass over a node is that number, and no stack is needed. However unevenly the things lie, a leaf holds
/// few of them, and the boxes fit them tightly.
struct BoxTree: Sendable {
    /// A box and the things in it.
    struct Node: Sendable, BitwiseCopyable {
        var minX: Double
        var minY: Double
        var maxX: Double
        var maxY: Double
        /// The first thing.
        var first: Int32
        /// Behind the last thing.
        var end: Int32
        /// The node behind the last descendant.
        var next: Int32

        /// The square of the distance from a point to the nearest point of the box; 0 within it.
        ///
        /// Rounding keeps the order: never more than the square for anything in the box, computed by the same steps.
        @inline(__always) func nearest(x: Double, y: Double) -> Double {
            let dx = larger(larger(minX - x, x - maxX), 0)
            let dy = larger(larger(minY - y, y - maxY), 0)
            return dx * dx + dy * dy
        }

        /// The square of the distance from a point to the farthest corner; never less than that for anything within.
        @inline(__always) func farthest(x: Double, y: Double) -> Double {
            let dx = larger(x - minX, maxX - x)
            let dy = larger(y - minY, maxY - y)
            return dx * dx + dy * dy
        }

        /// The larger of two numbers, in the one form that is a single instruction.
        @inline(__always) private func larger(_ one: Double, _ other: Double) -> Double { one > other ? one : other }

        /// The box as such.
        var box: Box { Box(minX: minX, minY: minY, maxX: maxX, maxY: maxY) }
    }

    /// The nodes in preorder; none without things.
    private(set) var nodes: [Node] = []

    /// How many things a leaf holds at most, unless they have one key.
    private static let leafSize = 12

    /// Builds the tree.
    ///
    /// - Parameters:
    ///   - keys: The things' keys, rising.
    ///   - box: The box of a thing by its place in the order.
    /// - Complexity: O(*n* log *n*).
    init(keys: [UInt64], box: (Int) -> Box) {
        guard !keys.isEmpty else { return }
        nodes.reserveCapacity(keys.count)
        _ = add(0..<keys.count, keys: keys, box: box)
    }

    /// Whether a node has no nodes within.
    @inline(__always) static func isLeaf(_ number: Int, _ node: Node) -> Bool { Int(node.next) == number + 1 }

    private mutating func add(_ things: Range<Int>, keys: [UInt64], box: (Int) -> Box) -> Box {
        let number = nodes.count
        nodes.append(Node(minX: 0, minY: 0, maxX: 0, maxY: 0, first: 0, end: 0, next: 0))
        var whole = Box.empty
        let differing = keys[things.lowerBound] ^ keys[things.upperBound - 1]
        if things.count <= Self.leafSize || differing == 0 {
            for thing in things { whole.add(box(thing)) }
        } else {
            // The first thing whose key has the highest bit in which the first and the last differ.
            let bit = UInt64(1) << UInt64(63 - differing.leadingZeroBitCount)
            var (low, high) = (things.lowerBound, things.upperBound)
            while low < high {
                let middle = (low + high) / 2
                if keys[middle] & bit == 0 { low = middle + 1 } else { high = middle }
            }
            whole = add(things.lowerBound..<low, keys: keys, box: box)
            whole.add(add(low..<things.upperBound, keys: keys, box: box))
        }
        nodes[number] = Node(
            minX: whole.minX, minY: whole.minY, maxX: whole.maxX, maxY: whole.maxY,
            first: Int32(things.lowerBound), end: Int32(things.upperBound), next: Int32(nodes.count))
        return whole
    }
}
