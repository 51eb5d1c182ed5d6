import Diagnostics
import Formats
import Glibc
import Testing

@Suite struct AtomicFileTests {
    private func names(in folder: String) throws -> [String] {
        let directory = try #require(opendir(folder))
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    @Test("a file is written whole and replaced whole, with nothing left beside it")
    func writes() throws {
        try BoundaryTestData.withFolder { folder throws in
            let path = "\(folder)/values.csv"
            try AtomicFile.write(path, Array("first".utf8))
            try AtomicFile.write(path, Array("second".utf8), mode: 0o600)
            #expect(try FileBytes.read(path) == Array("second".utf8))
            #expect(try names(in: folder) == ["values.csv"])
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test("a link stays a link")
    func links() throws {
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/real", [1])
            #expect(symlink("real", "\(folder)/link") == 0)
            try AtomicFile.write("\(folder)/link", [2])
            #expect(try FileBytes.read("\(folder)/real") == [2])
            #expect(try names(in: folder) == ["link", "real"])
        }
    }

    @Test("a folder in the way leaves nothing behind")
    func fails() throws {
        try BoundaryTestData.withFolder { folder throws in
            #expect(mkdir("\(folder)/taken", 0o755) == 0)
            let error = #expect(throws: InputError.self) { try AtomicFile.write("\(folder)/taken", [1]) }
            #expect(error?.code == .unwritableFile)
            #expect(throws: InputError.self) { try AtomicFile.write("\(folder)/absent/file", [1]) }
            #expect(throws: InputError.self) { try AtomicFile.write("", [1]) }
            #expect(try names(in: folder) == ["taken"])
            #expect(throws: InputError.self) { try FileBytes.read("\(folder)/taken") }
        }
    }

    @Test("devices are written to, not replaced")
    func devices() throws {
        try AtomicFile.write("/dev/null", [1])
        #expect(try FileBytes.read("/dev/null").isEmpty)
    }

    @Test("files whose size the system does not tell are read to their end")
    func unknownSize() throws {
        #expect(try FileBytes.read("/proc/self/status").count > 100)
    }
}
