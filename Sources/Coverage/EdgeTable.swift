/// Edges between two vertices, each with a number: open addressing with linear probing, growing.
struct EdgeTable {
    private var keys: [UInt64] = Array(repeating: .max, count: 64)
    private var values: [Int32] = Array(repeating: 0, count: 64)
    private var count = 0

    /// The number of the edge between two vertices, whichever way it is given; `next` becomes it where there is none.
    @inline(__always) mutating func number(of one: Int32, _ other: Int32, orInsert next: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: min(one, other))) << 32 | UInt64(UInt32(bitPattern: max(one, other)))
        var place = slot(of: key)
        if keys[place] == key { return values[place] }
        if 2 * (count + 1) > keys.count {
            grow()
            place = slot(of: key)
        }
        keys[place] = key
        values[place] = next
        count += 1
        return next
    }

    /// Where a key stands, or the free slot where it would.
    @inline(__always) private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: mixed ^ (mixed >> 32)) & mask
        while keys[place] != key, keys[place] != .max { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: .max, count: 2 * oldKeys.count)
        values = Array(repeating: 0, count: 2 * oldKeys.count)
        for (key, value) in zip(oldKeys, oldValues) where key != .max {
            let place = slot(of: key)
            keys[place] = key
            values[place] = value
        }
    }
}
