/// Follows quotation marks over whole lines.
struct DelimitedQuotes {
    /// Behind the last line feed that ends a row.
    private(set) var rowsEnd = 0
    /// Whether some row has a line feed within quotation marks.
    private(set) var hasQuotedLineEnd = false
    /// Where the quotation mark stands that is open at the end; `nil` when none is.
    private(set) var openQuote: Int?

    /// Reads `count` bytes from the start of a row.
    ///
    /// A quotation mark opens a field only as the field's first byte and closes it unless it is doubled.
    init(_ bytes: UnsafePointer<UInt8>, count: Int, separator: UInt8) {
        var isAtStart = true
        var position = 0
        while position < count {
            let byte = bytes[position]
            if openQuote != nil {
                if byte == 0x0A {
                    hasQuotedLineEnd = true
                } else if byte == 0x22 {
                    if position + 1 < count, bytes[position + 1] == 0x22 {
                        position += 1
                    } else {
                        openQuote = nil
                    }
                }
            } else if byte == 0x22, isAtStart {
                openQuote = position
                isAtStart = false
            } else {
                isAtStart = byte == separator || byte == 0x0A
                if byte == 0x0A { rowsEnd = position + 1 }
            }
            position += 1
        }
    }
}
