public import Statistics

/// Which areas may lie in one region: an undirected graph of areas.
///
///     let graph = ContiguityGraph(neighbours)
///     graph.components.count  // 2: the map falls into two parts, which no region can span
///
/// A link in one direction is enough, as among nearest neighbours; weights and self-links do not count.
public struct ContiguityGraph: Sendable {
    /// For each area the areas beside it, rising.
    public let beside: [[Int]]

    /// Creates the graph of neighbours.
    ///
    /// - Complexity: O(*n* + *k* log *k*) for *k* links.
    public init(_ neighbours: Neighbours) {
        var beside = [[Int]](repeating: [], count: neighbours.count)
        for area in 0..<neighbours.count {
            for target in neighbours.targets(of: area) where Int(target) != area {
                beside[area].append(Int(target))
                beside[Int(target)].append(area)
            }
        }
        self.beside = beside.map { row in
            let sorted = row.sorted()
            return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
        }
    }

    /// How many areas there are.
    public var count: Int { beside.count }

    /// The parts of the map that hang together, numbered by their first areas; an island is one of its own.
    public var components: Partition {
        var sets = DisjointSets(count: count)
        for area in 0..<count {
            for other in beside[area] { sets.join(area, other) }
        }
        return Partition((0..<count).map { sets.root(of: $0) })
    }

    /// Whether some areas hang together among themselves.
    ///
    /// - Parameter isMember: For each area whether it is one of them.
    /// - Complexity: O(*k*) for *k* links among them.
    func isConnected(_ members: [Int], isMember: (Int) -> Bool) -> Bool {
        guard let first = members.first else { return true }
        var seen: Set<Int> = [first]
        var open = [first]
        while let area = open.popLast() {
            for other in beside[area] where isMember(other) && seen.insert(other).inserted { open.append(other) }
        }
        return seen.count == members.count
    }
}
