public import Disclosure
import Statistics

/// Sorts located address rows into atoms: one for each combination of areas that holds an address.
///
///     var builder = AtomBuilder(geographies: [districts, catchments], variables: [residents])
///     builder.add(block, areas: [[0, 0, 1], [0, 1, 1]], variables: [0])
///     builder.finish().count  // 3
///
/// Sums are exact, and the atoms come out sorted by their areas, so that neither the order of the rows nor their
/// division into blocks shows in the result.
public struct AtomBuilder: Sendable {
    private let geographies: [Geography]
    private let variables: [CountVariable]
    /// Geography → (atom of the geographies before, area) → atom of the geographies up to here.
    private var prefixes: [[UInt64: Int32]]
    /// Geography → how many prefix atoms it has.
    private var prefixCounts: [Int32]
    private var areas: [[Int32]] = []
    private var sums: [[DecimalSum]]
    private var missing: [[Int32]]
    private var secret: [[Int32]]
    private var contributors: [[Int32]]

    /// A builder without rows.
    ///
    /// - Precondition: There is at least one geography.
    public init(geographies: [Geography], variables: [CountVariable]) {
        precondition(!geographies.isEmpty, "atoms need a geography")
        self.geographies = geographies
        self.variables = variables
        prefixes = Array(repeating: [:], count: geographies.count)
        prefixCounts = Array(repeating: 0, count: geographies.count)
        sums = Array(repeating: [], count: variables.count)
        missing = Array(repeating: [], count: variables.count)
        secret = Array(repeating: [], count: variables.count)
        contributors = Array(repeating: [], count: variables.count)
    }

    /// Adds the usable rows of a block.
    ///
    /// - Parameters:
    ///   - block: The rows with their counts.
    ///   - located: Geography → row → area, −1 outside; rejected rows are −1 everywhere.
    ///   - variables: Which variable each column of the block is.
    /// - Complexity: O(rows · (geographies + columns)).
    public mutating func add(_ block: AddressBlock, areas located: [[Int32]], variables columns: [Int]) {
        var tuple = [Int32](repeating: -1, count: geographies.count)
        for row in 0..<block.count {
            var isAnywhere = false
            for geography in tuple.indices {
                tuple[geography] = located[geography][row]
                if tuple[geography] >= 0 { isAnywhere = true }
            }
            guard isAnywhere else { continue }
            let atom = atom(of: tuple)
            for (place, variable) in columns.enumerated() {
                switch block.cells[place][row] {
                case .value:
                    sums[variable][atom].add(block.values[place][row])
                    contributors[variable][atom] += 1
                case .secret: secret[variable][atom] += 1
                case .missing, .unreadable: missing[variable][atom] += 1
                }
            }
        }
    }

    /// The atoms, sorted by their areas.
    public func finish() -> Atoms {
        let order = areas.indices.sorted { areas[$0].lexicographicallyPrecedes(areas[$1]) }
        return Atoms(
            geographies: geographies, variables: variables,
            areas: geographies.indices.map { geography in order.map { areas[$0][geography] } },
            sums: sums.map { column in order.map { column[$0].value } },
            missing: missing.map { column in order.map { column[$0] } },
            secret: secret.map { column in order.map { column[$0] } },
            contributors: contributors.map { column in order.map { column[$0] } })
    }

    private mutating func atom(of tuple: [Int32]) -> Int {
        var prefix: Int32 = 0
        for geography in tuple.indices {
            let key = UInt64(UInt32(bitPattern: prefix)) << 32 | UInt64(UInt32(bitPattern: tuple[geography]))
            if let known = prefixes[geography][key] {
                prefix = known
                continue
            }
            let fresh = prefixCounts[geography]
            prefixCounts[geography] += 1
            prefixes[geography][key] = fresh
            prefix = fresh
            if geography == tuple.count - 1 { appendAtom(tuple) }
        }
        return Int(prefix)
    }

    private mutating func appendAtom(_ tuple: [Int32]) {
        areas.append(tuple)
        for variable in variables.indices {
            sums[variable].append(DecimalSum())
            missing[variable].append(0)
            secret[variable].append(0)
            contributors[variable].append(0)
        }
    }
}
