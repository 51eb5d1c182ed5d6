import Diagnostics
@preconcurrency import Glibc

extension ExternalProgram {
    /// Runs the program with arguments and keeps what it writes; standard input is empty.
    ///
    /// - Returns: The exit status, and what went to standard output and to standard error, in files without a name that
    ///   vanish when they are closed.
    func output(
        of arguments: [String]
    ) throws(InputError) -> (status: Int, output: DelimitedDescriptor, messages: DelimitedDescriptor) {
        let output = try ExternalProgram.unnamedFile()
        defer { close(output) }
        let messages = try ExternalProgram.unnamedFile()
        defer { close(messages) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
        let words = ([path] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let fault = posix_spawn(&process, path, &actions, nil, words + [nil], environ)
        guard fault == 0 else {
            throw InputError(.missingProgram, "'\(path)' cannot be started: \(SystemError.text(fault))")
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = Int(status & 0x7F)
        return (
            signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal,
            try DelimitedDescriptor(owning: dup(output)), try DelimitedDescriptor(owning: dup(messages))
        )
    }

    /// An open file that has lost its name already.
    private static func unnamedFile() throws(InputError) -> CInt {
        let folder = TemporaryFolder.parent
        var name = Array("\(folder)/kleinraum-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw InputError(
                .unwritableFile, "no temporary file can be made in \(folder): \(SystemError.text(errno))",
                remedy: "set TMPDIR to a folder with room")
        }
        unlink(name)
        return descriptor
    }
}
