import Planar
import Statistics

/// The blocks of the town with their corners in metres; unions of blocks become areas here.
struct BlockMap: Sendable {
    let lattice: BlockLattice
    let footprint: Footprint
    let chance: Chance
    /// Pieces of a block side where it is a border, on average.
    var piecesPerSide = 1.0
    private let scale: Double
    private let centreX: Double
    private let centreY: Double
    /// The middle of each block in metres.
    let x: [Double]
    /// The middle of each block in metres.
    let y: [Double]

    /// Lays out the blocks of a plan.
    init(_ plan: CityPlan, chance: Chance) {
        let blocks = plan.areas * plan.blocksPerArea
        // A block of side 1 has an area of 2.598.
        let radius = (Double(blocks) * 2.598 / 3.1416).squareRoot()
        let rows = Int(1.6 * radius / 1.5) * 2 + 2 * BlockLattice.margin + 12
        let columns = Int(1.6 * radius / 1.732) * 2 + 2 * BlockLattice.margin + 12
        lattice = BlockLattice(columns: columns, rows: rows, chance: chance)
        footprint = Footprint(lattice: lattice, blocks: blocks, radius: radius)
        self.chance = chance
        scale = plan.blockSide
        centreX = plan.centreX
        centreY = plan.centreY
        var x: [Double] = []
        var y: [Double] = []
        for cell in footprint.cells {
            var sum = (x: 0.0, y: 0.0)
            for index in 0..<6 {
                let corner = lattice.position(ofCorner: lattice.corner(of: cell, index))
                sum = (sum.x + corner.x, sum.y + corner.y)
            }
            x.append(plan.centreX + plan.blockSide * sum.x / 6)
            y.append(plan.centreY + plan.blockSide * sum.y / 6)
        }
        self.x = x
        self.y = y
    }

    /// The number of blocks.
    var count: Int { footprint.cells.count }

    /// The block beyond a side, or -1 outside the town.
    @inline(__always) func neighbour(of block: Int, side: Int) -> Int {
        Int(footprint.blockOfCell[lattice.neighbour(of: footprint.cells[block], side: side)])
    }

    /// A corner of a block in metres, not rounded.
    func corner(of block: Int, _ index: Int) -> (x: Double, y: Double) {
        position(ofCorner: lattice.corner(of: footprint.cells[block], index))
    }

    private func position(ofCorner corner: Int) -> (x: Double, y: Double) {
        let (x, y) = lattice.position(ofCorner: corner)
        return (centreX + scale * x, centreY + scale * y)
    }

    /// The blocks of the main body as places to be grouped.
    func territory(weights: [Double]) -> Territory {
        var starts: [Int32] = [0]
        var neighbours: [Int32] = []
        let main = footprint.mainCount
        for block in 0..<main {
            for side in 0..<6 {
                let next = neighbour(of: block, side: side)
                if next >= 0 && next < main { neighbours.append(Int32(next)) }
            }
            starts.append(Int32(neighbours.count))
        }
        return Territory(
            starts: starts, neighbours: neighbours, x: Array(x[..<main]), y: Array(y[..<main]),
            weights: Array(weights[..<main]))
    }

    /// Groups of the main body's blocks completed with those of the exclave.
    func withExclave(_ groupOf: [Int32]) -> [Int32] {
        groupOf + [Int32](repeating: groupOf[footprint.anchor], count: count - footprint.mainCount)
    }

    /// How many sides of blocks are borders of their group, outer border included.
    func borderSides(_ groupOf: [Int32]) -> Int {
        var sides = 0
        for block in 0..<count {
            for side in 0..<6 where isBorder(block, side, groupOf) { sides += 1 }
        }
        return sides
    }

    /// Whether a group ends at a side of a block.
    @inline(__always) func isBorder(_ block: Int, _ side: Int, _ groupOf: [Int32]) -> Bool {
        let next = neighbour(of: block, side: side)
        return next < 0 || groupOf[next] != groupOf[block]
    }

    /// Adds the vertices of one side of a block, its first corner included and its last left out, in whole
    /// centimetres; the neighbour gets the same ones in the other direction.
    func addSide(_ block: Int, _ side: Int, line: inout BorderLine, to builder: inout Areas.Builder) {
        let cell = footprint.cells[block]
        let first = lattice.corner(of: cell, side)
        let last = lattice.corner(of: cell, side == 5 ? 0 : side + 1)
        let start = position(ofCorner: first)
        let end = position(ofCorner: last)
        builder.addVertex(x: BlockMap.centimetres(start.x), y: BlockMap.centimetres(start.y))
        let low = min(first, last)
        let high = max(first, last)
        let pieces = max(1, Int(piecesPerSide + chance.unit(.borderCount, low, high)))
        let isForward = first < last
        line.draw(
            from: isForward ? start : end, to: isForward ? end : start, pieces: pieces,
            generator: chance.generator(.border, low, high))
        for step in line.x.indices {
            let index = isForward ? step : line.x.count - 1 - step
            builder.addVertex(x: BlockMap.centimetres(line.x[index]), y: BlockMap.centimetres(line.y[index]))
        }
    }

    /// A coordinate in whole centimetres.
    @inline(__always) static func centimetres(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
