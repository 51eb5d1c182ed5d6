import Catalogue
import Diagnostics
import Disclosure
import Fixtures
import Formats
import Planar
import Statistics
import Testing

@Suite("faults of release files and drafts")
struct ReleaseFileFaultTests {
    @Test("a file in which one bit is turned is refused, or reads as it was, and never traps")
    func flippedBits() throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(), in: folder.path)
        let whole = try FileBytes.read(written.path)
        var generator = SplitMix64(seed: 11)
        var refused = 0
        for _ in 0..<400 {
            var bytes = whole
            bytes[generator.below(bytes.count)] ^= 1 << UInt8(generator.below(8))
            let path = folder.write("damaged.kleinraum", bytes)
            do {
                let release = try ReleaseFile.read(path)
                #expect(release.id == written.id)
            } catch {
                refused += 1
                #expect(!error.message.isEmpty && !error.remedy.isEmpty)
            }
        }
        // The rest fell on unused space between the tables' pages.
        #expect(refused > 20)
    }

    @Test("a changed value is refused as not matching the id")
    func changedValue() throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(title: "Sozialatlas Essen"), in: folder.path)
        var bytes = try FileBytes.read(written.path)
        let title = Array("Sozialatlas Essen".utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: title) })
        bytes[start] = UInt8(ascii: "s")
        let path = folder.write("changed.kleinraum", bytes)
        let error = #expect(throws: InputError.self) { try ReleaseFile.read(path) }
        #expect(error?.code == .malformed)
        #expect(error?.message.contains("does not match its id") == true)
        #expect(error?.remedy == "build the release again or take the file from a backup")
    }

    @Test("a file cut short is refused at every length", arguments: [0, 50, 99, 100, 4096, 5000, 12288])
    func cutShort(length: Int) throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(), in: folder.path)
        let path = folder.write("short.kleinraum", Array(try FileBytes.read(written.path).prefix(length)))
        #expect(throws: InputError.self) { try ReleaseFile.read(path) }
    }

    @Test("a newer format asks for an update of Kleinraum")
    func newerFormat() throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(), in: folder.path)
        var bytes = try FileBytes.read(written.path)
        bytes[63] = 3  // user_version, big-endian at 60
        let path = folder.write("newer.kleinraum", bytes)
        let error = #expect(throws: InputError.self) { try ReleaseFile.read(path) }
        #expect(error?.code == .unreadableFile)
        #expect(
            error?.description
                == "\(path): '\(path)' has release format 3; this Kleinraum reads 2; update Kleinraum")
    }

    @Test("an earlier format asks for a new build")
    func earlierFormat() throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(), in: folder.path)
        var bytes = try FileBytes.read(written.path)
        bytes[63] = 1
        let path = folder.write("earlier.kleinraum", bytes)
        let error = #expect(throws: InputError.self) { try ReleaseFile.read(path) }
        #expect(error?.code == .unreadableFile)
        #expect(error?.remedy == "build the release again with 'kleinraum build'")
    }

    @Test("another kind of file, another SQLite file, and no file are told apart from a release")
    func otherFiles() throws {
        let folder = TemporaryFolder()
        let text = folder.write("text.kleinraum", Array(repeating: UInt8(ascii: "x"), count: 500))
        var bytes = try FileBytes.read(try ReleaseFile.write(draft(), in: folder.path).path)
        bytes[68] = 0  // application_id
        let database = folder.write("database.kleinraum", bytes)
        for path in [text, database] {
            let error = #expect(throws: InputError.self) { try ReleaseFile.read(path) }
            #expect(error?.message == "'\(path)' is not a Kleinraum release file")
        }
        let error = #expect(throws: InputError.self) { try ReleaseFile.read("\(folder.path)/none.kleinraum") }
        #expect(error?.code == .unreadableFile)
    }

    @Test("a draft whose parts do not fit together is refused before anything is written")
    func unfitDrafts() throws {
        let folder = TemporaryFolder()
        var shifted = level()
        shifted.geographic = squares(3, scale: 0.001)
        var strange = layer("residents", [("2023-12-31", [1, 2, 3, 4])])
        strange.id = "city.district.other"
        var homeless = layer("residents", [("2023-12-31", [1, 2, 3, 4])])
        homeless.level = "block"
        homeless.id = "city.block.residents"
        var precise = layer("residents", [("2023-12-31", [1, 2, 3, 4])])
        precise.indicator.decimals = 13
        let dates = layer("residents", [("2023-12-31", [1, 2, 3, 4]), ("2019-12-31", [1, 2, 3, 4])])
        let drafts: [(ReleaseDraft, String)] = [
            (draft(levels: [level(keys: ["2", "1", "3", "4"])]), "key '1' after '2' is out of bytewise order"),
            (draft(levels: [level(keys: ["1", "1", "3", "4"])]), "occurs twice"),
            (draft(levels: [level(), level()]), "level city.district occurs twice"),
            (draft(levels: [level(names: ["one"])]), "has not one name"),
            (draft(levels: [shifted]), "other offsets"),
            (draft(layers: [strange]), "is not named city.district.residents"),
            (draft(layers: [homeless]), "has no level"),
            (draft(layers: [precise]), "13 decimals"),
            (draft(layers: [dates]), "2019-12-31 after 2023-12-31 is out of order"),
            (draft(layers: [layer("residents", [("31.12.2023", [1, 2, 3, 4])])]), "'31.12.2023' is not a date"),
            (draft(layers: [layer("residents", [("2023-12-31", [1, 2, 3])])]), "has 3 values on 2023-12-31, not 4"),
            (draft(layers: [layer("residents", [])]), "has no date"),
            (draft(layers: [dates, dates]), "out of order"),
            (draft(title: "a\0b"), "contains U+0000"),
        ]
        for (draft, words) in drafts {
            let error = #expect(throws: InputError.self) { try ReleaseFile.write(draft, in: folder.path) }
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "") lacks \(words)")
        }
        #expect(folder.files().isEmpty)
    }

    @Test("a folder that cannot be written to is named")
    func unwritable() throws {
        let folder = TemporaryFolder()
        folder.write("file", [])
        let error = #expect(throws: InputError.self) {
            try ReleaseFile.write(draft(), in: "\(folder.path)/file/releases")
        }
        #expect(error?.code == .unwritableFile)
    }
}
