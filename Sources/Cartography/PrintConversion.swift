public import Diagnostics
import FoundationEssentials
import Glibc

/// Sheets as PDF or PNG, through `rsvg-convert` of librsvg where it is installed.
///
///     try PrintConversion.convert(svg, to: "essen.pdf")
///     try PrintConversion.convert(svg, to: "essen.png", dotsPerInch: 150)
public enum PrintConversion {
    /// The formats beyond SVG.
    public enum Format: String, Sendable, CaseIterable {
        /// A document for print, in the paper's size.
        case pdf
        /// An image.
        case png

        /// The format that a file name ends in, or `nil`.
        public init?(path: String) {
            guard let format = Format.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") }) else {
                return nil
            }
            self = format
        }
    }

    /// Converts a drawing and puts the result in place in one step: either it is whole, or what stood there before
    /// still stands.
    ///
    /// The program runs with `SOURCE_DATE_EPOCH=0`, so that a PDF does not say when it was made.
    ///
    /// - Parameters:
    ///   - svg: A drawing of ``SheetDrawing`` or ``MapDrawing``.
    ///   - path: Where the result goes; its ending says the format.
    ///   - dotsPerInch: How fine a PNG is.
    /// - Throws: ``InputError`` of code `missingProgram`, `unwritableFile`, or `malformed` for another ending.
    public static func convert(_ svg: [UInt8], to path: String, dotsPerInch: Int = 200) throws(InputError) {
        guard let format = Format(path: path) else {
            throw InputError(.malformed, "'\(path)' is neither PDF nor PNG", remedy: "end the name in .pdf or .png")
        }
        let program = try find("rsvg-convert", package: "librsvg2-bin")
        // Beside the result, because only within a file system can a file be renamed in one step.
        let stem = "\(path).\(getpid())"
        let source = stem + ".svg"
        let result = stem + "." + format.rawValue
        let messages = stem + ".log"
        defer { for file in [source, result, messages] { unlink(file) } }
        guard FileManager.default.createFile(atPath: source, contents: Data(svg)) else {
            throw InputError(
                .unwritableFile, "'\(path)' cannot be written", remedy: "see whether its directory exists")
        }
        var arguments = [program, "--format", format.rawValue, "--output", result]
        if format == .png { arguments += ["--dpi-x", "\(dotsPerInch)", "--dpi-y", "\(dotsPerInch)"] }
        let status = run(program, arguments + ["--unlimited", source], messages: messages)
        guard status == 0 else {
            let said = FileManager.default.contents(atPath: messages).map { String(decoding: $0, as: UTF8.self) } ?? ""
            throw InputError(
                .unwritableFile, "rsvg-convert ended with status \(status): \(said.prefix(300))", at: Place(file: path))
        }
        guard rename(result, path) == 0 else {
            throw InputError(.unwritableFile, "'\(path)' cannot be written", at: Place(file: path))
        }
    }

    /// The full path of a program in `PATH`.
    static func find(_ program: String, package: String) throws(InputError) -> String {
        let directories = getenv("PATH").map { String(cString: $0) } ?? ""
        for directory in directories.split(separator: ":") {
            let path = "\(directory)/\(program)"
            if access(path, X_OK) == 0 { return path }
        }
        throw InputError(
            .missingProgram, "'\(program)' is not installed", remedy: "install it with: apt install \(package)")
    }

    /// Runs a program to its end with its messages in a file; the exit status, or -1 where it did not run.
    private static func run(_ program: String, _ arguments: [String], messages: String) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return -1 }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let inherited = ["PATH", "HOME", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "XDG_CACHE_HOME", "XDG_DATA_HOME"]
        let environment =
            inherited.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
            + ["SOURCE_DATE_EPOCH=0", "LC_ALL=C.UTF-8"]
        var argumentPointers = arguments.map { strdup($0) } + [nil]
        var environmentPointers = environment.map { strdup($0) } + [nil]
        defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, nil, &argumentPointers, &environmentPointers) == 0 else {
            return -1
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        // The low seven bits are a signal, the next byte is the status (wait(2)).
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }
}
