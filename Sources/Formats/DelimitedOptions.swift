/// What a user prescribes about a delimited text file; all else is found out.
///
///     var options = DelimitedOptions()
///     options.separator = UInt8(ascii: ";")
///     options.missing = ["-9999"]
///     let file = try DelimitedFile(path: "counts.csv", options: options)
public struct DelimitedOptions: Sendable, Equatable {
    /// Where the names of the fields stand.
    public enum Header: Sendable, Equatable {
        /// To be found, below title rows if there are any.
        case detected
        /// In this line, from 1.
        case line(Int)
        /// Nowhere: the fields are called `field1`, `field2` and so on.
        case none
    }

    /// The encoding, when it must not be guessed.
    public var encoding: DelimitedEncoding?
    /// The separator, when it must not be guessed.
    public var separator: UInt8?
    /// The decimal sign, when it must not be guessed.
    public var decimalSign: TableNumberFormat.DecimalSign?
    /// Where the field row is.
    public var header: Header = .detected
    /// Values that mean "missing", as `--missing` gives them.
    public var missing: [String] = []
    /// Whether rows below the table that look like footnotes are taken as such.
    public var recognisesFootnotes = true
    /// Whether a file without a single row is a table without fields and rows; else it is an error.
    public var mayBeEmpty = false
    /// The sheet of a spreadsheet file; the first one when `nil`.
    public var sheet: String?
    /// The bytes of one block of work. The default is right; results of sums may depend on it in the last digit.
    public var blockSize = 256 << 10

    /// Nothing prescribed.
    public init() {}
}
