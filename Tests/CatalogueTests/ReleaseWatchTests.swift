import Catalogue
import Fixtures
import Formats
import Synchronization
import Testing

@Suite("watch over the served release")
struct ReleaseWatchTests {
    /// Collects what a watch says.
    final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    /// Waits until the condition holds; false when it does not within ten seconds.
    static func holds(_ condition: () -> Bool) async throws -> Bool {
        for _ in 0..<1000 {
            if condition() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test("a newly published release is taken up without a restart, the first one too")
    func takesUp() async throws {
        let temporary = TemporaryFolder()
        let folder = ReleaseFolder(temporary.path)
        let log = Log()
        let watch = ReleaseWatch(folder, every: .milliseconds(20)) { log.add($0) }
        #expect(watch.current()?.id == nil)
        let first = try ReleaseFile.write(draft(), in: folder.path).id
        try folder.publish(first)
        #expect(try await ReleaseWatchTests.holds { watch.current()?.id == first })
        let second = try ReleaseFile.write(draft(count: 200), in: folder.path).id
        #expect(watch.current()?.id == first)
        try folder.publish(second)
        #expect(try await ReleaseWatchTests.holds { watch.current()?.id == second })
        #expect(log.all == ["release \(first) is served", "release \(second) is served"])
    }

    @Test("the first release is there at once")
    func atOnce() throws {
        let temporary = TemporaryFolder()
        let folder = ReleaseFolder(temporary.path)
        let id = try ReleaseFile.write(draft(), in: folder.path).id
        try folder.publish(id)
        #expect(ReleaseWatch(folder) { _ in }.current()?.id == id)
    }

    @Test("a broken release leaves the old one served, is told of once, and a whole one is taken up afterwards")
    func broken() async throws {
        let temporary = TemporaryFolder()
        let folder = ReleaseFolder(temporary.path)
        let first = try ReleaseFile.write(draft(), in: folder.path).id
        try folder.publish(first)
        let log = Log()
        let watch = ReleaseWatch(folder, every: .milliseconds(5)) { log.add($0) }
        let other = String(repeating: "0", count: 64)
        try AtomicFile.write("\(temporary.path)/current", Array("\(other)\n".utf8))
        #expect(try await ReleaseWatchTests.holds { log.all.count == 2 })
        try await Task.sleep(for: .milliseconds(300))
        #expect(watch.current()?.id == first)
        #expect(log.all.count == 2)
        #expect(log.all.last?.hasPrefix("the release served before is served on: ") == true)
        let second = try ReleaseFile.write(draft(count: 200), in: folder.path).id
        try folder.publish(second)
        #expect(try await ReleaseWatchTests.holds { watch.current()?.id == second })
    }

    @Test("a watch that nobody holds any more ends")
    func ends() async throws {
        let temporary = TemporaryFolder()
        weak var watch: ReleaseWatch?
        do {
            let held = ReleaseWatch(ReleaseFolder(temporary.path), every: .milliseconds(5)) { _ in }
            watch = held
            #expect(held.current()?.id == nil)
        }
        #expect(try await ReleaseWatchTests.holds { watch == nil })
    }
}
