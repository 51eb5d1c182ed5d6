import Analysis

/// The located addresses that neighbourhoods of people need, kept while the deliveries are read.
///
/// They are confidential and live in memory only, as long as the build.
struct EgohoodAddresses {
    /// A variable at a date.
    struct Count: Hashable {
        let variable: String
        let date: String
    }

    /// The addresses with a count above zero, in the order of the file.
    struct Places {
        /// Easting or longitude in the system of the first level.
        var x: [Double] = []
        /// Northing or latitude.
        var y: [Double] = []
        /// The count.
        var count: [Double] = []
        /// Level → address → area, −1 outside.
        var areas: [[Int32]]
    }

    private let levels: Int
    private let wanted: Set<Count>
    private(set) var places: [Count: Places] = [:]

    init(_ variables: EgohoodVariables, levels: Int) {
        self.levels = levels
        wanted = Set(
            variables.egohoods.flatMap { egohood in
                variables.dates(of: egohood).flatMap { date in
                    [egohood.group, egohood.population].map { Count(variable: $0, date: date) }
                }
            })
    }

    /// Keeps what is wanted of a block; addresses outside all levels too, for they are neighbours.
    mutating func add(
        _ located: AddressReading.Located, variables: [ProjectFile.Variable], date: String
    ) {
        for (column, variable) in variables.enumerated() {
            let count = Count(variable: variable.id, date: date)
            guard wanted.contains(count) else { continue }
            var kept = places[count] ?? Places(areas: Array(repeating: [], count: levels))
            for row in 0..<located.block.count
            where located.block.cells[column][row] == .value && located.block.values[column][row] > 0 {
                let (x, y) = (located.plane.x[row], located.plane.y[row])
                guard x.isFinite && y.isFinite else { continue }
                kept.x.append(x)
                kept.y.append(y)
                kept.count.append(located.block.values[column][row])
                for level in 0..<levels { kept.areas[level].append(located.areas[level][row]) }
            }
            places[count] = kept
        }
    }
}
