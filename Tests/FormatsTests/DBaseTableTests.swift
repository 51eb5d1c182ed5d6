import Diagnostics
import Formats
import Testing

@Suite struct DBaseTableTests {
    typealias Field = ShapefileBytes.Field

    private func table(_ bytes: [UInt8], codePage: String? = nil) throws -> DBaseTable {
        var table: DBaseTable?
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/t.dbf", bytes)
            if let codePage { try AtomicFile.write("\(folder)/t.cpg", Array(codePage.utf8)) }
            table = try DBaseTable.read(path: "\(folder)/t.dbf")
        }
        return try #require(table)
    }

    @Test("values of all types become text; empty fields and overflow become nil; deleted rows go")
    func types() throws {
        let fields = [
            Field(name: "KEY", type: "C", length: 4), Field(name: "N", type: "N", length: 8, decimals: 3),
            Field(name: "F", type: "F", length: 13), Field(name: "L", type: "L", length: 1),
            Field(name: "D", type: "D", length: 8), Field(name: "M", type: "M", length: 10),
        ]
        let rows = [
            [" ", "007", "  12.500", "1.500000e+02", "T", "20231231", "1"],
            ["*", "gone", "1.000", "1.000000e+00", "T", "20231231", "1"],
            [" ", " a b", "   7.000", "0", "?", "", ""], [" ", "", "********", "1234567890123", "F", "00000000", ""],
            [" ", "1234", "-0012.00", "0.1000000000", "N", "2023123", ""],
        ]
        let widths = [1, 4, 8, 13, 1, 8, 10]
        let read = try table(
            ShapefileBytes.table(
                fields,
                rows: rows.map { row in
                    zip(row, widths).flatMap { Array($0.utf8) + [UInt8](repeating: 0x20, count: $1 - $0.utf8.count) }
                }))
        #expect(read.recordCount == 5)
        #expect(read.records == [0, 2, 3, 4])
        #expect(read.fields == ["KEY", "N", "F", "L", "D", "M"])
        #expect(read.columns[0] == ["007", " a b", nil, "1234"])
        #expect(read.columns[1] == ["12.5", "7", nil, "-12"])
        #expect(read.columns[2] == ["150", "0", "1234567890123", "0.1"])
        #expect(read.columns[3] == ["true", nil, "false", "false"])
        #expect(read.columns[4] == ["2023-12-31", nil, nil, "2023123"])
        #expect(read.columns[5] == [nil, nil, nil, nil])
    }

    @Test(
        "the encoding comes from the .cpg file, the language driver, or the bytes",
        arguments: [
            ("UTF-8", 0x57, [0x4B, 0xC3, 0xB6, 0x6C, 0x6E]), (nil, 0x57, [0x4B, 0xF6, 0x6C, 0x6E]),
            (nil, 0, [0x4B, 0xC3, 0xB6, 0x6C, 0x6E]), (nil, 0, [0x4B, 0xF6, 0x6C, 0x6E]),
            (nil, 0x02, [0x4B, 0x94, 0x6C, 0x6E]), (nil, 0x01, [0x4B, 0x94, 0x6C, 0x6E]),
            ("ISO-8859-1\r\n", 0, [0x4B, 0xF6, 0x6C, 0x6E]), ("ANSI 1252", 0, [0x4B, 0xF6, 0x6C, 0x6E]),
            ("ISO 88591", 0, [0x4B, 0xF6, 0x6C, 0x6E]),
        ] as [(String?, UInt8, [UInt8])])
    func encodings(codePage: String?, driver: UInt8, text: [UInt8]) throws {
        let row = [0x20] + text + [UInt8](repeating: 0x20, count: 8 - text.count)
        let bytes = ShapefileBytes.table(
            [Field(name: "NAME", type: "C", length: 8)], languageDriver: driver, rows: [row])
        #expect(try table(bytes, codePage: codePage).columns == [["Köln"]])
    }

    @Test("a character cut by the end of a UTF-8 field is dropped")
    func cutCharacter() throws {
        let bytes = ShapefileBytes.table(
            [Field(name: "NAME", type: "C", length: 2)], rows: [[0x20, 0x4B, 0xC3]])
        #expect(try table(bytes, codePage: "UTF-8").columns == [["K"]])
    }

    @Test("text that is not of the stated encoding, and encodings unknown, are named")
    func wrongEncoding() {
        let bytes = ShapefileBytes.table(
            [Field(name: "NAME", type: "C", length: 3)], rows: [[0x20, 0xF6, 0x6C, 0x6E]])
        let wrong = #expect(throws: InputError.self) { try table(bytes, codePage: "UTF-8") }
        #expect(wrong?.place.row == 1)
        #expect(wrong?.place.field == "NAME")
        let unknown = #expect(throws: InputError.self) { try table(bytes, codePage: "KLINGON-1") }
        #expect(unknown?.message == "the encoding 'KLINGON-1' is not known")
    }

    @Test("a table that is cut off anywhere is refused")
    func cut() {
        let bytes = ShapefileBytes.table(
            [Field(name: "NAME", type: "C", length: 3)], rows: [[0x20, 1, 2, 3], [0x20, 1, 2, 3]])
        for count in 0..<bytes.count - 1 {
            #expect(throws: InputError.self) { try table(Array(bytes[..<count])) }
        }
    }
}
