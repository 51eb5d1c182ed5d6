import Formats
import Glibc

/// A digest of the program's own bytes, so that what a changed program writes is never taken for what another wrote,
/// whatever version both call themselves.
package enum ProgramDigest {
    /// That of the running program, worked out once (20 MB take a tenth of a second); `nil` where it cannot be read.
    static let own = digest(ofFile: "/proc/self/exe")

    /// The SHA-256 of a file in hexadecimal digits; `nil` where it cannot be read.
    package static func digest(ofFile path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var hash = SHA256()
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count == 0 { return hash.finish() }
            guard count > 0 else { return nil }
            hash.update(chunk[..<count])
        }
    }
}
