import Glibc

/// The unit in which counts become whole numbers, so that their sums are exact and depend on no order.
///
/// Persons are whole already. Decimals are taken to as many places, nine at most, as the sum of all has room for in
/// the 53 bits of a `Double`; a further place is rounded.
struct CountUnit: Sendable {
    /// Units per person: a power of ten.
    let perPerson: Double

    /// The unit for counts and groups.
    ///
    /// - Precondition: Counts are finite and not negative, and their sum stays below 2⁵³.
    init(_ columns: [[Double]]) {
        var isWhole = true
        var largest = 0.0
        for column in columns {
            for count in column {
                precondition(count >= 0 && count.isFinite, "a count is finite and not negative")
                if count != count.rounded(.down) { isWhole = false }
                if count > largest { largest = count }
            }
        }
        // Rather than the sum, which as a sum of decimals would depend on their order.
        let bound = largest * Double(columns.first?.count ?? 0)
        precondition(bound < 0x1p53 || isWhole, "the counts are too large to be summed exactly")
        var unit = 1.0
        if !isWhole {
            while unit < 1e9 && bound * unit * 10 < 0x1p53 { unit *= 10 }
        }
        perPerson = unit
    }

    /// A count in units.
    @inline(__always) func units(_ count: Double) -> Double {
        perPerson == 1 ? count : (count * perPerson).rounded()
    }

    /// Units as a count.
    @inline(__always) func count(_ units: Double) -> Double { units / perPerson }
}
