import Glibc

/// The system's error numbers in words.
enum SystemError {
    /// The words for an error number, as `strerror` has them, without its shared buffer.
    static func text(_ number: CInt) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count - 1) == 0 else { return "error \(number)" }
        return buffer.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
