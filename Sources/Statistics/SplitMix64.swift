/// A small seeded random number generator: the same seed gives the same numbers on every machine.
///
///     var generator = SplitMix64(seed: 1)
///     generator.uniform()  // 0.5692…, always
///
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014. Not for cryptography.
/// Never use the standard library's `Double.random(in:using:)` with it where bytes must be repeatable: how that
/// consumes bits is not promised; ``uniform()`` is.
@frozen public struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// Starts at a seed.
    @inlinable public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    @inlinable public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in [0, 1) with 53 random bits.
    @inlinable public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in `0 ..< bound`, without bias (Lemire's multiplication with rejection).
    @inlinable public mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }
}
