import Foundation
public import Testing

/// A program of `Tests/Clients`, run by the Python that has the clients: other implementations that answer the same
/// question, or that use the server as their users do.
///
/// The interpreter is the one that `KLEINRAUM_PYTHON` names, else the one that `.ci/clients` installed.
public struct PythonClient: Sendable {
    /// The package's root.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Where the clients' Python is; nil where it is not installed.
    public static let interpreter: String? = {
        let named = ProcessInfo.processInfo.environment["KLEINRAUM_PYTHON"]
        let path = named ?? "\(root)/.build/clients/bin/python"
        let isThere = FileManager.default.isExecutableFile(atPath: path)
        // The folder stands before the packages are in it.
        let isWhole = named != nil || FileManager.default.fileExists(atPath: "\(root)/.build/clients/installed.txt")
        return isThere && isWhole ? path : nil
    }()

    /// Whether the clients are installed.
    public static var isInstalled: Bool { interpreter != nil }

    /// What to say where they are not.
    public static let absence: Comment = "the Python clients are not installed (.ci/clients installs them from PyPI)"

    /// What a run gave.
    public struct Result: Sendable {
        /// The exit status.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let messages: String
    }

    /// Runs a script of `Tests/Clients` to its end, with another interpreter where one is named.
    public static func run(
        _ script: String, _ arguments: [String] = [], interpreter other: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Result {
        try program(
            other ?? interpreter ?? "python3", ["\(root)/Tests/Clients/\(script)"] + arguments,
            environment: environment)
    }

    /// Runs a program beside the interpreter, such as `st`, or of the system, to its end.
    public static func program(
        _ path: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kleinraum-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path.contains("/") ? path : "/usr/bin/env")
        process.arguments = path.contains("/") ? arguments : [path] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let (output, messages) = (folder.appendingPathComponent("output"), folder.appendingPathComponent("messages"))
        // Files, not pipes: a pipe that nobody reads stops the program.
        for file in [output, messages] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
    }
}
