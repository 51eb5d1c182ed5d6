import Diagnostics
import Glibc

/// A file that is being written under a temporary name and becomes visible whole or not at all.
///
/// The temporary name stands in the same folder and holds the process's id, for people; the lock that the writer holds on
/// it tells programs that the writer still lives, also where process ids come round again, as in containers.
struct UnfinishedFile: ~Copyable {
    /// Where to write.
    let temporaryPath: String
    private let path: String
    private let folder: String
    private let descriptor: CInt
    private var isFinished = false

    /// Creates an empty file under a temporary name.
    init(named name: String, in folder: String) throws(InputError) {
        var descriptor: CInt = -1
        var temporaryPath = ""
        for attempt in 0..<1000 {
            temporaryPath = "\(folder)/.\(name).\(getpid())-\(attempt).tmp"
            descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor >= 0 || errno != EEXIST { break }
        }
        guard descriptor >= 0 else { throw UnfinishedFile.fault(folder) }
        flock(descriptor, LOCK_EX | LOCK_NB)
        self.temporaryPath = temporaryPath
        self.path = "\(folder)/\(name)"
        self.folder = folder
        self.descriptor = descriptor
    }

    deinit {
        if !isFinished { unlink(temporaryPath) }
        close(descriptor)
    }

    /// Makes the bytes durable, then gives the file its name, then makes the name durable.
    mutating func finish(mode: mode_t) throws(InputError) {
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else {
            throw UnfinishedFile.fault(path)
        }
        isFinished = true
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw UnfinishedFile.fault(folder) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw UnfinishedFile.fault(folder) }
    }

    private static func fault(_ path: String) -> InputError {
        InputError(
            .unwritableFile, "'\(path)' cannot be written: \(String(cString: strerror(errno)))",
            remedy: "check the folder's permissions and the space left", at: Place(file: path))
    }
}

extension UnfinishedFile {
    /// Removes temporary files whose writers died, and only those.
    static func removeLeftovers(in folder: String) {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        var leftovers: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if isLeftover(name, in: folder) { leftovers.append(name) }
        }
        for name in leftovers { unlink("\(folder)/\(name)") }
    }

    private static func isLeftover(_ name: String, in folder: String) -> Bool {
        guard name.hasPrefix("."), name.hasSuffix(".tmp") else { return false }
        guard name.contains(ReleaseFile.suffix) else {
            // The pointer's temporary file is not locked; its process is asked for instead.
            let process = name.split(separator: ".").dropLast().last?.split(separator: "-").first
            guard let process, let id = pid_t(process), id > 0 else { return false }
            return kill(id, 0) != 0 && errno == ESRCH
        }
        let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
}
