import Formats

/// A table of a release file in memory: what is hashed, written and read, row by row, without a word of SQL.
struct ReleaseTable {
    /// What a cell holds.
    enum Cell: Equatable {
        /// A whole number.
        case number(Int64)
        /// Text without U+0000.
        case text(String)
        /// Bytes: a column of numbers, or a document.
        case bytes([UInt8])
    }

    /// A column's name and what it holds.
    struct Column {
        let name: String
        let kind: Kind
        init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// What all cells of a column hold, as SQLite spells it.
    enum Kind: String {
        case number = "INTEGER"
        case text = "TEXT"
        case bytes = "BLOB"
    }

    let name: String
    let columns: [Column]
    var rows: [[Cell]] = []

    init(_ name: String, _ columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// The tables of format version 2, empty, in the order in which they are written and hashed.
    static let format: [ReleaseTable] = [
        ReleaseTable(
            "release",
            [
                Column("title", .text), Column("publisher", .text), Column("licence", .text),
                Column("protection_notice", .text),
            ]),
        ReleaseTable(
            "level",
            [
                Column("number", .number), Column("division", .text), Column("division_title", .text),
                Column("level", .text), Column("level_title", .text), Column("boundary_version", .text),
                Column("boundary_source", .text), Column("reference_system", .number), Column("area_starts", .bytes),
                Column("part_starts", .bytes), Column("ring_starts", .bytes), Column("x", .bytes),
                Column("y", .bytes), Column("longitude", .bytes), Column("latitude", .bytes),
                Column("label_x", .bytes), Column("label_y", .bytes),
            ]),
        ReleaseTable(
            "area",
            [Column("level", .number), Column("number", .number), Column("key", .text), Column("name", .text)]),
        ReleaseTable(
            "layer",
            [
                Column("number", .number), Column("level", .number), Column("id", .text), Column("indicator", .text),
                Column("title", .text), Column("unit", .text), Column("formula", .text),
                Column("description", .text), Column("decimals", .number), Column("is_count", .number),
                Column("style", .text), Column("kind", .text),
            ]),
        ReleaseTable(
            "category",
            [
                Column("layer", .number), Column("id", .text), Column("german", .text), Column("english", .text),
                Column("colour", .text),
            ]),
        ReleaseTable(
            "detail",
            [
                Column("layer", .number), Column("id", .text), Column("german", .text), Column("english", .text),
                Column("decimals", .number),
            ]),
        ReleaseTable(
            "layer_values",
            [
                Column("layer", .number), Column("date", .text), Column("source", .text), Column("numbers", .bytes),
                Column("states", .bytes), Column("categories", .bytes),
            ]),
        ReleaseTable(
            "detail_values",
            [Column("layer", .number), Column("date", .text), Column("numbers", .bytes), Column("states", .bytes)]),
        ReleaseTable("document", [Column("name", .text), Column("media_type", .text), Column("body", .bytes)]),
    ]

    /// The release id of tables: SHA-256 over their names and cells in order, each cell with its kind and length.
    ///
    /// The bytes that are hashed are these, with whole numbers of eight bytes, lowest first: `kleinraum release 2` and a
    /// line feed; for each table its name, a line feed and the number of rows; for each cell `n` and the number, or `t`
    /// or `b`, the length in bytes and the bytes.
    static func id(of tables: [ReleaseTable]) -> String {
        var hash = SHA256()
        hash.update("kleinraum release 2\n".utf8)
        for table in tables {
            hash.update("\(table.name)\n".utf8)
            hash.update(LittleEndian.bytes(of: [UInt64(table.rows.count)]))
            for cell in table.rows.joined() { cell.add(to: &hash) }
        }
        return hash.finish()
    }
}

extension ReleaseTable.Cell {
    fileprivate func add(to hash: inout SHA256) {
        switch self {
        case .number(let number):
            hash.update(CollectionOfOne(UInt8(ascii: "n")))
            hash.update(LittleEndian.bytes(of: [number]))
        case .text(let text): add(UInt8(ascii: "t"), Array(text.utf8), to: &hash)
        case .bytes(let bytes): add(UInt8(ascii: "b"), bytes, to: &hash)
        }
    }

    private func add(_ kind: UInt8, _ bytes: [UInt8], to hash: inout SHA256) {
        hash.update(CollectionOfOne(kind))
        hash.update(LittleEndian.bytes(of: [UInt64(bytes.count)]))
        hash.update(bytes)
    }
}
