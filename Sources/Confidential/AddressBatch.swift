/// One file of addresses with counts, as a source delivered it for a reference date.
///
/// A source has one batch for a date; a corrected delivery takes the place of the earlier one. The addresses themselves
/// come in blocks, see ``AddressBlock``.
public struct AddressBatch: Sendable, Hashable {
    /// The id of the source.
    public var source: String
    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// The file's name, for the ledger.
    public var file: String
    /// The reference system of the addresses' coordinates, as delivered: `EPSG:25832`, or its text.
    public var referenceSystem: String
    /// The ids of the variables that each address carries, in the order of ``AddressBlock/values``.
    public var variables: [String]

    /// Creates a batch.
    public init(source: String, date: String, file: String, referenceSystem: String, variables: [String]) {
        self.source = source
        self.date = date
        self.file = file
        self.referenceSystem = referenceSystem
        self.variables = variables
    }
}
