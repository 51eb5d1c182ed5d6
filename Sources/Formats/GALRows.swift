import Diagnostics
import Statistics

/// The rows of a weights file as they are read, in the order in which their keys appear.
struct GALRows {
    private(set) var keys: [String] = []
    private var lines: [Int] = []
    private var numbers: [String: Int] = [:]
    private var links: [[(target: Int32, weight: Double, line: Int)]] = []
    private var selfWeights: [Double?] = []

    /// The row of a key that has appeared.
    func number(of key: String) -> Int? { numbers[key] }

    /// Starts the row of a key that has not appeared.
    mutating func add(_ key: String, line: Int) -> Int {
        numbers[key] = keys.count
        keys.append(key)
        lines.append(line)
        links.append([])
        selfWeights.append(nil)
        return keys.count - 1
    }

    /// Starts a row whose key may appear once only.
    mutating func open(_ key: String, line: Int) throws(InputError) -> Int {
        if let earlier = numbers[key] {
            throw InputError(
                .invalidKey, "the area '\(key)' has a second row, the first is in line \(lines[earlier])",
                remedy: "keep one of them", at: Place(row: line))
        }
        return add(key, line: line)
    }

    /// Adds a link, or what a row weighs to itself.
    mutating func link(_ row: Int, to target: Int, weight: Double, line: Int) throws(InputError) {
        if target != row {
            links[row].append((Int32(target), weight, line))
        } else if selfWeights[row] == nil {
            selfWeights[row] = weight
        } else {
            throw twice(row, target, line: line)
        }
    }

    /// The finished file.
    func file(path: String, isWeighted: Bool, statedCount: Int) throws(InputError) -> WeightsFile {
        var starts = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        for row in links.indices {
            let sorted = links[row].sorted { ($0.target, $0.line) < ($1.target, $1.line) }
            for (place, link) in sorted.enumerated() {
                if place > 0, sorted[place - 1].target == link.target {
                    throw twice(row, Int(link.target), line: link.line)
                }
                targets.append(link.target)
                weights.append(link.weight)
            }
            starts.append(targets.count)
        }
        return WeightsFile(
            path: path, keys: keys, neighbours: Neighbours(starts: starts, targets: targets, weights: weights),
            selfWeights: selfWeights.map { $0 ?? 0 }, isWeighted: isWeighted, statedCount: statedCount, lines: lines)
    }

    private func twice(_ row: Int, _ target: Int, line: Int) -> InputError {
        InputError(
            .malformed, "the area '\(keys[row])' has the neighbour '\(keys[target])' twice", remedy: "keep one of them",
            at: Place(row: line))
    }
}
