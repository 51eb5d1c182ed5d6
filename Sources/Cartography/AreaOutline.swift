import Formats
import Planar

/// The outline of an area as SVG path data on a lattice: relative steps in small whole numbers.
///
/// Vertices that fall on one lattice point become one, and a step that is taken back at once is left out. A ring that
/// has no surface left disappears, but never an area: what would vanish altogether becomes a small square where it lies.
struct AreaOutline {
    private var columns: [Int32] = []
    private var rows: [Int32] = []

    /// Half the side of the mark of an area too small to see, in lattice units.
    private static let mark: Int32 = 3

    /// Writes the path data of an area; nothing, and `false`, where it has no geometry.
    mutating func write(_ area: Int, of areas: Areas, on lattice: Lattice, to out: inout OutputBuffer) -> Bool {
        let rings = areas.rings(of: area)
        guard !rings.isEmpty else { return false }
        var isVisible = false
        for part in areas.parts(of: area) {
            for ring in areas.rings(ofPart: part) {
                snap(areas.vertices(ofRing: ring), of: areas, on: lattice)
                guard hasSurface else {
                    // Holes of a part whose shell has vanished have nothing to be holes in.
                    if ring == areas.rings(ofPart: part).lowerBound { break }
                    continue
                }
                isVisible = true
                writeRing(to: &out)
            }
        }
        if !isVisible {
            let vertex = areas.vertices(ofRing: rings.lowerBound).lowerBound
            let side = Int(2 * AreaOutline.mark)
            out.write("M")
            out.write(Int(lattice.column(areas.x[vertex]) - AreaOutline.mark))
            out.write(" ")
            out.write(Int(lattice.row(areas.y[vertex]) - AreaOutline.mark))
            out.write("h\(side)v\(side)h-\(side)z")
        }
        return true
    }

    /// Fills the scratch ring, without its repeated last vertex.
    private mutating func snap(_ vertices: Range<Int>, of areas: Areas, on lattice: Lattice) {
        columns.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        for vertex in vertices {
            let column = lattice.column(areas.x[vertex])
            let row = lattice.row(areas.y[vertex])
            let count = columns.count
            if count > 0 && columns[count - 1] == column && rows[count - 1] == row { continue }
            if count > 1 && columns[count - 2] == column && rows[count - 2] == row {
                columns.removeLast()
                rows.removeLast()
                continue
            }
            columns.append(column)
            rows.append(row)
        }
        // The same across the seam: the first vertex again, and a step to the last vertex that the first takes back.
        while columns.count > 1 {
            let last = columns.count - 1
            let repeats = columns[last] == columns[0] && rows[last] == rows[0]
            let isTakenBack = columns[last - 1] == columns[0] && rows[last - 1] == rows[0]
            guard repeats || isTakenBack else { break }
            columns.removeLast()
            rows.removeLast()
        }
    }

    /// Whether the scratch ring encloses anything.
    private var hasSurface: Bool {
        guard columns.count > 2 else { return false }
        var doubled = 0
        var previous = columns.count - 1
        for index in columns.indices {
            // Sums on the way may be large; the last one is right all the same.
            doubled &+= Int(columns[previous]) &* Int(rows[index]) &- Int(columns[index]) &* Int(rows[previous])
            previous = index
        }
        return doubled != 0
    }

    private func writeRing(to out: inout OutputBuffer) {
        out.write("M")
        out.write(Int(columns[0]))
        if rows[0] >= 0 { out.write(byte: UInt8(ascii: " ")) }
        out.write(Int(rows[0]))
        out.write(byte: UInt8(ascii: "l"))
        for index in 1..<columns.count {
            let across = Int(columns[index] - columns[index - 1])
            let down = Int(rows[index] - rows[index - 1])
            if index > 1 && across >= 0 { out.write(byte: UInt8(ascii: " ")) }
            out.write(across)
            if down >= 0 { out.write(byte: UInt8(ascii: " ")) }
            out.write(down)
        }
        out.write(byte: UInt8(ascii: "z"))
    }
}
