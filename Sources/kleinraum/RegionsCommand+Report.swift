import Algebra
import Formats
import Regions

/// What `kleinraum regions --report` writes.
struct RegionsReport {
    let names: [String]
    /// The columns as they were given.
    let original: Matrix
    /// The columns as regions were formed by them.
    let matrix: Matrix
    let sizes: [Double]
    let division: RegionDivision
    /// How many parts of the map do not touch.
    let parts: Int
    let method: RegionsCommand.Method

    /// The report as JSON.
    var bytes: [UInt8] {
        var out = OutputBuffer()
        let (regions, sums) = (division.regions, division.sums(sizes))
        out.write("{\"method\":")
        out.write(json: method.rawValue)
        out.write(",\"areas\":")
        out.write(matrix.rows)
        out.write(",\"parts\":")
        out.write(parts)
        out.write(",\"wanted\":")
        out.write(division.wanted)
        out.write(",\"explained\":")
        if let explained = regions.explained(of: matrix) { out.write(explained) } else { out.write("null") }
        let mean = sums.reduce(0, +) / Double(max(sums.count, 1))
        out.write(",\"largest_deviation\":")
        // How far the population of a region is from the mean at most, as part of it.
        if mean > 0 { out.write(sums.reduce(0) { max($0, abs($1 - mean)) } / mean) } else { out.write("null") }
        out.write(",\"regions\":[")
        let centres = regions.centres(of: original)
        for (number, members) in regions.members.enumerated() {
            if number > 0 { out.write(",") }
            out.write("{\"region\":")
            out.write(number + 1)
            out.write(",\"areas\":")
            out.write(members.count)
            out.write(",\"population\":")
            out.write(sums[number])
            out.write(",\"below_minimum\":")
            out.write(division.belowMinimum.contains(number) ? "true" : "false")
            out.write(",\"means\":{")
            for (column, name) in names.enumerated() {
                if column > 0 { out.write(",") }
                out.write(json: name)
                out.write(":")
                out.write(centres[number, column])
            }
            out.write("}}")
        }
        out.write("]}\n")
        return out.bytes
    }
}
