/// The smallest pieces that published numbers are sums of: each combination of areas, over all geographies, that
/// holds at least one address, with its counts.
///
/// Two area systems laid over each other cut the town into pieces; whoever knows both tables knows sums over those
/// pieces. Protection that wants to be safe over all divisions and versions therefore reasons about atoms, never about
/// one table.
///
/// Atom *i* lies in area `areas[g][i]` of geography *g* (−1: outside it). `sums[v][i]` is the sum of variable *v* over
/// the atom's addresses, of which `missing[v][i]` had no value, `secret[v][i]` had one that the source does not tell, and
/// `contributors[v][i]` had one.
/// `recordKeys[v][i]`, when present, is the sum of the records' keys modulo 2⁶⁴, for a cell key method.
public struct Atoms: Sendable, Equatable {
    /// The geographies.
    public var geographies: [Geography]
    /// The variables.
    public var variables: [CountVariable]
    /// Geography → atom → area, −1 for none.
    public var areas: [[Int32]]
    /// Variable → atom → sum.
    public var sums: [[Double]]
    /// Variable → atom → rows without a readable value.
    public var missing: [[Int32]]
    /// Variable → atom → rows whose source keeps the value secret.
    public var secret: [[Int32]]
    /// Variable → atom → rows with a value.
    public var contributors: [[Int32]]
    /// Variable → atom → sum of record keys; empty while no method uses them.
    public var recordKeys: [[UInt64]]

    /// Creates atoms.
    ///
    /// Without `secret` no row keeps a value secret.
    ///
    /// - Precondition: Every inner array has one entry per atom.
    public init(
        geographies: [Geography], variables: [CountVariable], areas: [[Int32]], sums: [[Double]],
        missing: [[Int32]], secret: [[Int32]]? = nil, contributors: [[Int32]], recordKeys: [[UInt64]] = []
    ) {
        let count = areas.first?.count ?? 0
        precondition(areas.count == geographies.count && areas.allSatisfy { $0.count == count }, "areas")
        precondition(sums.count == variables.count && sums.allSatisfy { $0.count == count }, "sums")
        precondition(missing.count == variables.count && missing.allSatisfy { $0.count == count }, "missing")
        let secret = secret ?? missing.map { $0.map { _ in 0 } }
        precondition(secret.count == variables.count && secret.allSatisfy { $0.count == count }, "secret")
        precondition(recordKeys.isEmpty || recordKeys.count == variables.count, "record keys")
        precondition(recordKeys.allSatisfy { $0.count == count }, "record keys")
        precondition(contributors.count == variables.count, "contributors")
        precondition(contributors.allSatisfy { $0.count == count }, "contributors")
        self.geographies = geographies
        self.variables = variables
        self.areas = areas
        self.sums = sums
        self.missing = missing
        self.secret = secret
        self.contributors = contributors
        self.recordKeys = recordKeys
    }

    /// How many atoms there are.
    public var count: Int { areas.first?.count ?? 0 }
}
