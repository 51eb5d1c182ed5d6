import Diagnostics
import Testing

@Suite("Errors about input")
struct InputErrorTests {
    @Test("an error says file, row, field, what is wrong and what to do")
    func sentence() {
        let error = InputError(
            .invalidNumber, "'12,5x' is not a number", remedy: "write 12,5 or 12.5",
            at: Place(file: "counts.csv", row: 7, field: "residents"))
        #expect(error.description == "counts.csv, row 7, residents: '12,5x' is not a number; write 12,5 or 12.5")
    }

    @Test("a file is filled in only where none is known")
    func file() {
        let error = InputError(.malformed, "no header")
        #expect(error.inFile("a.csv").description == "a.csv: no header")
        #expect(error.inFile("a.csv").inFile("b.csv").place.file == "a.csv")
    }
}
