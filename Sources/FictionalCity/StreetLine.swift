/// The course of a street through a block: a bow from one side to the opposite one.
struct StreetLine {
    private let start: (x: Double, y: Double)
    private let bend: (x: Double, y: Double)
    private let end: (x: Double, y: Double)

    /// The line of a stretch; where it crosses a side, the neighbouring block's stretch goes on.
    init(_ stretch: StreetNetwork.Stretch, blocks: BlockMap, chance: Chance) {
        let block = Int(stretch.block)
        let side = StreetNetwork.entrySides[Int(stretch.direction)]
        start = StreetLine.crossing(block, side, blocks: blocks, chance: chance)
        end = StreetLine.crossing(block, (side + 3) % 6, blocks: blocks, chance: chance)
        bend = (
            2 * blocks.x[block] - (start.x + end.x) / 2, 2 * blocks.y[block] - (start.y + end.y) / 2
        )
    }

    private static func crossing(
        _ block: Int, _ side: Int, blocks: BlockMap, chance: Chance
    ) -> (x: Double, y: Double) {
        let cell = blocks.footprint.cells[block]
        let first = blocks.lattice.corner(of: cell, side)
        let last = blocks.lattice.corner(of: cell, (side + 1) % 6)
        let lot = 0.32 + 0.36 * chance.unit(.crossing, min(first, last), max(first, last))
        let share = first < last ? lot : 1 - lot
        let a = blocks.corner(of: block, side)
        let b = blocks.corner(of: block, (side + 1) % 6)
        return (a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    }

    /// The place so far along the street (0 to 1) and so many metres to its left.
    func position(along t: Double, left: Double) -> (x: Double, y: Double) {
        let s = 1 - t
        let x = s * s * start.x + 2 * s * t * bend.x + t * t * end.x
        let y = s * s * start.y + 2 * s * t * bend.y + t * t * end.y
        let dx = s * (bend.x - start.x) + t * (end.x - bend.x)
        let dy = s * (bend.y - start.y) + t * (end.y - bend.y)
        let length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
        return (x - dy / length * left, y + dx / length * left)
    }
}
