// Only for the linker: rounding calls the C library where the processor has no instruction for it.
import Glibc

/// A sum of decimal numbers that is exact, and so does not depend on the order in which they are added.
///
///     var sum = DecimalSum()
///     for _ in 0..<10 { sum.add(0.1) }
///     sum.value  // 1.0, not 0.9999999999999999
///
/// Counts per address are decimals with few places. Each summand is rounded once to nine decimals and added as an
/// integer of 128 bits; the same rows give the same sum on any number of threads, and
/// `input = located + outside + rejected` holds to the last digit. Summands of a magnitude of 10¹⁸ and more are kept
/// only to the precision of a `Double`. When not to use it: for quantities whose tenth decimal matters.
@frozen public struct DecimalSum: Sendable, Hashable {
    /// The sum in units of 10⁻⁹.
    @usableFromInline var units: Int128

    /// Zero.
    @inlinable public init() { units = 0 }

    /// Adds a number, rounded to nine decimals.
    ///
    /// - Precondition: The number is finite and its magnitude below 10²⁸.
    @inlinable public mutating func add(_ number: Double) {
        if let whole = Int32(exactly: number) {
            units += Int128(whole) * 1_000_000_000
        } else {
            addFraction(number)
        }
    }

    /// Adds another sum.
    @inlinable public mutating func add(_ other: DecimalSum) { units += other.units }

    /// Takes another sum away.
    @inlinable public mutating func subtract(_ other: DecimalSum) { units -= other.units }

    /// The sum as a `Double`: the nearest one up to 15 significant digits, beyond that within a unit in the last place.
    public var value: Double {
        let (whole, rest) = units.quotientAndRemainder(dividingBy: 1_000_000_000)
        if rest == 0 { return Double(whole) }
        // Both are exact as long as the sum has no more than 15 digits; then one division rounds once.
        if units.magnitude < 1 << 53 { return Double(Int64(units)) / 1e9 }
        return Double(whole) + Double(Int64(rest)) / 1e9
    }

    @usableFromInline mutating func addFraction(_ number: Double) {
        precondition(number.magnitude < 1e28, "a summand is too large")
        let whole = number.rounded(.towardZero)
        let fraction = ((number - whole) * 1e9).rounded(.toNearestOrAwayFromZero)
        units += Int128(whole) * 1_000_000_000 + Int128(fraction)
    }
}
