/// Positions on a whole-numbered lattice in Morton's order: near ones mostly stand side by side.
///
/// Only for speed: nothing that is computed depends on the order.
struct SpatialOrder {
    /// The keys, rising.
    let keys: [UInt64]
    /// Place in the order → the position's number.
    let order: [Int32]

    /// Sorts positions; a NaN counts as the lowest coordinate.
    ///
    /// - Precondition: No coordinate is infinite.
    /// - Complexity: O(*n*), 40 ms for a million positions.
    init(x: [Double], y: [Double]) {
        var (minX, minY) = (Double.infinity, Double.infinity)
        var extent = 0.0
        for (x, y) in zip(x, y) {
            if x < minX { minX = x }
            if y < minY { minY = y }
        }
        for (x, y) in zip(x, y) {
            if x - minX > extent { extent = x - minX }
            if y - minY > extent { extent = y - minY }
        }
        // Coordinates of more than 32 bits lose their lowest ones: then the order is coarser.
        var step = 1.0
        while extent / step >= 4_294_967_295 { step *= 2 }
        var keys: [UInt64] = []
        keys.reserveCapacity(x.count)
        for (x, y) in zip(x, y) {
            // In this order of arguments a NaN becomes 0.
            let column = UInt32(max(0, (x - minX) / step))
            let row = UInt32(max(0, (y - minY) / step))
            keys.append(Self.spread(column) | Self.spread(row) << 1)
        }
        (self.keys, order) = Self.sorted(keys)
    }

    /// The bits of a number, each followed by a zero.
    private static func spread(_ number: UInt32) -> UInt64 {
        var bits = UInt64(number)
        bits = (bits | bits << 16) & 0x0000_FFFF_0000_FFFF
        bits = (bits | bits << 8) & 0x00FF_00FF_00FF_00FF
        bits = (bits | bits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        bits = (bits | bits << 2) & 0x3333_3333_3333_3333
        return (bits | bits << 1) & 0x5555_5555_5555_5555
    }

    /// Sorts by radix, eleven bits at a time, the lowest first; equal keys stay in their order.
    private static func sorted(_ unsorted: [UInt64]) -> (keys: [UInt64], order: [Int32]) {
        var keys = unsorted
        var order = unsorted.indices.map { Int32($0) }
        var (otherKeys, otherOrder) = (keys, order)
        let highest = unsorted.reduce(0) { $0 | $1 }
        for shift in stride(from: 0, to: 64 - highest.leadingZeroBitCount, by: 11) {
            var next = [Int](repeating: 0, count: 2049)
            for key in keys { next[Int(key >> UInt64(shift) & 2047) + 1] += 1 }
            for digit in 0..<2048 { next[digit + 1] += next[digit] }
            for place in keys.indices {
                let digit = Int(keys[place] >> UInt64(shift) & 2047)
                otherKeys[next[digit]] = keys[place]
                otherOrder[next[digit]] = order[place]
                next[digit] += 1
            }
            swap(&keys, &otherKeys)
            swap(&order, &otherOrder)
        }
        return (keys, order)
    }
}
