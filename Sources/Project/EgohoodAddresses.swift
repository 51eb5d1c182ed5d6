import Analysis

/// The located addresses that neighbourhoods of people need, kept while the deliveries are read.
///
/// They are confidential and live in memory only, as long as the build: 24 bytes for each address and variable, and 4
/// more for each level.
struct EgohoodAddresses {
    /// A variable at a date.
    struct Count: Hashable {
        let variable: String
        let date: String
    }

    /// The addresses of a variable in the order of the file: those with a count above zero, and those without a known one.
    struct Places {
        /// Easting or longitude in the system of the first level.
        var x: [Double] = []
        /// Northing or latitude.
        var y: [Double] = []
        /// The count.
        var count: [Double] = []
        /// Level → address → area, −1 outside.
        var areas: [[Int32]]
        /// Why the count of each address without a known one is not known: missing, or secret.
        var unknown: [AddressBlock.Cell] = []
        /// Level → such an address → area, −1 outside.
        var unknownAreas: [[Int32]]

        /// No addresses in so many levels.
        init(levels: Int) {
            areas = Array(repeating: [], count: levels)
            unknownAreas = areas
        }

        /// Keeps a column of a block.
        mutating func add(_ located: AddressReading.Located, column: Int) {
            for row in 0..<located.block.count { add(located, row: row, column: column) }
        }

        private mutating func add(_ located: AddressReading.Located, row: Int, column: Int) {
            let (x, y) = (located.plane.x[row], located.plane.y[row])
            guard x.isFinite && y.isFinite else { return }
            let (cell, value) = (located.block.cells[column][row], located.block.values[column][row])
            if cell != .value {
                unknown.append(cell)
                for level in unknownAreas.indices { unknownAreas[level].append(located.areas[level][row]) }
            } else if value > 0 {
                self.x.append(x)
                self.y.append(y)
                count.append(value)
                for level in areas.indices { areas[level].append(located.areas[level][row]) }
            }
        }
    }

    private(set) var places: [Count: Places] = [:]

    init(_ variables: EgohoodVariables, levels: Int) {
        for egohood in variables.egohoods {
            for date in variables.dates(of: egohood) {
                for variable in [egohood.group, egohood.population] {
                    places[Count(variable: variable, date: date)] = Places(levels: levels)
                }
            }
        }
    }

    /// Keeps what is wanted of a block; addresses outside all levels too, for they are neighbours.
    mutating func add(
        _ located: AddressReading.Located, variables: [ProjectFile.Variable], date: String
    ) {
        for (column, variable) in variables.enumerated() {
            // In place: taken out and put back, the arrays would be copied with every block.
            places[Count(variable: variable.id, date: date)]?.add(located, column: column)
        }
    }
}
