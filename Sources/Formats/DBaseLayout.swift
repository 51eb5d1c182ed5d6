import Diagnostics

/// Where in a `.dbf` file its rows and fields stand (dBase III and later; offsets from its published layout).
struct DBaseLayout {
    let recordCount: Int
    let fields: [DBaseField]
    private let headerLength: Int
    private let recordLength: Int
    private let languageDriver: UInt8

    /// Reads the header and makes sure that all rows are there.
    init(_ bytes: [UInt8]) throws(InputError) {
        let remedy = "is it a dBase table, and whole?"
        var header = ByteCursor(bytes)
        guard bytes.count > 32, header.skip(4), let rows = header.uint32(), let headerLength = header.uint16(),
            let recordLength = header.uint16(), headerLength > 32, recordLength > 0, headerLength <= bytes.count
        else {
            throw InputError(.malformed, "the file has no dBase header", remedy: remedy)
        }
        var fields: [DBaseField] = []
        var offset = 1
        var start = 32
        while start + 32 <= headerLength, bytes[start] != 0x0D {
            let field = DBaseField(
                name: bytes[start..<start + 11].prefix { $0 != 0 }, type: bytes[start + 11], offset: offset,
                length: Int(bytes[start + 16]), decimals: Int(bytes[start + 17]))
            offset += field.length
            fields.append(field)
            start += 32
        }
        guard offset <= recordLength else {
            throw InputError(.malformed, "the fields are wider than the rows", remedy: remedy)
        }
        let present = (bytes.count - headerLength) / recordLength
        guard present >= Int(rows) else {
            throw InputError(
                .malformed, "the table announces \(rows) rows but holds \(present)", remedy: "copy the file again")
        }
        recordCount = Int(rows)
        self.fields = fields
        self.headerLength = headerLength
        self.recordLength = recordLength
        languageDriver = bytes[29]
    }

    /// The offset of a row, whose first byte says whether it is deleted.
    func start(of record: Int) -> Int { headerLength + record * recordLength }

    /// Whether a row is marked as deleted.
    func isDeleted(_ record: Int, in bytes: [UInt8]) -> Bool { bytes[start(of: record)] == UInt8(ascii: "*") }

    /// The encoding that the table itself states, or the one its bytes look like.
    func encoding(of bytes: [UInt8]) -> DBaseEncoding {
        if let known = DBaseEncoding(languageDriver: languageDriver) { return known }
        let isUTF8 = (0..<recordCount).allSatisfy { record in
            fields.allSatisfy { field in
                guard field.type == UInt8(ascii: "C") else { return true }
                let start = start(of: record) + field.offset
                return DBaseEncoding.utf8.decode(bytes[start..<start + field.length]) != nil
            }
        }
        return isUTF8 ? .utf8 : .windows1252
    }
}
