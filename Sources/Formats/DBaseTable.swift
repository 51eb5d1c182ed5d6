public import Diagnostics

/// A dBase table (`.dbf`), the attribute table of a shapefile.
///
///     let table = try DBaseTable.read(path: "districts.dbf")
///     table.fields  // ["PLR_ID", "PLR_NAME", …]
///     table.columns[0][0]  // "01100101"
///
/// Values become text: character fields without the blanks that fill them up at their end, numbers by the rule of
/// ``FeatureFile``, dates as `2023-12-31`, truth values as `true` and `false`. Empty fields, numbers of nothing but
/// asterisks (overflow) and memos are `nil`. Deleted rows are left out.
public struct DBaseTable: Sendable {
    /// The fields' names.
    public let fields: [String]
    /// One array of values per field.
    public let columns: [[String?]]
    /// What the values of each field are.
    public let kinds: [FeatureFile.Kind]
    /// The numbers of the rows kept, counted from 0 over all rows of the file.
    public let records: [Int]
    /// How many rows the file holds, deleted ones included.
    public let recordCount: Int

    /// How many rows there are, without the deleted ones.
    public var count: Int { records.count }

    /// Reads a table; a `.cpg` file beside it names its encoding.
    ///
    /// Without one the table's language driver byte counts, and without that UTF-8 is assumed where the whole table is
    /// valid as such, else Windows-1252.
    ///
    /// - Throws: ``InputError`` where the file cannot be read, is cut off, or is no dBase table, or where its text is
    ///   not of the stated encoding.
    /// - Complexity: O(*n*) for *n* bytes.
    public static func read(path: String) throws(InputError) -> DBaseTable {
        let bytes = try FileBytes.read(path)
        var encoding: DBaseEncoding?
        if let codePage = SidecarFile.path(of: path, extension: "cpg") {
            let text = String(decoding: try FileBytes.read(codePage), as: UTF8.self)
            let name = text.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
            encoding = DBaseEncoding(name: name)
            if encoding == nil, !name.isEmpty {
                throw InputError(
                    .malformed, "the encoding '\(name)' is not known",
                    remedy: "UTF-8, 1252, ISO-8859-1, ISO-8859-15, 437 and 850 are", at: Place(file: codePage))
            }
        }
        do {
            return try DBaseTable(bytes, encoding: encoding)
        } catch {
            throw error.inFile(path)
        }
    }

    /// Reads a table from its bytes.
    init(_ bytes: [UInt8], encoding stated: DBaseEncoding?) throws(InputError) {
        let layout = try DBaseLayout(bytes)
        let encoding = stated ?? layout.encoding(of: bytes)
        let records = (0..<layout.recordCount).filter { !layout.isDeleted($0, in: bytes) }
        var fields: [String] = []
        var columns: [[String?]] = []
        for field in layout.fields {
            var column: [String?] = []
            column.reserveCapacity(records.count)
            for record in records {
                let start = layout.start(of: record) + field.offset
                do {
                    column.append(try field.value(bytes[start..<start + field.length], encoding))
                } catch {
                    throw InputError(
                        .malformed, "the text is not UTF-8, though the table says so",
                        remedy: "name its encoding in the .cpg file (often 1252)",
                        at: Place(row: record + 1, field: String(decoding: field.name, as: UTF8.self)))
                }
            }
            fields.append(encoding.decode(field.name) ?? String(decoding: field.name, as: UTF8.self))
            columns.append(column)
        }
        self.fields = fields
        self.columns = columns
        kinds = layout.fields.map(\.kind)
        self.records = records
        recordCount = layout.recordCount
    }
}
