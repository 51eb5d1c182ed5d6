import Diagnostics
import Dispatch
import Synchronization

/// The release that is served at the moment, kept up to date while the server runs.
///
///     let watch = ReleaseWatch(ReleaseFolder("city/releases")) { print($0) }
///     watch.current()?.id
///
/// The pointer is looked at twice a second, off the callers' threads. A newly published release is read whole and then
/// takes the old one's place; while that lasts, and where it fails, the old one is served on. ``current()`` does no
/// input or output and holds a lock for one load.
public final class ReleaseWatch: Sendable {
    private let folder: ReleaseFolder
    private let log: @Sendable (String) -> Void
    private let snapshot: Mutex<Release?>
    private let queue = DispatchQueue(label: "release-watch")
    private let interval: DispatchTimeInterval
    private let failure = Mutex(Failure())

    /// Reads the current release, if there is one, and goes on watching until the watch is released.
    ///
    /// - Parameters:
    ///   - interval: How long a newly published release may go unseen, about.
    ///   - log: Is told in a sentence what was taken up and what could not be.
    public init(
        _ folder: ReleaseFolder, every interval: Duration = .milliseconds(500),
        log: @escaping @Sendable (String) -> Void
    ) {
        self.folder = folder
        self.log = log
        let (seconds, attoseconds) = interval.components
        self.interval = .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
        snapshot = Mutex(nil)
        look()
        lookAgain()
    }

    /// The release to answer from now, or `nil` while none has been published.
    public func current() -> Release? { snapshot.withLock { $0 } }

    /// Looks once more after a while, and so on as long as somebody holds the watch.
    private func lookAgain() {
        queue.asyncAfter(deadline: .now() + interval) { [weak self] in
            self?.look()
            self?.lookAgain()
        }
    }

    /// Takes up the current release if it is another than the one held.
    private func look() {
        var attempted = ""
        do {
            guard let id = try folder.currentId(), id != snapshot.withLock({ $0?.id }) else { return }
            guard failure.withLock({ $0.allows(id) }) else { return }
            attempted = id
            let release = try folder.read(id)
            snapshot.withLock { $0 = release }
            failure.withLock { $0 = Failure() }
            log("release \(id) is served")
        } catch {
            let message = error.description
            let isNews = failure.withLock { $0.note(message, of: attempted) }
            if isNews { log("the release served before is served on: \(message)") }
        }
    }

    /// What failed last. A release that could not be read is tried again now and then: its file may have been mended.
    private struct Failure: Sendable {
        private var id = ""
        private var message = ""
        private var looksUntilRetry = 0

        mutating func allows(_ attempted: String) -> Bool {
            guard attempted == id, looksUntilRetry > 0 else { return true }
            looksUntilRetry -= 1
            return false
        }

        /// Keeps a failure in mind; whether it is another than the last.
        mutating func note(_ newMessage: String, of attempted: String) -> Bool {
            let isNews = newMessage != message
            (id, message, looksUntilRetry) = (attempted, newMessage, 20)
            return isNews
        }
    }
}
