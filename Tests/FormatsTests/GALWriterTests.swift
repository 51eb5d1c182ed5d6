import Formats
import Statistics
import Testing

@Suite("Weights files")
struct GALWriterTests {
    let neighbours = Neighbours(starts: [0, 1, 2, 2], targets: [1, 0], weights: [12.5, 12.5])

    @Test("GAL has two lines a member, an island's second one empty")
    func gal() {
        var out = OutputBuffer()
        GALWriter(file: "my districts", key: "code").write(neighbours, keys: ["01", "02", "03"], into: &out)
        #expect(String(decoding: out.bytes, as: UTF8.self) == "0 3 my_districts code\n01 1\n02\n02 1\n01\n03 0\n\n")
    }

    @Test("GWT has a line a pair, with the weight")
    func gwt() {
        var out = OutputBuffer()
        GALWriter(file: "", key: "code").writeWeights(neighbours, keys: ["01", "02", "03"], into: &out)
        #expect(String(decoding: out.bytes, as: UTF8.self) == "0 3 _ code\n01 02 12.5\n02 01 12.5\n")
    }

    @Test("A key with white space cannot stand in such a file")
    func keys() {
        #expect(GALWriter.canWrite(key: "Köln-1"))
        #expect(!GALWriter.canWrite(key: "Alt Stadt"))
        #expect(!GALWriter.canWrite(key: "a\u{A0}b"))
        #expect(!GALWriter.canWrite(key: ""))
    }
}
