/// Which areas reach into the cells of a grid.
///
/// Most cells lie inside one area, and one number says so. Only cells with a border, or with several areas, have a list.
struct LocatorCells: Sendable {
    /// Cell → 0 for nothing, *area* + 1 where one area fills it and no other reaches into it, −*list* − 1 for a list.
    let heads: [Int32]
    /// List → first entry; one longer than there are lists.
    let listStarts: [Int32]
    /// Area · 2 + 1 when the area fills the cell, area · 2 when its border runs through it; rising within a list.
    let entries: [Int32]

    /// Nothing reaches into any cell.
    static let none = LocatorCells(heads: [], listStarts: [0], entries: [])

    /// Sorts what rasters have found by cell.
    ///
    /// Each thread sorts a stretch of the cells and reads all findings for it: reading is cheap, and nobody writes
    /// where somebody else does.
    ///
    /// - Parameter findings: Cells with their entries, the areas rising from finding to finding.
    init(cellCount: Int, findings: [(cells: [Int32], entries: [Int32])], threads: Int?) {
        let stretches = min(2, max(1, cellCount / 10_000))
        let parts = parallelMap(stretches, threads: threads) { stretch in
            LocatorCells(
                range: (cellCount * stretch / stretches)..<(cellCount * (stretch + 1) / stretches),
                findings: findings)
        }
        var heads: [Int32] = []
        heads.reserveCapacity(cellCount)
        var listStarts: [Int32] = [0]
        var entries: [Int32] = []
        for part in parts {
            let lists = Int32(listStarts.count - 1)
            heads.append(contentsOf: part.heads.lazy.map { $0 < 0 ? $0 - lists : $0 })
            let base = Int32(entries.count)
            listStarts.append(contentsOf: part.listStarts.lazy.dropFirst().map { $0 + base })
            entries.append(contentsOf: part.entries)
        }
        self.init(heads: heads, listStarts: listStarts, entries: entries)
    }

    private init(heads: [Int32], listStarts: [Int32], entries: [Int32]) {
        self.heads = heads
        self.listStarts = listStarts
        self.entries = entries
    }

    /// The cells of a range alone.
    private init(range: Range<Int>, findings: [(cells: [Int32], entries: [Int32])]) {
        let low = Int32(range.lowerBound)
        let count = UInt32(range.count)
        // Cell → 0, area + 1 for one area that fills it, or minus the number of entries in its list.
        var heads = [Int32](repeating: 0, count: range.count)
        for finding in findings {
            for place in finding.cells.indices {
                let cell = UInt32(bitPattern: finding.cells[place] &- low)
                guard cell < count else { continue }
                let head = heads[Int(cell)]
                let entry = finding.entries[place]
                if head == 0 && entry & 1 == 1 {
                    heads[Int(cell)] = entry >> 1 + 1
                } else {
                    heads[Int(cell)] = head > 0 ? -2 : head - 1
                }
            }
        }
        var listStarts: [Int32] = [0]
        var total: Int32 = 0
        for cell in heads.indices where heads[cell] < 0 {
            total -= heads[cell]
            heads[cell] = -Int32(listStarts.count)
            listStarts.append(total)
        }
        var next = listStarts
        var entries = [Int32](repeating: 0, count: Int(total))
        for finding in findings {
            for place in finding.cells.indices {
                let cell = UInt32(bitPattern: finding.cells[place] &- low)
                guard cell < count, heads[Int(cell)] < 0 else { continue }
                let list = Int(-heads[Int(cell)]) - 1
                entries[Int(next[list])] = finding.entries[place]
                next[list] += 1
            }
        }
        self.init(heads: heads, listStarts: listStarts, entries: entries)
    }
}
