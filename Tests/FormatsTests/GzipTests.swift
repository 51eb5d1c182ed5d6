import Diagnostics
import Formats
import Statistics
import Testing

@Suite struct GzipTests {
    @Test("unpacking gives back what was packed, and the same bytes come every time")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 5)
        for count in [0, 1, 100, 300_000] {
            let bytes = (0..<count).map { _ in UInt8(generator.below(7)) }
            for level in [0, 1, 6, 9] {
                let packed = Gzip.compressed(bytes, level: level)
                #expect(packed == Gzip.compressed(bytes, level: level))
                #expect(try Gzip.decompressed(packed) == bytes)
            }
        }
    }

    @Test("the header holds neither time nor name")
    func header() {
        let packed = Gzip.compressed(Array("Ehrenfeld".utf8))
        #expect(packed[..<8] == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    }

    @Test("members one after the other are one text")
    func members() throws {
        let packed = Gzip.compressed(Array("a".utf8)) + Gzip.compressed(Array("b".utf8))
        #expect(try Gzip.decompressed(packed) == Array("ab".utf8))
    }

    @Test("damaged, cut and oversized data are refused")
    func damaged() {
        let packed = Gzip.compressed([UInt8](repeating: 7, count: 10_000))
        for count in 0..<packed.count {
            #expect(throws: InputError.self) { try Gzip.decompressed(Array(packed[..<count])) }
        }
        #expect(throws: InputError.self) { try Gzip.decompressed(Array("no gzip".utf8)) }
        #expect(throws: InputError.self) { try Gzip.decompressed(packed, limit: 9_999) }
    }
}
