import NIOPosix
import Synchronization

/// The threads that draw and encode, apart from the event loops, with a bounded queue.
///
/// A drawing takes milliseconds to seconds; on an event loop it would hold up every connection of that loop. One core
/// is left to the event loops, so that `/health` answers while all drawing threads are busy.
final class ComputePool: Sendable {
    private let pool: NIOThreadPool
    private let limit: Int
    private let counts = Mutex((pending: 0, begun: 0))

    init(threads: Int, limit: Int) {
        self.pool = NIOThreadPool(numberOfThreads: threads)
        self.limit = limit
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    /// How many pieces of work were begun since the start.
    var begun: Int { counts.withLock { $0.begun } }

    /// Runs work on a thread of the pool.
    ///
    /// - Throws: ``Problem/busy`` at once when too much is waiting, and what the work throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let isAdmitted = counts.withLock { counts in
            guard counts.pending < limit else { return false }
            counts.pending += 1
            counts.begun += 1
            return true
        }
        guard isAdmitted else { throw Problem.busy }
        defer { counts.withLock { $0.pending -= 1 } }
        return try await pool.runIfActive(work)
    }
}
