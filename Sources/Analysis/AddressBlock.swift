/// A run of address rows in flat columns, as they come from a file.
///
/// A row that cannot be used keeps its place, with NaN coordinates and its reason in ``rejections``; its readable
/// values stay, so that the ledger can say what was rejected.
public struct AddressBlock: Sendable {
    /// What stands in one count of one row.
    public enum Cell: UInt8, Sendable {
        /// A number.
        case value = 0
        /// Nothing, or a sign that says nobody knows the number, or that there can be none.
        case missing = 1
        /// Something that is no number, or none of an address; the row is rejected.
        case unreadable = 2
        /// A sign that says the number is secret.
        case secret = 3
    }

    /// The number of the block in its table, from 0; every number up to the last occurs.
    public internal(set) var index = 0
    /// How many lines of the file the block covers, lines without a row included.
    public internal(set) var lineCount = 0
    /// Row → where it stands, rising; see ``AddressTable/Run/line(of:)``.
    public var places: [Int] = []
    /// Row → easting or longitude; NaN for rejected rows.
    public var x: [Double] = []
    /// Row → northing or latitude; NaN for rejected rows.
    public var y: [Double] = []
    /// Column → row → number; 0 where there is none.
    public var values: [[Double]]
    /// Column → row → what stands there.
    public var cells: [[Cell]]
    /// Row in this block → why it is rejected.
    public var rejections: [(row: Int, reason: String)] = []
    /// Row in this block → which count of it could not be used, where that does not reject the row.
    public var unusable: [(row: Int, reason: String)] = []

    /// An empty block with so many count columns.
    public init(columns: Int) {
        values = Array(repeating: [], count: columns)
        cells = Array(repeating: [], count: columns)
    }

    /// How many rows the block has.
    public var count: Int { places.count }

    /// Takes a row out of use.
    public mutating func reject(row: Int, reason: String) {
        guard rejections.last?.row != row else { return }
        x[row] = .nan
        y[row] = .nan
        rejections.append((row, reason))
    }

    /// Empties the block and keeps its room.
    public mutating func clear() {
        places.removeAll(keepingCapacity: true)
        x.removeAll(keepingCapacity: true)
        y.removeAll(keepingCapacity: true)
        for column in values.indices {
            values[column].removeAll(keepingCapacity: true)
            cells[column].removeAll(keepingCapacity: true)
        }
        rejections.removeAll(keepingCapacity: true)
        unusable.removeAll(keepingCapacity: true)
    }
}
