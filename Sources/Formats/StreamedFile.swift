public import Diagnostics
import Glibc

/// A file that is written piece by piece and appears only when it is whole.
///
///     try StreamedFile.write("addresses.csv") { write throws(InputError) in
///         for row in rows { try write(row) }
///     }
///
/// For results that fit into memory `AtomicFile` is simpler.
public enum StreamedFile {
    /// Writes what `body` hands over into a file beside `path`, which then takes its place.
    ///
    /// - Throws: `InputError` when a piece cannot be written, and what `body` throws; then `path` is as it was.
    public static func write(
        _ path: String, _ body: ((_ piece: [UInt8]) throws(InputError) -> Void) throws(InputError) -> Void
    ) throws(InputError) {
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0, let file = fdopen(descriptor, "wb") else { throw fault(path) }
        var isOpen = true
        defer {
            if isOpen { fclose(file) }
            unlink(temporary)
        }
        try body { (piece) throws(InputError) in
            guard fwrite(piece, 1, piece.count, file) == piece.count else { throw fault(path) }
        }
        let isWhole = fflush(file) == 0 && fsync(fileno(file)) == 0
        isOpen = false
        guard fclose(file) == 0, isWhole, rename(temporary, path) == 0 else { throw fault(path) }
    }

    private static func fault(_ path: String) -> InputError {
        InputError(
            .unwritableFile, "'\(path)' cannot be written: \(String(cString: strerror(errno)))",
            remedy: "check the folder, its permissions and the space left", at: Place(file: path))
    }
}
