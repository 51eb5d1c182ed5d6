import Diagnostics
import Formats
import Testing

@Suite("Tables in memory")
struct TableTests {
    @Test("keys are text with their leading zeros, or the numbers of the rows")
    func keys() throws {
        let fixture = try DelimitedFixture("key;v\n01;1\n007;2\n 3 ;3\n")
        let table = try fixture.table()
        #expect(try table.keys("key") == ["01", "007", "3"])
        #expect(try table.keys("@row") == ["1", "2", "3"])
        #expect(try table.keys("@row0") == ["0", "1", "2"])
        #expect(table.lines == [2, 3, 4])
        #expect(try table.completeNumbers(1) == [1, 2, 3])
    }

    @Test("a missing key and a doubled key are errors with their lines")
    func badKeys() throws {
        let missing = try DelimitedFixture("key;v\n01;1\n;2\n").table()
        let error = try #require(throws: InputError.self) { try missing.keys("key") }
        #expect(error.code == .invalidKey)
        #expect(error.place.row == 3)
        let doubled = try DelimitedFixture("key;v\n01;1\n02;2\n01;3\n").table()
        let second = try #require(throws: InputError.self) { try doubled.keys("key") }
        #expect(second.message == "the key '01' occurs twice, also in row 2")
        #expect(second.place.row == 4)
        #expect(try doubled.keys("key", allowsDuplicates: true) == ["01", "02", "01"])
    }

    @Test("numbers come with their signs, and a column that must be complete says where it is not")
    func numbers() throws {
        let table = try DelimitedFixture("key;v\n01;1.234,5\n02;.\n03;-\n04;\n05;ca. 5\n").table()
        #expect(table.numbers(1) == [.number(1234.5), .sign(.secret), .sign(.nothing), .missing, .unreadable])
        let error = try #require(throws: InputError.self) { try table.completeNumbers(1) }
        #expect(error.description.hasSuffix("row 3, v: there is no number ('.'); mend the cell, or leave the row out"))
    }

    @Test("columns that were read elsewhere make a table, absent values are missing")
    func attributes() throws {
        let table = Table(file: "areas.dbf", header: ["KEY", "POP"], columns: [["01", "02"], ["1.5", nil]])
        #expect(try table.keys("KEY") == ["01", "02"])
        #expect(table.numbers(try table.column("POP")) == [.number(1.5), .missing])
        #expect(table.place(row: 1, column: 1) == Place(file: "areas.dbf", row: 2, field: "POP"))
        #expect(Table(file: "", header: [], columns: []).count == 0)
    }
}
