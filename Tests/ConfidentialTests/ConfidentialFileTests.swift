import Confidential
import Diagnostics
import Fixtures
import GRDB
import Glibc
import Testing

@Suite("confidential file")
struct ConfidentialFileTests {
    @Test("file and folder are for their owner only, whatever the mask")
    func modes() throws {
        let folder = TemporaryFolder()
        let file = try ConfidentialFile.open(folder.path)
        #expect(folder.mode("confidential.sqlite") == 0o600)
        #expect(file.notices.isEmpty)
        try file.build { build throws(InputError) in
            try build.replace(batch)
            try build.append(block(10, seed: 1), to: batch)
            // The journal of the running transaction holds what was there before.
            #expect(folder.files().contains("confidential.sqlite-journal"))
            for name in folder.files() { #expect(folder.mode(name) == 0o600, "\(name)") }
        }
        #expect(folder.files() == ["confidential.lock", "confidential.sqlite"])
        #expect(folder.mode("confidential.lock") == 0o600)
        let deeper = "\(folder.path)/office"
        _ = try ConfidentialFile.open(deeper)
        #expect(folder.mode("office") == 0o700)
        unlink("\(deeper)/confidential.sqlite")
        rmdir(deeper)
    }

    @Test("a file that others could read is closed to them, and that is said")
    func othersShutOut() throws {
        let folder = TemporaryFolder()
        var path = ""
        do { path = try ConfidentialFile.open(folder.path).path }
        #expect(chmod(path, 0o644) == 0)
        let file = try ConfidentialFile.open(folder.path)
        #expect(folder.mode("confidential.sqlite") == 0o600)
        #expect(file.notices == ["'\(path)' could be read by others; now only its owner can"])
        #expect(try ConfidentialFile.open(folder.path).notices.isEmpty)
    }

    @Test("a build that throws leaves everything as it was, and the journal shows it unfinished")
    func rolledBack() throws {
        let folder = TemporaryFolder()
        let file = try ConfidentialFile.open(folder.path)
        try file.build { build throws(InputError) in
            try build.replace(batch)
            try build.append(block(10, seed: 1), to: batch)
            try build.note(release: "abc")
        }
        let error = #expect(throws: InputError.self) {
            try file.build { build throws(InputError) in
                try build.clear()
                #expect(try build.contents.batches().isEmpty)
                throw InputError(.formula, "no such variable")
            }
        }
        #expect(error?.code == .formula)
        try file.read { contents throws(InputError) in
            #expect(try contents.batches() == [batch])
            #expect(try contents.block(0, of: batch) == block(10, seed: 1))
            let builds = try contents.builds()
            #expect(builds.map(\.release) == ["abc", nil])
            #expect(builds.map { $0.finished == nil } == [false, true])
            #expect(builds[0].started.count == 20 && builds[0].started.hasSuffix("Z"))
        }
    }

    @Test("a second build is refused with the first one's process, also after the commit; afterwards it may run")
    func locked() throws {
        let folder = TemporaryFolder()
        let file = try ConfidentialFile.open(folder.path)
        let other = try ConfidentialFile.open(folder.path)
        func tryOther() -> InputError? {
            #expect(throws: InputError.self) { try other.build { _ throws(InputError) in } }
        }
        var errors: [InputError?] = []
        let answer = try file.build { _ throws(InputError) -> Int in
            errors.append(tryOther())
            return 42
        } afterCommit: { value throws(InputError) in
            #expect(value == 42)
            errors.append(tryOther())
        }
        #expect(answer == 42)
        for error in errors {
            #expect(error?.code == .locked)
            #expect(error?.message == "process \(getpid()) is building this project")
        }
        #expect(errors.count == 2)
        try other.build { _ throws(InputError) in }
    }

    @Test("what afterCommit throws comes out, and the build stays kept")
    func afterCommit() throws {
        let folder = TemporaryFolder()
        let file = try ConfidentialFile.open(folder.path)
        #expect(throws: InputError.self) {
            try file.build { build throws(InputError) in
                try build.replace(batch)
            } afterCommit: { _ throws(InputError) in
                throw InputError(.unwritableFile, "no space")
            }
        }
        #expect(try file.read { contents throws(InputError) in try contents.batches() } == [batch])
    }

    @Test("reading while a build has written much is refused, not mixed")
    func readerDuringBuild() throws {
        let folder = TemporaryFolder()
        let file = try ConfidentialFile.open(folder.path)
        let other = try ConfidentialFile.open(folder.path)
        try file.build { build throws(InputError) in try build.replace(batch) }
        try file.build { build throws(InputError) in
            try build.clear()
            do throws(InputError) {
                let seen = try other.read { contents throws(InputError) in try contents.batches() }
                #expect(seen == [batch])
            } catch {
                #expect(error.code == .locked)
            }
        }
    }

    @Test("a file that is no database, and one of another program, are left alone")
    func otherFiles() throws {
        let folder = TemporaryFolder()
        let bytes = [UInt8](repeating: 120, count: 9000)
        folder.write("confidential.sqlite", bytes)
        let error = #expect(throws: InputError.self) { try ConfidentialFile.open(folder.path) }
        #expect(error?.code == .malformed)
        #expect(folder.bytes("confidential.sqlite") == bytes)
        let path = folder.write("confidential.sqlite", [])
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        let other = #expect(throws: InputError.self) { try ConfidentialFile.open(folder.path) }
        #expect(other?.message == "'\(path)' is not a confidential file of Kleinraum")
    }

    @Test("a file of a newer Kleinraum asks for an update")
    func newer() throws {
        let folder = TemporaryFolder()
        // The file lists its migrations by name; a newer program would have added one.
        let path = try ConfidentialFile.open(folder.path).path
        try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')") }
        let error = #expect(throws: InputError.self) { try ConfidentialFile.open(folder.path) }
        #expect(error?.code == .unreadableFile)
        #expect(error?.message.hasSuffix("was written by a newer Kleinraum") == true)
        #expect(error?.remedy == "update Kleinraum")
    }
}
