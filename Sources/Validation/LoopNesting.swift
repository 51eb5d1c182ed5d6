import Planar

/// Loops that do not touch, one within another.
struct LoopNesting {
    /// The loops, each an area of one ring.
    private let grounds: Areas
    /// Loop → the loops around it.
    private let around: [[Int]]

    init(_ loops: [[Segment]]) {
        var builder = Areas.Builder()
        for loop in loops {
            builder.addRing(x: loop.map(\.ax), y: loop.map(\.ay))
            builder.closePart()
            builder.closeArea()
        }
        let grounds = builder.finish()
        let boxes = PackedBoxes((0..<grounds.count).map { PackedBoxes.sides(grounds.box(of: $0)) }, sorted: true)
        self.grounds = grounds
        around = (0..<grounds.count).map { loop in
            let start = grounds.vertices(of: loop).lowerBound
            let (x, y) = (grounds.x[start], grounds.y[start])
            return boxes.meeting(PackedBoxes.sides(ax: x, ay: y, bx: x, by: y)).filter {
                $0 != loop && grounds.holds($0, x: x, y: y)
            }
        }
    }

    /// The ground inside the clockwise loops, less that of the loops directly in them; nil unless the outermost loops
    /// run counter-clockwise, those in them clockwise, and so on in turn.
    var holes: Areas? {
        let isLand = grounds.ringsWithGroundLeft()
        for loop in 0..<grounds.count where isLand[loop] != around[loop].count.isMultiple(of: 2) { return nil }
        var islands = [[Int]](repeating: [], count: grounds.count)
        for loop in 0..<grounds.count where isLand[loop] {
            for outer in around[loop] where around[outer].count == around[loop].count - 1 {
                islands[outer].append(loop)
            }
        }
        var builder = Areas.Builder()
        for loop in 0..<grounds.count where !isLand[loop] {
            for ring in [loop] + islands[loop] {
                let vertices = grounds.vertices(ofRing: ring)
                // Holes are seen from the water: their shells run counter-clockwise, islands clockwise.
                builder.addRing(x: grounds.x[vertices].reversed(), y: grounds.y[vertices].reversed())
            }
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }
}
