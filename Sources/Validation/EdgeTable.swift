/// Edges by a hash of their two ends that is the same both ways, in open addressing.
struct EdgeTable: Sendable {
    private var hashes: [UInt32]
    private var edges: [Int32]
    private let mask: Int

    /// A table for so many edges.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        mask = size - 1
        hashes = [UInt32](repeating: 0, count: size)
        edges = [Int32](repeating: -1, count: size)
    }

    /// A hash of a vertex; equal for the two zeros.
    @inline(__always) static func hash(_ x: Double, _ y: Double) -> UInt64 {
        var bits = (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
        bits ^= bits >> 29
        bits = (bits &+ (y + 0).bitPattern) &* 0xBF58_476D_1CE4_E5B9
        return bits ^ bits >> 32
    }

    /// A hash of an edge from those of its ends.
    @inline(__always) static func hash(_ one: UInt64, _ other: UInt64) -> UInt64 {
        // The sum is the same both ways.
        let bits = (one &+ other) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    mutating func insert(_ hash: UInt64, _ edge: Int32) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while edges[slot] >= 0 { slot = (slot + 1) & mask }
        edges[slot] = edge
        hashes[slot] = UInt32(truncatingIfNeeded: hash >> 29)
    }

    /// The first edge of this hash, in the order of insertion, that suits.
    @inline(__always) func first(_ hash: UInt64, where suits: (Int32) -> Bool) -> Int32? {
        let short = UInt32(truncatingIfNeeded: hash >> 29)
        let (hashes, edges) = (hashes.span, edges.span)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while edges[slot] >= 0 {
            if hashes[slot] == short && suits(edges[slot]) { return edges[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
