import Diagnostics
import Formats
import Glibc

/// Where a result goes: to standard output, or whole to a file.
enum Output {
    /// Writes bytes to `path`, or to standard output when there is none.
    ///
    /// A file appears only when all of it has been written.
    ///
    /// - Parameter isConfidential: Whether only the owner may read a new file.
    static func write(_ bytes: [UInt8], to path: String?, isConfidential: Bool = false) throws(InputError) {
        if let path {
            try AtomicFile.write(path, bytes, mode: isConfidential ? 0o600 : 0o666)
            return
        }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw InputError(.unwritableFile, "standard output was closed before the result was written")
            }
            written += count
        }
    }
}
