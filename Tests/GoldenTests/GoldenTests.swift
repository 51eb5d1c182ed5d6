import Testing

/// Every published value of the golden file is computed to its printed digits, or the table says why not.
@Suite("Published values")
struct GoldenTests {
    @Test(
        "Every row of the golden file is reproduced to its printed digits",
        .enabled(if: GoldenFile.isHere, "shared/data/statistics is not here"),
        arguments: GoldenCall.all.filter { $0.compute != nil }.map(\.id))
    func reproduces(id: String) throws {
        let row = try #require(try GoldenFile.rows().first { $0.id == id }, "the golden file has no such row")
        let call = try #require(GoldenCall.all.first { $0.id == id }?.compute)
        let numbers = try call()
        #expect(numbers.count == row.expected.count)
        for (number, text) in zip(numbers, row.expected) {
            #expect(GoldenFile.isPrinted(number, as: text), "\(number) is not \(text)")
        }
    }

    @Test(
        "Every row of the golden file is mapped once, to a call or to the reason why there is none",
        .enabled(if: GoldenFile.isHere, "shared/data/statistics is not here"))
    func mapsEveryRow() throws {
        let rows = try GoldenFile.rows().map(\.id)
        #expect(GoldenCall.all.map(\.id).sorted() == rows.sorted())
        #expect(GoldenCall.all.allSatisfy { ($0.compute == nil) != $0.reason.isEmpty })
    }

    @Test("A number within half a unit of the last printed digit is the printed one, and no other")
    func comparesPrintedDigits() {
        #expect(GoldenFile.isPrinted(0.5109512642, as: "0.510951264"))
        #expect(!GoldenFile.isPrinted(0.5109512646, as: "0.510951264"))
        #expect(GoldenFile.isPrinted(5.3024e-06, as: "5.302e-06"))
        #expect(!GoldenFile.isPrinted(5.3026e-06, as: "5.302e-06"))
        #expect(GoldenFile.isPrinted(34.4, as: "34"))
        #expect(!GoldenFile.isPrinted(34.6, as: "34"))
    }
}
