/// The plane cut into city blocks: a honeycomb whose corners are moved about.
///
/// In a honeycomb three blocks meet at each corner, never four. Therefore the border of any union of blocks passes a
/// corner at most once, and no ring of a dissolved area can touch itself.
///
/// A cell is a number, row by row; its six sides are numbered counter-clockwise from the one to the north-west, and
/// side *i* runs from corner *i* to corner *i* + 1. Each cell owns its northern and its southern corner.
struct BlockLattice: Sendable {
    /// Cells in a row.
    let columns: Int
    /// Rows.
    let rows: Int
    let chance: Chance

    private static let rootOfThree = 1.7320508075688772

    /// Cells of one row and columns that surround the others, so that every cell that is used has six neighbours.
    static let margin = 4

    /// A lattice of so many cells about its middle.
    init(columns: Int, rows: Int, chance: Chance) {
        self.columns = columns
        self.rows = rows
        self.chance = chance
    }

    /// The number of cells.
    var count: Int { columns * rows }

    /// Whether a cell lies so far inside that its neighbours' neighbours exist.
    func isInside(_ cell: Int) -> Bool {
        let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
        let margin = BlockLattice.margin
        return row >= margin && row < rows - margin && column >= margin && column < columns - margin
    }

    /// The cell beyond a side.
    @inline(__always) func neighbour(of cell: Int, side: Int) -> Int {
        let odd = (cell / columns) & 1
        return switch side {
        case 0: cell + columns + odd - 1
        case 1: cell - 1
        case 2: cell - columns + odd - 1
        case 3: cell - columns + odd
        case 4: cell + 1
        default: cell + columns + odd
        }
    }

    /// The number of a corner: even ones are southern corners of their cell, odd ones northern.
    @inline(__always) func corner(of cell: Int, _ index: Int) -> Int {
        switch index {
        case 0: 2 * cell + 1
        case 1: 2 * neighbour(of: cell, side: 0)
        case 2: 2 * neighbour(of: cell, side: 2) + 1
        case 3: 2 * cell
        case 4: 2 * neighbour(of: cell, side: 3) + 1
        default: 2 * neighbour(of: cell, side: 5)
        }
    }

    /// The middle of a cell before anything was moved, in block sides from the lattice's middle.
    func plainCentre(of cell: Int) -> (x: Double, y: Double) {
        let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
        let x = Double(column - columns / 2) + Double(row & 1) / 2
        return (x * BlockLattice.rootOfThree, Double(row - rows / 2) * 1.5)
    }

    /// Where a corner lies, in block sides from the lattice's middle.
    func position(ofCorner corner: Int) -> (x: Double, y: Double) {
        var (x, y) = plainCentre(of: corner / 2)
        y += corner & 1 == 1 ? 1 : -1
        x += 0.2 * chance.signed(.cornerX, corner)
        y += 0.2 * chance.signed(.cornerY, corner)
        // Whole neighbourhoods are shifted as well, so that no straight rows are left.
        let bent = x + 0.75 * chance.noise(.bend, x: x / 6, y: y / 6)
        let across = y + 0.75 * chance.noise(.bendAcross, x: x / 6, y: y / 6)
        // Turned by the angle of a triangle with sides 7, 24 and 25.
        return (0.96 * bent - 0.28 * across, 0.28 * bent + 0.96 * across)
    }
}
