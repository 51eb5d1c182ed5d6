import Glibc
import Logging
import Synchronization

/// Writes log lines to standard error, each in one piece: time, level, message.
///
///     2026-11-21T06:55:05Z info GET /collections/{layer}/map 200 3.1 ms 52417 bytes
///
/// The time is spelled out once a second rather than once a line, and a line is one `write` without a lock: the access
/// log of a busy server costs a tenth of an answer.
struct StandardErrorLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line: [UInt8] = []
        line.reserveCapacity(160)
        line.append(contentsOf: StandardErrorLog.clock.text())
        line.append(contentsOf: event.level.rawValue.utf8)
        line.append(UInt8(ascii: " "))
        line.append(contentsOf: event.message.description.utf8)
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: {
            $0.key < $1.key
        }) {
            line.append(contentsOf: " \(key)=\(value)".utf8)
        }
        if let error = event.error { line.append(contentsOf: ": \(error)".utf8) }
        line.append(UInt8(ascii: "\n"))
        // A log that cannot be written must not stop the server.
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static let clock = LogClock()
}

/// The time in UTC as text, spelled out anew when the second has changed.
private final class LogClock: Sendable {
    private let last = Mutex<(second: time_t, text: [UInt8])>((-1, []))

    /// `2026-11-21T06:55:05Z `.
    func text() -> [UInt8] {
        var now = time(nil)
        return last.withLock { last in
            guard last.second != now else { return last.text }
            var parts = tm()
            gmtime_r(&now, &parts)
            var text = [CChar](repeating: 0, count: 32)
            let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ ", &parts)
            last = (now, text[..<count].map { UInt8(bitPattern: $0) })
            return last.text
        }
    }
}
