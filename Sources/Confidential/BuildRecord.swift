/// A line of the build journal. It is the one place where clock times stand.
public struct BuildRecord: Sendable, Hashable {
    /// When the build began, ISO 8601 in UTC.
    public var started: String
    /// When it was committed; `nil` for one that failed, was killed, or still runs.
    public var finished: String?
    /// The id of the release that it made, where it made one.
    public var release: String?

    /// Creates a record.
    public init(started: String, finished: String? = nil, release: String? = nil) {
        self.started = started
        self.finished = finished
        self.release = release
    }
}
