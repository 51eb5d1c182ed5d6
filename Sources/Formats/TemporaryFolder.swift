import Diagnostics
import Glibc

/// A folder for files that nobody else may read and that are gone when it is.
struct TemporaryFolder: ~Copyable {
    /// Where it lies.
    let path: String

    /// Where temporary files and folders are made: `TMPDIR`, or `/tmp`.
    static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    /// Makes a folder of its own in ``parent``.
    init() throws(InputError) {
        let parent = TemporaryFolder.parent
        var template = Array("\(parent)/kleinraum-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw InputError(
                .unwritableFile, "no temporary folder can be made in '\(parent)': \(SystemError.text(errno))",
                remedy: "set TMPDIR to a folder with room")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    deinit {
        // Files lie in it directly; folders are not made here.
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink("\(path)/\(name)")
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
