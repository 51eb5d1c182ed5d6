/// Reads plain numbers, eight digits at a time.
///
/// A field of up to sixteen bytes is one or two 64-bit words of digits; the decimal sign is taken out by shifting the
/// digits before it. Two words are parsed in a dozen multiplications without a branch per digit, which is what makes
/// numbers of changing length slow to read (Lemire: Quickly parsing eight digits, 2018; Mula).
enum DelimitedNumber {
    /// The number that the bytes are, or NaN when they are none or when it takes more to read them.
    ///
    /// Up to a mantissa of 2⁵³ and 10²² the division is between exact numbers, so its result is the nearest one
    /// (Clinger 1990).
    ///
    /// - Parameters:
    ///   - field: The first byte; sixteen bytes before it may be read too.
    ///   - length: The number of bytes.
    ///   - decimalSign: The byte between the whole number and its decimals.
    ///   - powers: Powers of ten from 10⁰ to 10²².
    @inline(never) static func read(
        _ field: UnsafePointer<UInt8>, _ length: Int, decimalSign: UInt8, powers: UnsafePointer<Double>
    ) -> Double {
        guard length > 0 else { return .nan }
        let isNegative = field[0] == UInt8(ascii: "-")
        let digits = isNegative ? length &- 1 : length
        let end = UnsafeRawPointer(field + length)
        guard digits > 0, digits <= 16 else { return .nan }
        var low = end.loadUnaligned(fromByteOffset: -8, as: UInt64.self) ^ zeros
        if digits < 8 {
            // Bytes before the field become leading zeros.
            low &= ~0 << UInt64(truncatingIfNeeded: 64 &- 8 &* digits)
        }
        var decimals = 0
        // Words have the last digit in the highest byte.
        if digits <= 8 {
            if !isDigits(low) {
                decimals = removeSign(decimalSign, from: &low)
                guard decimals >= 0, digits > 1, isDigits(low) else { return .nan }
            }
            let magnitude = Double(number(low)) / powers[decimals]
            return isNegative ? -magnitude : magnitude
        }
        var high = end.loadUnaligned(fromByteOffset: -16, as: UInt64.self) ^ zeros
        if digits < 16 { high &= ~0 << UInt64(truncatingIfNeeded: 128 &- 8 &* digits) }
        var scale: UInt64 = 100_000_000
        if !isDigits(low) {
            decimals = removeSign(decimalSign, from: &low)
            guard decimals >= 0 else { return .nan }
            scale = 10_000_000
        } else if !isDigits(high) {
            decimals = removeSign(decimalSign, from: &high) &+ 8
            guard decimals >= 8 else { return .nan }
        }
        guard isDigits(low), isDigits(high) else { return .nan }
        let mantissa = number(high) &* scale &+ number(low)
        guard mantissa <= 1 << 53 else { return .nan }
        let magnitude = Double(mantissa) / powers[decimals]
        return isNegative ? -magnitude : magnitude
    }

    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// Whether all eight bytes are in 0...9.
    @inline(__always) private static func isDigits(_ word: UInt64) -> Bool {
        (word | (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0
    }

    /// Takes the first decimal sign out of the word and moves the digits before it up; returns how many stand behind
    /// it, or -1 when there is none.
    @inline(__always) private static func removeSign(_ sign: UInt8, from word: inout UInt64) -> Int {
        let x = word ^ (UInt64(sign ^ 0x30) &* 0x0101_0101_0101_0101)
        let found = ~(((x & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | x) & 0x8080_8080_8080_8080
        guard found != 0 else { return -1 }
        let place = found.trailingZeroBitCount >> 3
        let before = (UInt64(1) << UInt64(truncatingIfNeeded: 8 &* place)) &- 1
        let behind: UInt64 = place == 7 ? 0 : ~0 << UInt64(truncatingIfNeeded: 8 &* (place &+ 1))
        word = (word & before) << 8 | (word & behind)
        return 7 &- place
    }

    /// The number of eight digits in 0...9, the first in the lowest byte.
    @inline(__always) private static func number(_ word: UInt64) -> UInt64 {
        let pairs = word &* 10 &+ (word >> 8)
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) >> 32
    }
}
