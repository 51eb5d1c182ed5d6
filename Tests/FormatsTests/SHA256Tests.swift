import Formats
import Testing

/// Known answers of NIST's "Examples with Intermediate Values" and of the CAVP byte-oriented test vectors for FIPS 180-4.
@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives the published answers",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstn"
                    + "opqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func knownAnswers(text: String, answer: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == answer)
        #expect(SHA256.hexadecimal(of: text.utf8) == answer)
    }

    @Test("a million times the letter a has the published answer")
    func millionLetters() {
        var hash = SHA256()
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
        for _ in 0..<1_000 { hash.update(piece) }
        #expect(hash.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("how bytes are cut into pieces makes no difference, at every length around a block")
    func pieces() {
        for length in 0...200 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ length) }
            var oneByOne = SHA256()
            for byte in bytes { oneByOne.update(CollectionOfOne(byte)) }
            #expect(oneByOne.finish() == SHA256.hexadecimal(of: bytes))
        }
    }

    @Test("asking for the hash does not end it")
    func finishTwice() {
        var hash = SHA256()
        hash.update(Array("a".utf8))
        let first = hash.finish()
        #expect(first == hash.finish())
        hash.update(Array("bc".utf8))
        #expect(hash.finish() == SHA256.hexadecimal(of: Array("abc".utf8)))
    }
}
