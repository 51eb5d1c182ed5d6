public import Diagnostics
import Glibc

/// Writes a file whole or not at all.
///
/// The bytes go to a temporary file beside the target, are synced, and take the target's name in one step: a reader
/// sees the old file or the new one, and a failure leaves the old one as it was and nothing beside it.
///
///     try AtomicFile.write("values.csv", Array("key,value\n".utf8))
///
/// A target that is no regular file (`/dev/stdout`, a pipe) is written to directly.
public enum AtomicFile {
    /// Writes the bytes to a path.
    ///
    /// - Parameter mode: The permissions of a new file before the process's mask; `0o600` for what is confidential.
    /// - Throws: ``InputError`` with ``InputError/Code/unwritableFile``; what stood at the path still stands.
    public static func write(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o666) throws(InputError) {
        // Behind standard output may be a regular file, which is written on and not replaced.
        if let descriptor = ["/dev/stdout": STDOUT_FILENO, "/dev/stderr": STDERR_FILENO][path] {
            let failure = writeAll(descriptor, bytes)
            guard failure == 0 else { throw fault(path, failure) }
            return
        }
        try finish(try prepare(path, bytes, mode: mode))
    }

    /// Writes several files that belong together: none takes its name before all are on the disk.
    ///
    /// - Throws: ``InputError`` as ``write(_:_:mode:)``. Only where a name cannot be taken after all, because another
    ///   program works in the same folder, may some of the files be new and others old.
    public static func write(
        _ files: [(path: String, bytes: [UInt8])], mode: UInt32 = 0o666
    ) throws(InputError) {
        var pending: [Pending] = []
        do throws(InputError) {
            for file in files { pending.append(try prepare(file.path, file.bytes, mode: mode)) }
        } catch {
            for file in pending { unlink(file.temporary) }
            throw error
        }
        for file in pending { try finish(file) }
    }

    /// Bytes on the disk under another name; without one they stand where they belong already.
    private struct Pending {
        let path: String
        var temporary = ""
        var target = ""
        var folder = ""
    }

    private static func prepare(
        _ path: String, _ bytes: [UInt8], mode: UInt32
    ) throws(InputError) -> Pending {
        let target = try resolved(path)
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            try writeDirectly(target, bytes)
            return Pending(path: path)
        }
        let cut = target.lastIndex(of: "/")
        let folder = cut.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        let name = cut.map { String(target[target.index(after: $0)...]) } ?? target
        var descriptor: CInt = -1
        var temporary = ""
        for attempt in 0..<1000 {
            temporary = "\(folder)/.\(name).\(getpid())-\(attempt).tmp"
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
            if descriptor >= 0 || errno != EEXIST { break }
        }
        guard descriptor >= 0 else { throw fault(path, errno) }
        var failure = writeAll(descriptor, bytes)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw fault(path, failure)
        }
        return Pending(path: path, temporary: temporary, target: target, folder: folder)
    }

    private static func finish(_ file: Pending) throws(InputError) {
        guard !file.temporary.isEmpty else { return }
        guard rename(file.temporary, file.target) == 0 else {
            let failure = errno
            unlink(file.temporary)
            throw fault(file.path, failure)
        }
        // The new name itself must survive a power cut; some file systems cannot sync a folder, which is no fault.
        let directory = open(file.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
    }

    /// The file behind a symbolic link, so that the link stays a link.
    private static func resolved(_ path: String) throws(InputError) -> String {
        guard !path.isEmpty else {
            throw InputError(.unwritableFile, "an empty name cannot be written to", remedy: "name a file")
        }
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func writeDirectly(_ path: String, _ bytes: [UInt8]) throws(InputError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { close(descriptor) }
        let failure = writeAll(descriptor, bytes)
        guard failure == 0 else { throw fault(path, failure) }
    }

    /// Writes all bytes; the error number, or 0.
    private static func writeAll(_ descriptor: CInt, _ bytes: [UInt8]) -> CInt {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(descriptor, base + written, buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return errno }
                written += count
            }
            return 0
        }
    }

    private static func fault(_ path: String, _ number: CInt) -> InputError {
        InputError(
            .unwritableFile, "'\(path)' cannot be written: \(SystemError.text(number))",
            remedy: number == ENOENT ? "make its folder first" : "", at: Place(file: path))
    }
}
