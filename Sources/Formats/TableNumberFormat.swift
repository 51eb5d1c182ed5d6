/// How numbers are written in one table: the decimal sign, and which values mean "missing".
///
///     let format = TableNumberFormat(decimalSign: .point, missing: ["-9999"])
///     format.value("12.5").number     // 12.5
///     format.value("-9999.0").sign    // declaredMissing
///
/// A format belongs to a whole table, never to one cell: `1.234` is 1234 in a table with decimal comma and 1.234 in one
/// with decimal point. The other of the two signs groups thousands, as do blank, no-break blank and apostrophe; groups
/// must be whole (`1.23` in a table with decimal comma is unreadable, not 123).
public struct TableNumberFormat: Sendable, Equatable {
    /// The sign between the whole number and its decimals.
    public enum DecimalSign: UInt8, Sendable {
        /// `12,5`
        case comma = 0x2C
        /// `12.5`
        case point = 0x2E
    }

    /// The decimal sign.
    public let decimalSign: DecimalSign
    /// Values that mean "missing": compared as text, and as numbers where they are numbers.
    public let missing: [String]
    /// The numbers among ``missing``.
    @usableFromInline let missingNumbers: [Double]

    /// Creates a format.
    public init(decimalSign: DecimalSign, missing: [String] = []) {
        let plain = TableNumberFormat(decimalSign: decimalSign, missing: [], missingNumbers: [])
        self.init(
            decimalSign: decimalSign, missing: missing,
            missingNumbers: missing.compactMap { text in
                // The user may write -9999.0 on the command line whatever the table's decimal sign is.
                plain.value(text).plainNumber ?? Double(text).flatMap { $0.isFinite ? $0 : nil }
            })
    }

    private init(decimalSign: DecimalSign, missing: [String], missingNumbers: [Double]) {
        self.decimalSign = decimalSign
        self.missing = missing
        self.missingNumbers = missingNumbers
    }

    /// Reads the text of one cell; blanks around it do not matter.
    ///
    /// - Complexity: O(*n*) for *n* bytes; cells longer than 64 bytes are unreadable at once.
    public func value(_ text: String) -> TableValue {
        var text = text
        return text.withUTF8 { value($0, encoding: .utf8) }
    }

    /// Reads the bytes of one cell.
    @usableFromInline func value(_ bytes: UnsafeBufferPointer<UInt8>, encoding: DelimitedEncoding) -> TableValue {
        let read = TableValue(reading: bytes, decimalSign: decimalSign.rawValue, encoding: encoding)
        guard !missing.isEmpty else { return read }
        return withoutMissing(read, bytes, encoding)
    }

    /// Turns what the user called missing into ``Sign/declaredMissing``.
    @usableFromInline func withoutMissing(
        _ read: TableValue, _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: DelimitedEncoding
    ) -> TableValue {
        if let number = read.plainNumber, missingNumbers.contains(number) { return .sign(.declaredMissing) }
        if read.sign != nil, missing.contains(encoding.trimmedText(bytes)) { return .sign(.declaredMissing) }
        return read
    }
}

extension TableValue {
    /// The number of a cell without any sign.
    @usableFromInline var plainNumber: Double? { sign == nil ? number : nil }
}
