import Diagnostics
import Glibc

/// The lock that keeps two builds of one project apart. The system takes it back when its process dies, however it dies.
enum BuildLock {
    /// Holds the lock file's lock while the body runs.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/locked`` where another build holds it; what the body throws.
    static func holding<Value>(
        _ path: String, _ body: () throws(InputError) -> Value
    ) throws(InputError) -> Value {
        // Closed on exec: a converter that a build starts must not hold the lock after the build.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw InputError(
                .unwritableFile, "'\(path)' cannot be opened: \(String(cString: strerror(errno)))",
                remedy: "check the folder's permissions", at: Place(file: path))
        }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw InputError(
                .locked, "process \(holder(descriptor)) is building this project",
                remedy: "wait until it has finished", at: Place(file: path))
        }
        let process = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        pwrite(descriptor, process, process.count, 0)
        return try body()
    }

    /// The process id that the lock's holder wrote.
    private static func holder(_ descriptor: CInt) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, 20, 0))
        }
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
        return digits.isEmpty ? "of another session" : String(decoding: digits, as: UTF8.self)
    }
}
