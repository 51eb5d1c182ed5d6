import Diagnostics
import Glibc

/// Keeps the confidential file and what SQLite puts beside it readable by its owner only.
enum OwnerOnly {
    /// Makes the file where it is missing, and takes other people's rights away where they have any.
    ///
    /// SQLite gives its journals the mode of the file they belong to; one that a killed build left is looked at too.
    /// An existing file is never opened here: closing it again would drop the locks SQLite holds on it.
    ///
    /// - Returns: A sentence for each file whose rights were changed.
    static func prepare(_ path: String) throws(InputError) -> [String] {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw fault(path, "cannot be made")
        }
        var notices: [String] = []
        for file in [path, path + "-journal", path + "-wal", path + "-shm"] {
            var status = stat()
            guard stat(file, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw InputError(
                    .unreadableFile, "'\(file)' is no regular file", remedy: "move it away", at: Place(file: file))
            }
            guard status.st_mode & 0o077 != 0 else { continue }
            guard chmod(file, 0o600) == 0 else {
                throw fault(file, "can be read by others and cannot be closed to them")
            }
            notices.append("'\(file)' could be read by others; now only its owner can")
        }
        return notices
    }

    private static func fault(_ path: String, _ what: String) -> InputError {
        InputError(
            .unwritableFile, "'\(path)' \(what): \(String(cString: strerror(errno)))",
            remedy: "check who owns it and the folder's permissions", at: Place(file: path))
    }
}
