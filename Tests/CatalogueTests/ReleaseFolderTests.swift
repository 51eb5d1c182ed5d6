import Catalogue
import Diagnostics
import Fixtures
import Formats
import Glibc
import Testing

@Suite("folder of releases")
struct ReleaseFolderTests {
    @Test("nothing is served before the first release is published")
    func empty() throws {
        let folder = ReleaseFolder("/tmp/kleinraum-no-such-folder")
        #expect(try folder.currentId() == nil)
        #expect(try folder.current()?.id == nil)
    }

    @Test("the release published last is served, earlier ones are kept")
    func publish() throws {
        let temporary = TemporaryFolder()
        let folder = ReleaseFolder(temporary.path)
        let first = try ReleaseFile.write(draft(), in: folder.path)
        #expect(try folder.currentId() == nil)
        try folder.publish(first.id)
        let second = try ReleaseFile.write(draft(count: 200), in: folder.path)
        #expect(try folder.current()?.id == first.id)
        try folder.publish(second.id)
        #expect(try folder.current()?.id == second.id)
        #expect(try folder.read(first.id).id == first.id)
        #expect(temporary.files().count == 3)
        #expect(try FileBytes.read("\(temporary.path)/current") == Array("\(second.id)\n".utf8))
        #expect(temporary.mode("current") == 0o644)
    }

    @Test("a release that is absent or damaged is not published; the one before stays")
    func notPublished() throws {
        let temporary = TemporaryFolder()
        let folder = ReleaseFolder(temporary.path)
        let first = try ReleaseFile.write(draft(), in: folder.path)
        try folder.publish(first.id)
        let second = try ReleaseFile.write(draft(count: 200), in: folder.path)
        temporary.write("\(second.id).kleinraum", [1, 2, 3])
        // Whole, but under another's name.
        let other = String(repeating: "0", count: 64)
        temporary.write("\(other).kleinraum", try FileBytes.read(first.path))
        for id in [second.id, other, String(repeating: "f", count: 64), "../x", ""] {
            #expect(throws: InputError.self) { try folder.publish(id) }
        }
        #expect(try folder.current()?.id == first.id)
    }

    @Test("a pointer that names no release is an error, not a path")
    func strangePointer() throws {
        let temporary = TemporaryFolder()
        temporary.write("current", Array("../../etc/passwd\n".utf8))
        let error = #expect(throws: InputError.self) { try ReleaseFolder(temporary.path).currentId() }
        #expect(error?.code == .malformed)
    }

    @Test("leftovers of dead writers go with the next write, those of living ones stay")
    func leftovers() throws {
        let temporary = TemporaryFolder()
        let id = String(repeating: "a", count: 64)
        temporary.write(".\(id).kleinraum.999999999-0.tmp", [1])
        temporary.write(".\(id).kleinraum.\(getpid())-0.tmp", [1])
        temporary.write(".current.999999999-0.tmp", [1])
        let pointer = ".current.\(getpid())-0.tmp"
        temporary.write(pointer, [1])
        let foreign = ".somebody-elses.tmp"
        temporary.write(foreign, [1])
        let living = ".\(id).kleinraum.\(getpid())-1.tmp"
        let descriptor = open(temporary.write(living, [1]), O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let written = try ReleaseFile.write(draft(), in: temporary.path)
        #expect(temporary.files() == [living, pointer, foreign, "\(written.id).kleinraum"].sorted())
    }

    @Test("several threads may write the same release at once")
    func concurrentWrites() async throws {
        let temporary = TemporaryFolder()
        let path = temporary.path
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<8 {
                group.addTask { try ReleaseFile.write(draft(count: Double(100 + number % 2)), in: path).id }
            }
            var ids: Set<String> = []
            for try await id in group { ids.insert(id) }
            return ids
        }
        #expect(ids.count == 2)
        #expect(temporary.files() == ids.map { "\($0).kleinraum" }.sorted())
    }
}
