/// How often, and from which seed, the values of a map are put into a random order.
///
///     Moran.association(of: values, neighbours: neighbours, permutations: GlobalPermutations(count: 999))
///
/// Each order is drawn by itself from the seed and its own number, so that neither the number of threads nor the number
/// of orders changes any of them. 999 give a p-value of 0.001 at best.
public struct GlobalPermutations: Sendable, Equatable {
    /// How many random orders.
    public let count: Int
    /// Where the random numbers start.
    public let seed: UInt64
    /// At most so many threads; by default the machine decides.
    public let threads: Int?

    /// Describes a permutation test.
    ///
    /// - Precondition: `count` is at least one.
    public init(count: Int = 999, seed: UInt64 = 1, threads: Int? = nil) {
        precondition(count > 0, "at least one order")
        self.count = count
        self.seed = seed
        self.threads = threads
    }
}
