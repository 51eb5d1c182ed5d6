/// Writes a table as CSV.
///
///     var table = TableWriter(header: ["key", "rate"])
///     table.write(["01", 12.5])
///     String(decoding: table.bytes, as: UTF8.self)  // "key,rate\n01,12.5\n"
///
/// The common form is UTF-8 without byte order mark, comma, decimal point, lines ending with LF; the German form for
/// spreadsheets has a byte order mark, semicolon and decimal comma. Numbers are in shortest round-trip form. Cells are
/// quoted where they must be: with separator, quotation mark, line end, or blanks at their ends.
///
/// Rows are written in the order in which they come; ``byteOrder(of:)`` gives the order that tables are promised in.
/// Text is written as it is, also text that begins with `=`, which a spreadsheet takes for a formula: a key must come
/// back as it went out. Whoever publishes keys of strangers has to look at them first.
public struct TableWriter: Sendable {
    private var out = OutputBuffer()
    private let width: Int
    private let separator: UInt8
    private let isGerman: Bool

    /// Begins a table with its field row.
    public init(header: [String], german: Bool = false) {
        width = header.count
        isGerman = german
        separator = german ? UInt8(ascii: ";") : UInt8(ascii: ",")
        if german { out.write("\u{FEFF}" as StaticString) }
        write(header.map { .text($0) })
    }

    /// What has been written.
    public var bytes: [UInt8] { out.bytes }

    /// Writes one row.
    ///
    /// - Precondition: The row has as many cells as the header.
    public mutating func write(_ row: [TableCell]) {
        precondition(row.count == width, "a row has as many cells as the header")
        for (column, cell) in row.enumerated() {
            if column > 0 { out.write(byte: separator) }
            switch cell {
            case .text(let text): write(text)
            case .number(let number): write(number)
            case .integer(let number): out.write(number)
            case .empty: break
            }
        }
        // A line with nothing in it would be no row for any reader.
        if width == 1, row[0] == .empty || row[0] == .text("") { out.write("\"\"" as StaticString) }
        out.write(byte: 0x0A)
    }

    /// The order of keys by their bytes in UTF-8: the places of the keys, the smallest key's first. Equal keys stay in
    /// their order.
    ///
    ///     TableWriter.byteOrder(of: ["b", "ä", "a"])  // [2, 0, 1]
    ///
    /// - Complexity: O(*n* log *n*).
    public static func byteOrder(of keys: [String]) -> [Int] {
        keys.indices.sorted { one, other in
            isOrderedBefore(keys[one], keys[other]) || (one < other && !isOrderedBefore(keys[other], keys[one]))
        }
    }

    /// Whether one key stands before another by its bytes in UTF-8.
    public static func isOrderedBefore(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private mutating func write(_ number: Double) {
        guard number.isFinite else { return }
        guard isGerman else { return out.write(number) }
        var digits = OutputBuffer()
        digits.write(number)
        out.write(bytes: digits.bytes.lazy.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 })
    }

    private mutating func write(_ text: String) {
        let quote = UInt8(ascii: "\"")
        let mustQuote =
            text.utf8.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D }
            || text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard mustQuote else { return out.write(text) }
        out.write(byte: quote)
        for byte in text.utf8 {
            if byte == quote { out.write(byte: quote) }
            out.write(byte: byte)
        }
        out.write(byte: quote)
    }
}
