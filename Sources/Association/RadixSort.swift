/// Sorting of whole numbers digit by digit, from the lowest: stable, and linear in their count.
enum RadixSort {
    private static let bits = 11
    private static let digits = 6
    private static let buckets = 1 << bits

    /// Sorts keys, and what comes with them in the same way.
    ///
    /// A digit that all keys share costs no pass.
    ///
    /// - Parameters:
    ///   - keys: Become rising.
    ///   - companions: As long as the keys, or empty.
    /// - Complexity: O(*n*), for few keys O(*n* log *n*).
    static func sort(_ keys: inout [UInt64], with companions: inout [Int32]) {
        let count = keys.count
        guard count > 1 else { return }
        let histograms = counted(keys)
        var (otherKeys, otherCompanions) = (keys, companions)
        let carries = !companions.isEmpty
        for digit in 0..<digits {
            let shift = UInt64(digit * bits)
            let histogram = histograms[digit * buckets..<(digit + 1) * buckets]
            if histogram.contains(Int32(count)) { continue }
            var next = [Int32](repeating: 0, count: buckets)
            var sum: Int32 = 0
            for (bucket, size) in histogram.enumerated() {
                next[bucket] = sum
                sum += size
            }
            keys.withUnsafeBufferPointer { keys in
                otherKeys.withUnsafeMutableBufferPointer { otherKeys in
                    companions.withUnsafeBufferPointer { companions in
                        otherCompanions.withUnsafeMutableBufferPointer { otherCompanions in
                            next.withUnsafeMutableBufferPointer { next in
                                for place in 0..<count {
                                    let bucket = Int((keys[place] >> shift) & UInt64(buckets - 1))
                                    let target = Int(next[bucket])
                                    next[bucket] += 1
                                    otherKeys[target] = keys[place]
                                    if carries { otherCompanions[target] = companions[place] }
                                }
                            }
                        }
                    }
                }
            }
            swap(&keys, &otherKeys)
            swap(&companions, &otherCompanions)
        }
    }

    /// How many keys have each value of each digit, digit after digit.
    private static func counted(_ keys: [UInt64]) -> [Int32] {
        var histograms = [Int32](repeating: 0, count: digits * buckets)
        histograms.withUnsafeMutableBufferPointer { histograms in
            for key in keys {
                for digit in 0..<digits {
                    histograms[digit * buckets + Int((key >> UInt64(digit * bits)) & UInt64(buckets - 1))] += 1
                }
            }
        }
        return histograms
    }

    /// A key that rises with a number.
    @inline(__always) static func key(_ value: Double) -> UInt64 {
        let bits = value.bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }

    /// A key that rises with a whole number.
    @inline(__always) static func key(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) ^ 1 << 63 }

    /// The whole number of a key.
    @inline(__always) static func number(_ key: UInt64) -> Int64 { Int64(bitPattern: key ^ 1 << 63) }
}
