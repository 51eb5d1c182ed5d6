public import Statistics

extension Neighbours {
    /// The same rows with each member among its own neighbours, as smoothers and files of kernels have it.
    ///
    ///     Neighbours(starts: [0, 1, 2], targets: [1, 0], weights: [1, 1]).including(selfWeights: [1, 1]).targets
    ///     // [0, 1, 0, 1]
    ///
    /// Statistics of association take neighbours without the diagonal; give them no such rows. A self weight of 0 adds
    /// no link.
    ///
    /// - Precondition: There is one self weight for each member, and no row holds its own member.
    /// - Complexity: O(*n* + *k*).
    public func including(selfWeights: [Double]) -> Neighbours {
        precondition(selfWeights.count == count, "one self weight for each member")
        var starts = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        targets.reserveCapacity(self.targets.count + count)
        weights.reserveCapacity(self.targets.count + count)
        for member in 0..<count {
            let row = row(of: member)
            let middle = row.first { self.targets[$0] >= Int32(member) } ?? row.upperBound
            targets += self.targets[row.lowerBound..<middle]
            weights += self.weights[row.lowerBound..<middle]
            if selfWeights[member] != 0 {
                targets.append(Int32(member))
                weights.append(selfWeights[member])
            }
            targets += self.targets[middle..<row.upperBound]
            weights += self.weights[middle..<row.upperBound]
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }
}
