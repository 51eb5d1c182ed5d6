import Diagnostics
@preconcurrency import Glibc

/// A program that is not part of Kleinraum and is looked for when it is needed.
public struct ExternalProgram: Sendable {
    /// What a run left behind.
    public struct Outcome: Sendable {
        /// The exit status; 128 and the signal's number where a signal ended it.
        public let status: Int
        /// What it wrote to standard error.
        public let messages: String
    }

    /// Where the program lies.
    public let path: String

    /// Finds a program in the folders of `PATH`; `nil` where it is not installed.
    public init?(_ name: String) {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        let candidates = folders.split(separator: ":").map { "\($0)/\(name)" }
        guard let path = candidates.first(where: { FileBytes.exists($0) && access($0, X_OK) == 0 }) else { return nil }
        self.path = path
    }

    /// Runs the program with arguments and waits for its end; standard input is empty, standard output is dropped.
    ///
    /// - Parameter messages: A file to be made for what the program writes to standard error.
    /// - Throws: ``InputError`` where the program cannot be started.
    func run(_ arguments: [String], messages: String) throws(InputError) -> Outcome {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let fault = posix_spawn(&process, path, &actions, nil, words, environ)
        guard fault == 0 else {
            throw InputError(.missingProgram, "'\(path)' cannot be started: \(SystemError.text(fault))")
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = Int(status & 0x7F)
        return Outcome(
            status: signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal,
            messages: String(decoding: try FileBytes.read(messages), as: UTF8.self))
    }
}
