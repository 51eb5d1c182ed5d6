import Glibc

/// What a command tells the person in front of it: on standard error, so that results can be piped.
enum Message {
    /// Writes one line.
    static func write(_ line: String) {
        write(raw: line + "\n")
    }

    /// Writes text as it is, so that a terminal can show a line that changes.
    static func write(raw text: String) {
        let bytes = Array(text.utf8)
        // Nothing sensible can be done when standard error is closed.
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// A number for a sentence: a whole one without a point.
    static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? value.description }

    /// Whether standard error is a terminal, where a moving progress line helps.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
