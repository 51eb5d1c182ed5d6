public import Diagnostics

extension JSONReader {
    /// An error about the byte at the reader's position, naming line and byte, both from 1.
    public func error(_ message: String, remedy: String = "") -> InputError {
        error(message, remedy: remedy, at: position)
    }

    func error(_ message: String, remedy: String = "", at offset: Int) -> InputError {
        var line = 1
        for byte in bytes[..<min(offset, bytes.count)] where byte == 0x0A { line += 1 }
        return InputError(.malformed, "\(message) (line \(line), byte \(offset + 1))", remedy: remedy)
    }

    /// What stands at the position instead of what should.
    func unexpected(_ expected: String) -> InputError {
        guard position < bytes.count else { return error("the text ends where \(expected) should stand") }
        let byte = bytes[position]
        let found =
            (0x20..<0x7F).contains(byte) ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x" + String(byte, radix: 16)
        return error("\(found) stands where \(expected) should")
    }

    func notUTF8(_ offset: Int) -> InputError {
        error("the text is not UTF-8", remedy: "save the file as UTF-8", at: offset)
    }
}
