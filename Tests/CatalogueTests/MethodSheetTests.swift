import Catalogue
import Fixtures
import Formats
import Testing

@Suite("method sheets")
struct MethodSheetTests {
    static let sheet = MethodSheet([
        .init(german: ("Verfahren", "Lokaler Moran: I = z · \"Lag\"(z) / m₂"), english: ("Method", "Local Moran\n\\")),
        .init(german: ("Startwert", "1"), english: ("Seed", "")),
    ])

    @Test("a sheet is read from the document that it was written to, also by way of a release file")
    func roundTrip() throws {
        let document = Self.sheet.document(of: "city.district.clusters")
        #expect(document.name == "methods/city.district.clusters.json")
        #expect(document.name == MethodSheet.name(of: "city.district.clusters"))
        #expect(document.mediaType == "application/json")
        #expect(MethodSheet(document) == Self.sheet)
        #expect(MethodSheet(MethodSheet([]).document(of: "empty")) == MethodSheet([]))
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(documents: [document]), in: folder.path)
        let release = try ReleaseFile.read(written.path)
        #expect(release.documents.map { MethodSheet($0) } == [Self.sheet])
    }

    @Test(
        "a document that is no sheet is told from one",
        arguments: [
            "", "{}", "[", "[1]", "\"a\"", "# Methoden", "[{\"de\":{\"title\":\"a\",\"text\":\"b\"}}]",
            "[{\"de\":{\"title\":\"a\",\"text\":\"b\"},\"en\":{\"title\":\"a\"}}]",
            "[{\"de\":{\"title\":1,\"text\":\"b\"},\"en\":{\"title\":\"a\",\"text\":\"b\"}}]",
        ])
    func noSheet(text: String) {
        let document = ReleasedDocument(name: "methods/a.json", mediaType: "application/json", body: Array(text.utf8))
        #expect(MethodSheet(document) == nil)
    }

    @Test("a document cut short at any byte is no sheet")
    func cutShort() {
        var document = Self.sheet.document(of: "a")
        let whole = document.body
        // The last byte is a line end.
        for length in 0..<whole.count - 1 {
            document.body = Array(whole.prefix(length))
            #expect(MethodSheet(document) == nil, "\(length)")
        }
    }
}
