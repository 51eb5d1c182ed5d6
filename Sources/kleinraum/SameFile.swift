import ArgumentParser
import Glibc

/// A file by what it is, however it is called: `a.geojson`, `./a.geojson` and a link to it are one.
struct SameFile: Equatable {
    private var device: UInt
    private var inode: UInt

    /// The file at a path; nil where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}

extension Output {
    /// Refuses an output that is one of the inputs, by name or by device and inode.
    ///
    /// - Throws: `ValidationError`, which ends the program with status 64.
    static func refuse(overwriting inputs: [String], output: String?) throws {
        guard let output else { return }
        let file = SameFile(path: output)
        for input in inputs where input == output || (file != nil && SameFile(path: input) == file) {
            throw ValidationError("'\(output)' is read and cannot be written, too")
        }
    }
}
