import ArgumentParser
import Glibc

/// A file by what it is, however it is called: `a.geojson`, `./a.geojson` and a link to it are one.
struct SameFile: Equatable {
    private var device: UInt
    private var inode: UInt

    /// The file at a path; nil where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}

extension Output {
    /// Refuses an output that is one of the inputs, by name or by device and inode.
    ///
    /// An input `city.gpkg:layer` is its file, and a Shapefile is all the files that go by its name.
    ///
    /// - Throws: `ValidationError`, which ends the program with status 64.
    static func refuse(overwriting inputs: [String], output: String?) throws {
        guard let output else { return }
        let written = members(of: output)
        let same = SameFile(path: output)
        let files = written.compactMap { SameFile(path: $0) }
        for input in inputs.flatMap({ members(of: OutputFormat.withoutLayer($0)) }) {
            if input == output || (same != nil && SameFile(path: input) == same) {
                throw ValidationError("'\(output)' is read and cannot be written, too")
            }
            if written.contains(input) || SameFile(path: input).map(files.contains) == true {
                throw ValidationError("'\(output)' would replace '\(input)', which is read")
            }
        }
    }

    /// The file of a name; of a Shapefile or a part of one, all its parts.
    private static func members(of path: String) -> [String] {
        let parts = [".shp", ".shx", ".dbf", ".prj", ".cpg"]
        guard let part = parts.first(where: { path.lowercased().hasSuffix($0) }) else { return [path] }
        let stem = path.dropLast(part.count)
        return [path] + parts.map { stem + $0 } + parts.map { stem + $0.uppercased() }
    }
}
