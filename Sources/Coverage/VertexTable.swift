/// Vertices by place: a grid of cells, each with a hash table of its own.
///
/// A ring stays in few cells at a time, so that their tables stay in the processor's cache however large the city is;
/// one table for all would miss it with nearly every vertex. Each cell's table has a quarter more slots than vertices
/// lie in the cell: where all lie in one, this is one open addressing table.
struct VertexTable {
    private let x: UnsafeBufferPointer<Double>
    private let y: UnsafeBufferPointer<Double>
    private let cells: VertexCells
    /// Cell → its first slot; one longer than there are cells.
    private let cellStarts: UnsafeMutableBufferPointer<UInt32>
    /// A vertex's number plus one; zero is free.
    private let slots: UnsafeMutableBufferPointer<UInt32>

    /// A table with room for all of some vertices.
    init(x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>) {
        self.x = x
        self.y = y
        let cells = VertexCells(x: x, y: y)
        cellStarts = .allocate(capacity: cells.count + 1)
        cellStarts.initialize(repeating: 0)
        for vertex in x.indices { cellStarts[cells.cell(x[vertex], y[vertex])] += 1 }
        var sum: UInt32 = 0
        for cell in 0..<cells.count {
            let vertices = cellStarts[cell]
            cellStarts[cell] = sum
            sum += vertices == 0 ? 0 : vertices + vertices / 4 + 1
        }
        cellStarts[cells.count] = sum
        slots = .allocate(capacity: Int(sum))
        slots.initialize(repeating: 0)
        self.cells = cells
    }

    /// Gives the memory back.
    func deallocate() {
        cellStarts.deallocate()
        slots.deallocate()
    }

    /// The first vertex inserted at a vertex's place; itself if it is that.
    @inline(__always) func insert(_ vertex: Int) -> Int {
        let (vertexX, vertexY) = (x[vertex], y[vertex])
        let cell = cells.cell(vertexX, vertexY)
        let (start, end) = (Int(cellStarts[cell]), Int(cellStarts[cell + 1]))
        // The upper half of the hash, scaled to the size of the cell's table.
        var place = start + Int(((Self.hash(vertexX, vertexY) >> 32) &* UInt64(end - start)) >> 32)
        while true {
            let slot = slots[place]
            if slot == 0 {
                slots[place] = UInt32(truncatingIfNeeded: vertex + 1)
                return vertex
            }
            let other = Int(slot) - 1
            if x[other] == vertexX, y[other] == vertexY { return other }
            place += 1
            if place == end { place = start }
        }
    }

    /// Mixes the coordinates' bits by one full multiplication, as wyhash does. Adding zero makes −0 and 0 the same.
    @inline(__always) private static func hash(_ x: Double, _ y: Double) -> UInt64 {
        let product = ((x + 0).bitPattern ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
            by: (y + 0).bitPattern ^ 0xE703_7ED1_A0B4_28DB)
        return (product.high ^ product.low) &* 0x9E37_79B9_7F4A_7C15
    }
}
