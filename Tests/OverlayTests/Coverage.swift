import Planar
import Statistics

/// Coverages for the tests of this target.
enum Coverage {
    /// Squares of side 1 in rows of `side`, with the inner corners shifted, far from the origin.
    static func squares(_ side: Int, seed: UInt64, x originX: Double = 355_000, y originY: Double = 5_690_000) -> Areas
    {
        var generator = SplitMix64(seed: seed)
        let width = side + 1
        var xs: [Double] = []
        var ys: [Double] = []
        for row in 0..<width {
            for column in 0..<width {
                let isOuter = row == 0 || column == 0 || row == side || column == side
                let shift = isOuter ? 0 : 0.6
                xs.append(originX + Double(column) + shift * (generator.uniform() - 0.5))
                ys.append(originY + Double(row) + shift * (generator.uniform() - 0.5))
            }
        }
        var builder = Areas.Builder()
        for row in 0..<side {
            for column in 0..<side {
                let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { (row + $0.1) * width + column + $0.0 }
                builder.addRing(x: corners.map { xs[$0] }, y: corners.map { ys[$0] })
                builder.closePart()
                builder.closeArea()
            }
        }
        return builder.finish()
    }

    /// An area of single-ring parts for each list of rings.
    static func areas(_ rings: [[([Double], [Double])]]) -> Areas {
        var builder = Areas.Builder()
        for area in rings {
            for (x, y) in area {
                builder.addRing(x: x, y: y)
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }
}
