/// Class limits for a map: edges, which side of an edge belongs to a class, and how many values fall into each.
///
///     let classes = Classes(edges: [0, 5, 10], closed: .left, values: [1, 5, 10, 10])
///     classes.counts          // [1, 3]
///     classes.index(of: 5)    // 1
///
/// With `closed: .left` class *i* is [edges[i], edges[i+1]) and the last class also holds its upper edge; with
/// `closed: .right` class *i* is (edges[i], edges[i+1]] and the first class also holds its lower edge. A value outside
/// the edges is in no class.
public struct Classes: Sendable, Equatable {
    /// Which edge belongs to the class beside it.
    public enum Closed: String, Sendable, Codable {
        /// The lower edge: [a, b).
        case left
        /// The upper edge: (a, b].
        case right
    }

    /// The edges, strictly rising, one more than there are classes; a single edge twice when all values are equal; none
    /// for named classes.
    public let edges: [Double]
    /// Which edge belongs to a class.
    public let closed: Closed
    /// How many of the values fall into each class.
    public let counts: [Int]

    /// Creates classes and counts the values in them.
    public init(edges: [Double], closed: Closed, values: [Double]) {
        self.edges = edges
        self.closed = closed
        var counts = [Int](repeating: 0, count: max(0, edges.count - 1))
        for value in values {
            if let index = Classes.index(of: value, edges: edges, closed: closed) { counts[index] += 1 }
        }
        self.counts = counts
    }

    /// Named classes that no edges divide, with the number of values in each; a number is in none of them.
    ///
    ///     Classes(counts: [3, 0, 12]).index(of: 1)  // nil
    public init(counts: [Int]) {
        edges = []
        closed = .left
        self.counts = counts
    }

    /// How many classes there are.
    public var count: Int { counts.count }

    /// The class of a value, or `nil` outside the edges and for NaN.
    ///
    /// - Complexity: O(log *k*) for *k* classes.
    public func index(of value: Double) -> Int? {
        Classes.index(of: value, edges: edges, closed: closed)
    }

    static func index(of value: Double, edges: [Double], closed: Closed) -> Int? {
        guard let first = edges.first, let last = edges.last, edges.count > 1 else { return nil }
        guard value >= first && value <= last else { return nil }
        // The number of inner edges that lie below the value (or at it, when closed on the left).
        var low = 1
        var high = edges.count - 1
        while low < high {
            let middle = (low + high) / 2
            let isBelow = closed == .left ? edges[middle] <= value : edges[middle] < value
            if isBelow { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
