/// Which classes were joined when, from single areas upwards.
///
///     let tree = Dendrogram(leaves: 3, merges: [Dendrogram.Merge(one: 0, other: 2, height: 0.5)])
///     tree.partition(into: 2)?.classes  // [0, 1, 0]
///     tree.partition(into: 1)           // nil: 1 was never joined to them
///
/// Nodes are numbered as in SciPy: the areas 0..<*n*, and the class made by merge *m* as *n* + *m*.
public struct Dendrogram: Sendable, Equatable {
    /// Two classes become one.
    public struct Merge: Sendable, Equatable {
        /// The node with the smaller number.
        public let one: Int
        /// The node with the larger number.
        public let other: Int
        /// What the merge costs: by how much it raises the sum of squares within classes.
        public let height: Double

        /// Creates a merge.
        public init(one: Int, other: Int, height: Double) {
            self.one = one
            self.other = other
            self.height = height
        }
    }

    /// How many areas there are.
    public let leaves: Int
    /// The merges in their order.
    public let merges: [Merge]

    /// Creates a tree, or several, from merges.
    ///
    /// - Precondition: No node is joined twice, nor before it is made.
    public init(leaves: Int, merges: [Merge]) {
        precondition(merges.count < max(leaves, 1), "fewer merges than areas")
        self.leaves = leaves
        self.merges = merges
    }

    /// The fewest classes that can come out: more than one where contiguity keeps parts of the map apart.
    public var fewest: Int { leaves - merges.count }

    /// The classes when the last merges are undone; nil for fewer than ``fewest`` or more than there are areas.
    ///
    /// - Complexity: O(*n*).
    public func partition(into classes: Int) -> Partition? {
        guard classes >= fewest, classes <= leaves else { return nil }
        var tops = Array(0..<(leaves + merges.count))
        let kept = leaves - classes
        // From the last merge that is kept downwards, so that each node learns its top before it passes it on.
        for number in stride(from: kept - 1, through: 0, by: -1) {
            tops[merges[number].one] = tops[leaves + number]
            tops[merges[number].other] = tops[leaves + number]
        }
        return Partition(Array(tops[..<leaves]))
    }
}
