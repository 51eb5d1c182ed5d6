public import Diagnostics
import Glibc

/// Reads whole files.
///
///     let bytes = try FileBytes.read("areas.geojson")
///
/// When not to use it: for tables of any length; those are streamed.
public enum FileBytes {
    /// The bytes of a file, in one buffer filled by as few `read` calls as the system allows; a pipe is read to its
    /// end.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/unreadableFile`` where the file is absent, a folder, or not
    ///   readable.
    /// - Complexity: O(*n*) for *n* bytes.
    public static func read(_ path: String) throws(InputError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(path, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw InputError(
                .unreadableFile, "'\(path)' is a folder", remedy: "name a file in it", at: Place(file: path))
        }
        var failure: CInt = 0
        let expected = Int(status.st_size)
        var bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            while count < expected, let base = buffer.baseAddress {
                let read = Glibc.read(descriptor, base + count, expected - count)
                if read < 0 && errno == EINTR { continue }
                if read < 0 { failure = errno }
                if read <= 0 { break }
                count += read
            }
        }
        while failure == 0 {
            let more = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
                guard let base = buffer.baseAddress else { return }
                var read = Glibc.read(descriptor, base, 65536)
                while read < 0 && errno == EINTR { read = Glibc.read(descriptor, base, 65536) }
                if read < 0 { failure = errno }
                count = max(read, 0)
            }
            if more.isEmpty { break }
            bytes += more
        }
        guard failure == 0 else { throw fault(path, failure) }
        return bytes
    }

    /// The first bytes of a file, fewer where it is shorter.
    static func start(of path: String, count: Int) throws(InputError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { close(descriptor) }
        var failure: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let read = Glibc.read(descriptor, buffer.baseAddress, count)
            if read < 0 { failure = errno }
            filled = max(read, 0)
        }
        guard failure == 0 else { throw fault(path, failure) }
        return bytes
    }

    /// Whether a file (not a folder) stands at a path.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }

    /// What the system's error number says, as an error about this file.
    static func fault(_ path: String, _ number: CInt) -> InputError {
        let remedy =
            switch number {
            case ENOENT: "check the name and the folder"
            case EACCES: "the file's permissions do not allow reading"
            default: ""
            }
        return InputError(
            .unreadableFile, "'\(path)' cannot be read: \(SystemError.text(number))", remedy: remedy,
            at: Place(file: path))
    }
}
