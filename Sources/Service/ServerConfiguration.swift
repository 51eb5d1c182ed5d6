/// How a server is set up.
///
///     var configuration = ServerConfiguration()
///     configuration.port = 0                                 // any free port
///     configuration.baseURL = "https://atlas.example/stadt"  // what links begin with
public struct ServerConfiguration: Sendable {
    /// The host name or address to listen on.
    public var host = "127.0.0.1"
    /// The port to listen on; 0 for any that is free.
    public var port = 8080
    /// What absolute links begin with, scheme included; `nil` to take it from the request.
    public var baseURL: String?
    /// Whether `Forwarded` and `X-Forwarded-*` are believed. Only behind a proxy that sets or removes them: any client
    /// can send them.
    public var trustsForwardedHeaders = false
    /// Whether a release that only a threshold protects may be served beyond this machine.
    public var allowsThresholdOnly = false
    /// The version of the program, part of every ETag: another version may write other bytes for the same question.
    public var programVersion = "0"
    /// The longest query string that is read, in bytes; a longer one is answered with 414.
    public var maximumQueryLength = 8192
    /// The most connections open at a time; more wait in the system's queue.
    public var maximumConnections = 512
    /// After how many seconds without traffic a connection is closed.
    public var idleSeconds = 60
    /// How many threads draw and encode; `nil` for one less than there are cores, and at least one.
    public var computeThreads: Int?
    /// How many questions may be waiting or at work before new ones are answered with 503.
    public var computeQueueLimit = 64
    /// How many bytes of answers are kept.
    public var cacheBytes = 128 << 20

    /// The files of map libraries for the viewer pages.
    public var libraries = ViewerLibraries()

    /// The configuration for a server on this machine.
    public init() {}
}
