/// How the counts of an address table are read.
struct CountReading: Sendable {
    /// The count columns' names, for messages.
    let names: [String]
    /// Whether a row with a count that is none, or a negative one, stays with that count missing; else a row with a
    /// count that is none is rejected, and negative numbers are summed like others.
    let keepsRows: Bool
}
