import Diagnostics
import Glibc

/// An open file, read at any position from any thread, closed with the last value that uses it.
final class DelimitedDescriptor: Sendable {
    private let descriptor: Int32
    /// The file's size when it was opened; what is appended later is not read.
    let size: Int

    /// Opens a regular file for reading.
    convenience init(path: String) throws(InputError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DelimitedDescriptor.failure("cannot be opened", errno, path) }
        try self.init(owning: descriptor, path: path)
    }

    /// Takes over an open file, also when it fails.
    init(owning descriptor: Int32, path: String = "") throws(InputError) {
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            throw DelimitedDescriptor.failure("cannot be read", code, path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw InputError(
                .unreadableFile, "this is not a regular file", remedy: "save it to a file first",
                at: Place(file: path))
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills `target` from `position`, less only where the file ends; returns the number of bytes.
    func read(into target: UnsafeMutableBufferPointer<UInt8>, at position: Int) throws(InputError) -> Int {
        var done = 0
        while done < target.count, let start = target.baseAddress {
            let count = pread(descriptor, start + done, target.count - done, off_t(position + done))
            if count > 0 {
                done += count
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw DelimitedDescriptor.failure("cannot be read", errno, "")
            }
        }
        return done
    }

    /// The bytes of a range, for the small parts at the beginning and the end.
    func bytes(_ range: Range<Int>) throws(InputError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var count = 0
        var failure: InputError?
        bytes.withUnsafeMutableBufferPointer { buffer in
            do throws(InputError) {
                count = try read(into: buffer, at: range.lowerBound)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func failure(_ what: String, _ code: Int32, _ path: String) -> InputError {
        InputError(
            .unreadableFile, "the file \(what): \(SystemError.text(code))",
            remedy: code == ENOENT ? "check the name and the folder" : "", at: Place(file: path))
    }
}
