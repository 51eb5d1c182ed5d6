/// How one delimited text file is written: encoding, separator, decimal sign, where the field row stands.
///
/// ``DelimitedFile`` finds the dialect from the first 64 KiB and anything can be prescribed with ``DelimitedOptions``.
/// It is decided once for the file, never per cell:
///
/// - **Encoding**: a byte order mark, else valid UTF-8 where there is anything but ASCII, else Windows-1252. A start of
///   pure ASCII leaves it open until the first other byte; a file that is partly one and partly the other is an error.
/// - **Separator**: tab, `;`, `|` or `,`: the one that cuts most lines into the same number of fields. A comma between two
///   digits does not count as a separator where another one divides the lines as well.
/// - **Decimal sign**: each cell that can be read in one way only votes: `12,5` and `1.234,5` for the comma, `12.5`,
///   `1,234.5` and `0.123` for the point. `1.234` and `1,234` do not vote. Without a majority it is the comma in a file
///   with `;`, as German spreadsheets write it, and the point in all others, as programs write it.
/// - **Field row**: the first row that is filled about as well as the data rows; rows above are titles.
public struct DelimitedDialect: Sendable, Equatable {
    /// The encoding; `nil` while only ASCII has been seen.
    public var encoding: DelimitedEncoding?
    /// The byte between two fields.
    public var separator: UInt8
    /// The sign before the decimals.
    public var decimalSign: TableNumberFormat.DecimalSign
    /// The line of the field row, from 1; 0 when the file has none.
    public var headerLine: Int

    /// Creates a dialect.
    public init(
        encoding: DelimitedEncoding?, separator: UInt8, decimalSign: TableNumberFormat.DecimalSign, headerLine: Int = 1
    ) {
        self.encoding = encoding
        self.separator = separator
        self.decimalSign = decimalSign
        self.headerLine = headerLine
    }
}
