/// The blocks that are town: an irregular patch with a hole (a neighbour's enclave) and an exclave beyond the border.
struct Footprint: Sendable {
    /// Block → cell of the lattice. The blocks of the exclave come last.
    let cells: [Int]
    /// Cell → block, or -1 outside the town.
    let blockOfCell: [Int32]
    /// How many blocks are in the main body, which is connected.
    let mainCount: Int
    /// The block of the main body that the exclave belongs with.
    let anchor: Int

    /// Grows a town of about so many blocks from the middle of the lattice.
    init(lattice: BlockLattice, blocks: Int, radius: Double) {
        var member = Footprint.grown(on: lattice, blocks: blocks, radius: radius)
        Footprint.fillHoles(of: &member, lattice: lattice)
        if blocks >= 300 { Footprint.carveHole(into: &member, lattice: lattice, blocks: blocks) }
        let (exclave, anchorCell) =
            blocks >= 300 ? Footprint.exclave(beside: member, lattice: lattice) : ([], 0)

        var cells = member.indices.filter { member[$0] }
        mainCount = cells.count
        cells += exclave
        var blockOfCell = [Int32](repeating: -1, count: lattice.count)
        for (block, cell) in cells.enumerated() { blockOfCell[cell] = Int32(block) }
        anchor = exclave.isEmpty ? 0 : Int(blockOfCell[anchorCell])
        self.cells = cells
        self.blockOfCell = blockOfCell
    }

    /// Takes cells in the order of how central they are, an uneven ellipse with noise, always beside taken ones.
    private static func grown(on lattice: BlockLattice, blocks: Int, radius: Double) -> [Bool] {
        let chance = lattice.chance
        func remoteness(_ cell: Int) -> Double {
            let (x, y) = lattice.plainCentre(of: cell)
            let along = (0.8 * x + 0.6 * y) / (1.15 * radius)
            let across = (0.8 * y - 0.6 * x) / (0.87 * radius)
            let coarse = chance.noise(.outline, x: x / (0.8 * radius) + 40, y: y / (0.8 * radius) + 40)
            let fine = chance.noise(.outlineDetail, x: x / (0.25 * radius) + 40, y: y / (0.25 * radius) + 40)
            return along * along + across * across + 0.6 * coarse + 0.22 * fine
        }
        var member = [Bool](repeating: false, count: lattice.count)
        var seen = member
        var queue = SmallestFirst<Int>()
        let middle = lattice.rows / 2 * lattice.columns + lattice.columns / 2
        seen[middle] = true
        queue.insert(middle, key: 0)
        var taken = 0
        while taken < blocks, let (_, cell) = queue.removeFirst() {
            member[cell] = true
            taken += 1
            for side in 0..<6 {
                let next = lattice.neighbour(of: cell, side: side)
                guard !seen[next], lattice.isInside(next) else { continue }
                seen[next] = true
                queue.insert(next, key: remoteness(next))
            }
        }
        return member
    }

    private static func fillHoles(of member: inout [Bool], lattice: BlockLattice) {
        var outside = [Bool](repeating: false, count: lattice.count)
        for cell in outside.indices where !lattice.isInside(cell) { outside[cell] = true }
        var pending = outside.indices.filter { outside[$0] && Footprint.hasNeighbours($0, lattice) }
        while let cell = pending.popLast() {
            for side in 0..<6 {
                let next = lattice.neighbour(of: cell, side: side)
                guard !outside[next], !member[next] else { continue }
                outside[next] = true
                if lattice.isInside(next) { pending.append(next) }
            }
        }
        for cell in member.indices where !outside[cell] { member[cell] = true }
    }

    private static func hasNeighbours(_ cell: Int, _ lattice: BlockLattice) -> Bool {
        let (row, column) = cell.quotientAndRemainder(dividingBy: lattice.columns)
        return row > 0 && row < lattice.rows - 1 && column > 0 && column < lattice.columns - 1
    }

    /// Takes out some blocks about halfway to the border, deep enough that the town stays connected around them.
    private static func carveHole(into member: inout [Bool], lattice: BlockLattice, blocks: Int) {
        let middle = lattice.rows / 2 * lattice.columns + lattice.columns / 2
        var reach = middle
        while member[reach] { reach = lattice.neighbour(of: reach, side: 3) }
        let steps = (middle / lattice.columns - reach / lattice.columns) * 11 / 20
        var heart = middle
        for _ in 0..<steps { heart = lattice.neighbour(of: heart, side: 3) }
        let rings = disc(about: heart, radius: 3, lattice: lattice)
        guard rings.allSatisfy({ member[$0] }) else { return }
        // Not a regular shape: the middle, its neighbours but one, and one more.
        for side in 0..<6 where side != 4 { member[lattice.neighbour(of: heart, side: side)] = false }
        member[heart] = false
    }

    /// Four blocks beyond the border in the east, two blocks away from it.
    private static func exclave(beside member: [Bool], lattice: BlockLattice) -> (cells: [Int], anchor: Int) {
        let middle = lattice.rows / 2 * lattice.columns + lattice.columns / 2
        var cell = middle
        var anchor = middle
        while lattice.isInside(cell) {
            if member[cell] { anchor = cell }
            let around = disc(about: cell, radius: 2, lattice: lattice)
            if around.allSatisfy({ !member[$0] && lattice.isInside($0) }) {
                return ([cell] + [0, 4, 5].map { lattice.neighbour(of: cell, side: $0) }, anchor)
            }
            cell = lattice.neighbour(of: cell, side: 4)
        }
        return ([], middle)
    }

    private static func disc(about cell: Int, radius: Int, lattice: BlockLattice) -> [Int] {
        var cells: Set<Int> = [cell]
        for _ in 0..<radius {
            for known in cells.sorted() where lattice.isInside(known) {
                for side in 0..<6 { cells.insert(lattice.neighbour(of: known, side: side)) }
            }
        }
        return cells.sorted()
    }
}
