import Catalogue
import Diagnostics
import Disclosure
import Fixtures
import Formats
import Glibc
import Planar
import Statistics
import Testing

@Suite("release file")
struct ReleaseFileTests {
    @Test("what is written is read back, to the last bit")
    func roundTrip() throws {
        let folder = TemporaryFolder()
        let draft = draft()
        let written = try ReleaseFile.write(draft, in: folder.path)
        let release = try ReleaseFile.read(written.path)
        #expect(release.id == written.id)
        #expect(release.header == draft.header)
        #expect(release.layers.map(\.id) == ["city.district.children", "city.district.residents"])
        #expect(release.layers.map(\.indicator) == draft.layers.map(\.indicator))
        #expect(release.layers.map(\.dates) == draft.layers.map(\.dates))
        #expect(release.documents == draft.documents)
        #expect(release.documents.map(\.name) == ["empty", "methods.md"])
        let (level, original) = (release.levels[0], draft.levels[0])
        #expect(level.keys == original.keys && level.names == original.names)
        #expect(level.areas == original.areas && level.geographic == original.geographic)
        #expect(level.labelX.dropLast() == original.labelX.dropLast() && level.labelX[3].isNaN)
        #expect(level.referenceSystem == 25832 && level.boundarySource == "Stadt, dl-de/by-2-0")
        #expect(folder.files() == ["\(written.id).kleinraum"])
        #expect(folder.mode("\(written.id).kleinraum") == 0o644)
    }

    @Test("hidden values are hidden in the file")
    func hiddenValues() throws {
        let folder = TemporaryFolder()
        let release = try ReleaseFile.read(try ReleaseFile.write(draft(), in: folder.path).path)
        let oldest = release.layers[1].dates[0]
        #expect(oldest.states == [.value, .suppressed, .suppressed, .value])
        #expect(oldest.values == [0, 0, 0, 3])
    }

    @Test("the same draft gives the same bytes and the same id in another folder")
    func sameBytes() throws {
        let (one, other) = (TemporaryFolder(), TemporaryFolder())
        let first = try ReleaseFile.write(draft(), in: one.path)
        let second = try ReleaseFile.write(draft(), in: other.path)
        #expect(first.id == second.id)
        #expect(try FileBytes.read(first.path) == FileBytes.read(second.path))
    }

    @Test("layers and documents may come in any order")
    func order() throws {
        let folder = TemporaryFolder()
        let draft = draft()
        let reversed = ReleaseDraft(
            header: draft.header, levels: draft.levels, layers: draft.layers.reversed(),
            documents: draft.documents.reversed())
        #expect(try ReleaseFile.write(draft, in: folder.path) == ReleaseFile.write(reversed, in: folder.path))
    }

    @Test("one other number, or one other letter, is another release")
    func otherContent() throws {
        let folder = TemporaryFolder()
        let drafts = [
            draft(), draft(count: 101), draft(title: "Sozialatlas "), draft(levels: [level(names: ["", "", "", ""])]),
        ]
        let ids = try drafts.map { try ReleaseFile.write($0, in: folder.path).id }
        #expect(Set(ids).count == 4)
        #expect(folder.files().count == 4)
    }

    @Test("a release that stands there already is not touched")
    func notReopened() throws {
        let folder = TemporaryFolder()
        var (before, after) = (stat(), stat())
        let path = try ReleaseFile.write(draft(), in: folder.path).path
        stat(path, &before)
        #expect(try ReleaseFile.write(draft(), in: folder.path).path == path)
        stat(path, &after)
        #expect(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
    }

    @Test("a damaged release is replaced by the next write of its content")
    func replaced() throws {
        let folder = TemporaryFolder()
        let written = try ReleaseFile.write(draft(), in: folder.path)
        let bytes = try FileBytes.read(written.path)
        folder.write("\(written.id).kleinraum", Array(bytes.prefix(5000)))
        #expect(try ReleaseFile.write(draft(), in: folder.path) == written)
        #expect(try FileBytes.read(written.path) == bytes)
    }

    @Test("a level without any geometry keeps its place")
    func noGeometry() throws {
        let folder = TemporaryFolder()
        var level = level(keys: ["1"], names: [""])
        level.areas = Areas(x: [], y: [], ringStarts: [0], partStarts: [0], areaStarts: [0, 0])
        level.geographic = level.areas
        let draft = draft(levels: [level], layers: [])
        let release = try ReleaseFile.read(try ReleaseFile.write(draft, in: folder.path).path)
        #expect(release.levels[0].areas == level.areas)
        #expect(release.layers.isEmpty)
    }

    @Test("a folder that is missing is made; odd names are no trouble")
    func folders() throws {
        let folder = TemporaryFolder()
        let releases = "\(folder.path)/a b?%#ä"
        let written = try ReleaseFile.write(draft(), in: releases)
        #expect(try ReleaseFile.read(written.path).id == written.id)
        unlink(written.path)
        rmdir(releases)
    }
}
