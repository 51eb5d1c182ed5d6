import Analysis
import Diagnostics
import Planar

/// The addresses of a check, in the order of their file, with the area and the disputed grounds that each lies in.
struct LocatedAddresses: Sendable {
    /// One address.
    struct Row: Sendable {
        /// The line in the file; before the parts are joined, the row's place.
        var line: Int
        /// The area, −1 outside.
        var area: Int32
        /// The place on the plane.
        var x: Double
        var y: Double
        /// The population; NaN where nobody knows it.
        var population: Double
    }

    /// What one worker has located.
    struct Part: Sendable {
        var rows: [Row] = []
        /// Ground → addresses in it.
        var disputed: [Int: Int] = [:]
        var rejected = 0
        var worker: BridgeWorker?

        mutating func add(
            _ block: inout AddressBlock, bridges: [CoordinateBridge], locator: PointLocator, grounds: DisputedGrounds
        ) throws(InputError) {
            let worker: BridgeWorker
            if let open = self.worker { worker = open } else { worker = try BridgeWorker(bridges) }
            self.worker = worker
            let coordinates = worker.prepare(&block)
            let (own, plane) = (coordinates[0], coordinates[1])
            rejected += block.rejections.count
            for row in 0..<block.count where !own.x[row].isNaN {
                let area = locator.locate(x: own.x[row], y: own.y[row]).area
                var population = Double.nan
                if let cells = block.cells.first, cells[row] == .value { population = block.values[0][row] }
                rows.append(
                    Row(
                        line: block.places[row], area: area, x: plane.x[row], y: plane.y[row],
                        population: population))
                grounds.forEach(atX: plane.x[row], y: plane.y[row]) { disputed[$0, default: 0] += 1 }
            }
        }
    }

    /// The addresses with a position, by line.
    let rows: [Row]
    /// Ground → addresses in it.
    let disputed: [Int: Int]
    /// How many rows have no usable position.
    let rejected: Int
    /// Line → the key that the address is coded for.
    var coded: [Int: String] = [:]
    /// Line → street.
    var streets: [Int: String] = [:]

    init(_ parts: [Part], line: (Int) -> Int) {
        var rows: [Row] = []
        var disputed: [Int: Int] = [:]
        for part in parts {
            for row in part.rows {
                var row = row
                row.line = line(row.line)
                rows.append(row)
            }
            disputed.merge(part.disputed) { $0 + $1 }
        }
        self.rows = rows.sorted { $0.line < $1.line }
        self.disputed = disputed
        rejected = parts.reduce(0) { $0 + $1.rejected }
    }
}
