/// Who is next to whom, in compressed rows: for each member the others beside it, each with a weight.
///
/// The row of member `i` is `targets[starts[i] ..< starts[i + 1]]`, in rising order, and `weights` is parallel to
/// `targets`. What a weight means is up to the relation: the length of a shared border, a distance, 1. An island is a
/// member whose row is empty; it keeps its place.
///
///     let neighbours = Neighbours(starts: [0, 1, 2, 2], targets: [1, 0], weights: [12.5, 12.5])
///     neighbours.count       // 3
///     neighbours.row(of: 0)  // 0..<1: targets[0] is 1, weights[0] is 12.5
///     neighbours.islands     // [2]
public struct Neighbours: Sendable, Equatable {
    /// Member → first place of its row in ``targets``; one longer than there are members.
    public let starts: [Int]
    /// The neighbours, row after row, rising in each row.
    public let targets: [Int32]
    /// The neighbours' weights, parallel to ``targets``.
    public let weights: [Double]

    /// Creates neighbours from their arrays.
    ///
    /// - Precondition: `starts` rises from 0 to the length of `targets`, and `weights` is as long as `targets`. Rows
    ///   rise and name members only; that is not checked.
    public init(starts: [Int], targets: [Int32], weights: [Double]) {
        precondition(starts.first == 0 && starts[starts.count - 1] == targets.count, "row offsets")
        precondition(weights.count == targets.count, "one weight for each neighbour")
        self.starts = starts
        self.targets = targets
        self.weights = weights
    }

    /// How many members there are, islands included.
    public var count: Int { starts.count - 1 }

    /// The places of a member's neighbours in ``targets`` and ``weights``.
    @inlinable public func row(of member: Int) -> Range<Int> { starts[member]..<starts[member + 1] }

    /// The neighbours of a member, rising.
    @inlinable public func targets(of member: Int) -> ArraySlice<Int32> { targets[row(of: member)] }

    /// The members without neighbours, rising.
    public var islands: [Int] { (0..<count).filter { starts[$0] == starts[$0 + 1] } }

    /// The neighbours that are left when only some pairs are kept.
    ///
    /// - Parameter isKept: Asked with a member, its neighbour and the weight.
    /// - Complexity: O(*k*) for *k* entries.
    public func filtered(_ isKept: (_ member: Int, _ target: Int, _ weight: Double) -> Bool) -> Neighbours {
        var starts = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        starts.reserveCapacity(self.starts.count)
        for member in 0..<count {
            for place in row(of: member) where isKept(member, Int(self.targets[place]), self.weights[place]) {
                targets.append(self.targets[place])
                weights.append(self.weights[place])
            }
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }
}
