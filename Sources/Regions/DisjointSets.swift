/// Sets that only grow together.
struct DisjointSets {
    private var parents: [Int]
    private var sizes: [Int]

    /// As many sets of one.
    init(count: Int) {
        parents = Array(0..<count)
        sizes = Array(repeating: 1, count: count)
    }

    /// The member that stands for the set.
    mutating func root(of member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    /// Makes one set of two, the larger taking in the smaller, and returns who stands for it.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int) -> Int {
        let (one, other) = (root(of: one), root(of: other))
        guard one != other else { return one }
        let (large, small) = sizes[one] >= sizes[other] ? (one, other) : (other, one)
        parents[small] = large
        sizes[large] += sizes[small]
        return large
    }
}
