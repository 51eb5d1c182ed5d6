/// Values as whole multiples of one small unit, so that their sums are exact and do not depend on their order.
///
/// The unit is 2⁻⁴⁸ of a power of two above the largest absolute value, so a value is off by at most half a unit, and
/// by what the value itself was rounded to before, which is less. Two sums of *k* values each that are equal in truth,
/// such as 0.1 + 0.2 and 0.3 + 0, or ⅓ + ⅓ + ⅓ and 1, then differ by at most 2*k* units: that much counts as a tie.
/// Differences that mean anything are far larger. Sums of up to 2¹⁴ values fit in 63 bits.
struct FixedPointValues: Sendable {
    /// The values, in units.
    let units: [Int64]

    /// The largest number of values whose sum fits.
    static let largestSum = 1 << 14

    init(_ values: [Double]) {
        let largest = values.reduce(0) { max($0, abs($1)) }
        guard largest >= .leastNormalMagnitude else {
            units = Array(repeating: 0, count: values.count)
            return
        }
        // The factor in two steps: either alone stays a number.
        let toOne = Double(sign: .plus, exponent: -Int(largest.exponent) - 1, significand: 1)
        units = values.map { Int64(($0 * toOne * 0x1p48).rounded(.toNearestOrEven)) }
    }

    /// By how many units two equal sums of so many values may differ.
    @inline(__always) static func tolerance(ofSumsOf count: Int) -> Int64 { Int64(2 * count) }
}
