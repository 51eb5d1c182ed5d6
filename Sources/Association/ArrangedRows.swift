import Planar
import Statistics

/// The rows of weights, each in an order of its own making: weights falling, and among equal weights values rising.
///
/// So every sum over a row has one order and with it one rounding, however the areas are numbered; and weights meet
/// draws in a fixed order. A link of an area to itself and links of weight 0 are left out.
struct ArrangedRows: Sendable {
    /// Area → first place of its row; one longer than there are areas.
    let starts: [Int]
    /// The neighbours' places in the pool, row after row.
    let places: [Int32]
    /// Parallel to ``places``.
    let weights: [Double]

    /// Arranges the rows of weights by the places of values in a pool.
    init(_ neighbours: Neighbours, pool: ValuePool, threads: Int?) {
        precondition(neighbours.count == pool.count, "one value for each area")
        let count = neighbours.count
        let chunks = max(1, min(count / 4096, 64))
        let parts = parallelMap(chunks, threads: threads) { chunk in
            Self.arrange(neighbours, pool: pool, members: count * chunk / chunks..<count * (chunk + 1) / chunks)
        }
        var starts = [0]
        starts.reserveCapacity(count + 1)
        for part in parts {
            for length in part.lengths { starts.append(starts[starts.count - 1] + Int(length)) }
        }
        self.starts = starts
        places = parts.count == 1 ? parts[0].places : parts.flatMap(\.places)
        weights = parts.count == 1 ? parts[0].weights : parts.flatMap(\.weights)
    }

    /// How many areas there are.
    var count: Int { starts.count - 1 }

    /// The places of an area's row in ``places`` and ``weights``.
    @inline(__always) func row(of member: Int) -> Range<Int> { starts[member]..<starts[member + 1] }

    /// How many neighbours an area has.
    @inline(__always) func cardinality(of member: Int) -> Int { starts[member + 1] - starts[member] }

    /// Whether all neighbours of an area have the same weight.
    @inline(__always) func isEven(_ member: Int) -> Bool {
        let row = row(of: member)
        return row.isEmpty || weights[row.lowerBound] == weights[row.upperBound - 1]
    }

    /// Σ w and Σ w² over a row.
    func sums(of member: Int) -> (weights: Double, squares: Double) {
        var (sum, squares) = (0.0, 0.0)
        for link in row(of: member) {
            sum += weights[link]
            squares += weights[link] * weights[link]
        }
        return (sum, squares)
    }

    /// Σ w·v over a row, for values by their places in the pool.
    func lag(of member: Int, _ values: [Double]) -> Double {
        var sum = 0.0
        for link in row(of: member) { sum += weights[link] * values[Int(places[link])] }
        return sum
    }

    private struct Part: Sendable {
        var lengths: [Int32] = []
        var places: [Int32] = []
        var weights: [Double] = []
    }

    private static func arrange(_ neighbours: Neighbours, pool: ValuePool, members: Range<Int>) -> Part {
        var part = Part()
        part.lengths.reserveCapacity(members.count)
        let links = neighbours.starts[members.upperBound] - neighbours.starts[members.lowerBound]
        part.places.reserveCapacity(links)
        part.weights.reserveCapacity(links)
        var row: [(weight: Double, place: Int32)] = []
        for member in members {
            row.removeAll(keepingCapacity: true)
            for link in neighbours.row(of: member) {
                let (target, weight) = (Int(neighbours.targets[link]), neighbours.weights[link])
                if target != member, weight != 0 { row.append((weight, pool.places[target])) }
            }
            sort(&row)
            for link in row {
                part.places.append(link.place)
                part.weights.append(link.weight)
            }
            part.lengths.append(Int32(row.count))
        }
        return part
    }

    /// Weights falling, places rising; by insertion where the row is as short as most are.
    private static func sort(_ row: inout [(weight: Double, place: Int32)]) {
        func precedes(_ one: (weight: Double, place: Int32), _ other: (weight: Double, place: Int32)) -> Bool {
            one.weight != other.weight ? one.weight > other.weight : one.place < other.place
        }
        guard row.count <= 24 else { return row.sort(by: precedes) }
        for place in row.indices.dropFirst() {
            let moved = row[place]
            var free = place
            while free > 0, precedes(moved, row[free - 1]) {
                row[free] = row[free - 1]
                free -= 1
            }
            row[free] = moved
        }
    }
}
