import Analysis
import Diagnostics
import Planar
import Statistics

/// Sums per area, laid out area by area.
struct Sums: Sendable {
    var addresses: [Int]
    var sums: [DecimalSum]

    init(areas: Int, columns: Int) {
        addresses = Array(repeating: 0, count: areas)
        sums = Array(repeating: DecimalSum(), count: areas * columns)
    }
}

/// Addresses in memory: coordinates, and counts column by column.
struct Points: Sendable {
    var x: [Double] = []
    var y: [Double] = []
    var counts: [[Double]]

    /// Reads an address table into memory.
    static func read(_ path: String, x: String, y: String, counts: [String]) throws -> Points {
        let table = try AddressTable.open(path: path, x: x, y: y, counts: counts)
        let run = try table.reduce(threads: 1, start: { Points(counts: counts.map { _ in [] }) }) {
            (points: inout Points, block: inout AddressBlock) throws(InputError) in
            points.x += block.x
            points.y += block.y
            for column in points.counts.indices { points.counts[column] += block.values[column] }
        }
        return run.accumulators[0]
    }

    /// Locates all points and sums their counts, on all cores.
    func sums(in areas: Int, locator: PointLocator) -> Sums {
        let workers = 2
        let parts = parallelMap(workers) { worker in
            var sums = Sums(areas: areas, columns: counts.count)
            let width = counts.count
            for point in (x.count * worker / workers)..<(x.count * (worker + 1) / workers) {
                let area = Int(locator.locate(x: x[point], y: y[point]).area)
                guard area >= 0 else { continue }
                sums.addresses[area] += 1
                for column in 0..<width { sums.sums[area * width + column].add(counts[column][point]) }
            }
            return sums
        }
        var total = parts[0]
        for part in parts.dropFirst() {
            for area in total.addresses.indices { total.addresses[area] += part.addresses[area] }
            for place in total.sums.indices { total.sums[place].add(part.sums[place]) }
        }
        return total
    }
}
