public import Catalogue

/// Where the server finds the release that it answers from.
///
/// ``current()`` is asked once or twice per request, on an event loop: it must return at once, holding no lock longer
/// than one load. Whatever reads files does so elsewhere and puts the finished snapshot where `current()` finds it, as
/// `ReleaseWatch` does: a request that began with the old release ends with it, the next one sees the new one.
public protocol ReleaseSource: Sendable {
    /// The release to answer from now, or `nil` when there is none yet.
    func current() -> Release?
}

extension ReleaseWatch: ReleaseSource {}

/// A source that always has the same release.
///
///     FixedReleaseSource(release).current()?.id == release.id  // true
public struct FixedReleaseSource: ReleaseSource {
    private let release: Release

    /// Creates a source of one release.
    public init(_ release: Release) { self.release = release }

    /// The release.
    public func current() -> Release? { release }
}
