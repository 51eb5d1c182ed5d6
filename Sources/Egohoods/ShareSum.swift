/// A sum of shares weighted by persons, exact enough that it depends on no order.
///
/// Persons are kept to six decimals, shares to 53 binary places, their products and sums without loss in 128 bits.
struct ShareSum: Sendable {
    private var weighted: UInt128 = 0
    private var weights: UInt128 = 0

    /// Adds a share that so many persons have.
    mutating func add(_ share: Double, persons: Double) {
        let units = UInt128((persons * 1e6).rounded())
        weighted += UInt128((share * 0x1p53).rounded()) * units
        weights += units
    }

    /// The persons added.
    var persons: Double { Double(weights) / 1e6 }

    /// The sum of the products.
    var product: Double { Double(weighted) / 0x1p53 / 1e6 }

    /// The mean share of a person; nil without persons.
    var mean: Double? { weights > 0 ? Double(weighted) / 0x1p53 / Double(weights) : nil }
}
