public import Diagnostics

/// One row of a delimited text file, valid while `forEachRow` shows it.
///
/// Columns are counted as they were asked for: `row.number(0)` is the first of the columns given to `reduce`.
@frozen public struct DelimitedRow: ~Copyable {
    /// The line in the block, from 1; `DelimitedLines` turns it into the line of the file.
    public let line: Int
    /// The number of fields; separators behind the last column with nothing in them do not count.
    public let fieldCount: Int
    @usableFromInline let width: Int
    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let starts: UnsafePointer<Int32>
    @usableFromInline let columns: UnsafePointer<Int32>
    @usableFromInline let columnCount: Int
    @usableFromInline let decimalSign: UInt8
    @usableFromInline let declaresMissing: Bool
    @usableFromInline let encoding: DelimitedEncoding
    @usableFromInline let powers: UnsafePointer<Double>
    @usableFromInline let format: UnsafePointer<TableNumberFormat>

    @inlinable @inline(__always) init(
        line: Int, fieldCount: Int, width: Int, base: UnsafePointer<UInt8>, starts: UnsafePointer<Int32>,
        columns: UnsafePointer<Int32>, columnCount: Int, decimalSign: UInt8, declaresMissing: Bool,
        encoding: DelimitedEncoding, powers: UnsafePointer<Double>, format: UnsafePointer<TableNumberFormat>
    ) {
        self.line = line
        self.fieldCount = fieldCount
        self.width = width
        self.base = base
        self.starts = starts
        self.columns = columns
        self.columnCount = columnCount
        self.decimalSign = decimalSign
        self.declaresMissing = declaresMissing
        self.encoding = encoding
        self.powers = powers
        self.format = format
    }

    /// Whether the row has as many fields as the field row. A row that has not is to be rejected: what stands in its
    /// columns cannot be trusted.
    @inlinable @inline(__always) public var isRegular: Bool { fieldCount == width }

    /// What is wrong with a row that is not regular, for a list of rejections; empty when nothing is.
    public var irregularity: String {
        isRegular ? "" : "the row has \(fieldCount) fields where the field row has \(width)"
    }

    /// The number or sign in a column; missing when the row is too short to have it.
    ///
    /// Plain numbers are read eight digits at a time, exactly rounded; everything else by ``TableNumberFormat/value(_:)``.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    @inlinable @inline(__always) public func number(_ column: Int) -> TableValue {
        precondition(column >= 0 && column < columnCount, "the column was not asked for")
        let field = Int(columns[column])
        guard field < fieldCount else { return .missing }
        let range = range(field)
        let number = DelimitedRow.plainNumber(base + range.lowerBound, range.count, decimalSign, powers)
        guard !number.isNaN, !declaresMissing else { return signedNumber(range) }
        return .number(number)
    }

    @usableFromInline @inline(__always) static func plainNumber(
        _ field: UnsafePointer<UInt8>, _ length: Int, _ decimalSign: UInt8, _ powers: UnsafePointer<Double>
    ) -> Double {
        DelimitedNumber.read(field, length, decimalSign: decimalSign, powers: powers)
    }

    /// The text in a column without blanks around it; empty when the row is too short to have it.
    public func text(_ column: Int) -> String {
        precondition(column >= 0 && column < columnCount, "the column was not asked for")
        let field = Int(columns[column])
        guard field < fieldCount else { return "" }
        return encoding.trimmedText(bytes(range(field)))
    }

    /// Calls `body` with the bytes of a column as they stand, blanks included, quotation marks resolved, in the file's
    /// encoding; no bytes when the row is too short.
    @inlinable @inline(__always) public func withBytes<Result, Failure: Error>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(column >= 0 && column < columnCount, "the column was not asked for")
        let field = Int(columns[column])
        return try body(field < fieldCount ? bytes(range(field)) : UnsafeBufferPointer(start: nil, count: 0))
    }

    /// An error at this row. `DelimitedFile` fills in the file and turns the line of the block into that of the file.
    public func error(
        _ code: InputError.Code, _ message: String, remedy: String = "", field: String = ""
    ) -> InputError {
        InputError(code, message, remedy: remedy, at: Place(row: line, field: field))
    }

    @inlinable @inline(__always) func range(_ field: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(starts[field]), Int(starts[field &+ 1]) &- 1))
    }

    @inlinable @inline(__always) func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Everything that is not a plain number.
    @usableFromInline @inline(never) func signedNumber(_ range: Range<Int>) -> TableValue {
        range.isEmpty && !declaresMissing ? .missing : format.pointee.value(bytes(range), encoding: encoding)
    }
}
