import Formats
import Planar

extension OutputBuffer {
    /// Writes `[west,south,east,north]`.
    mutating func write(bounds box: Box, decimals: Int) {
        write("[")
        for (index, side) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
            if index > 0 { write(",") }
            write(side, decimals: decimals)
        }
        write("]")
    }
}
