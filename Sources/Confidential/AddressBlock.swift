public import Statistics

/// A run of addresses in columns: how they are stored, read and located, so that a city of 20 million rows never stands
/// in memory at once.
public struct AddressBlock: Sendable, Equatable {
    /// The most rows a block may have.
    public static let capacity = 262_144

    /// The line of the file that each address came from, counted from 1.
    public var lines: [Int64]
    /// The eastings or longitudes in the batch's reference system; NaN for rejected rows.
    public var x: [Double]
    /// The northings or latitudes.
    public var y: [Double]
    /// Variable → row → number; 0 where the state is not `value`.
    public var values: [[Double]]
    /// Variable → row → what stood in the field.
    public var states: [[ValueState]]

    /// Creates a block.
    ///
    /// - Precondition: All columns are of one length, which is at most ``capacity``.
    public init(lines: [Int64], x: [Double], y: [Double], values: [[Double]], states: [[ValueState]]) {
        precondition(lines.count <= AddressBlock.capacity, "a block has too many rows")
        precondition(x.count == lines.count && y.count == lines.count, "coordinates")
        precondition(values.count == states.count, "values and states")
        precondition(values.allSatisfy { $0.count == lines.count }, "values")
        precondition(states.allSatisfy { $0.count == lines.count }, "states")
        self.lines = lines
        self.x = x
        self.y = y
        self.values = values
        self.states = states
    }

    /// How many addresses there are.
    public var count: Int { lines.count }
}
