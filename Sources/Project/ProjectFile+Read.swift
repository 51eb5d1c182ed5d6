public import Diagnostics
import FoundationEssentials

extension ProjectFile {
    /// The largest project file that is read, in bytes.
    public static let largest = 1 << 20

    /// Reads `kleinraum.yaml` of a project folder and checks it, and that the files it names exist.
    ///
    ///     try ProjectFile.read("lindenau")
    ///     // InputError: lindenau/kleinraum.yaml, row 8, sources.register.treshold: 'treshold' is not a key here;
    ///     //             did you mean 'threshold'?
    ///
    /// - Throws: ``InputError`` with the code `project` for what the file says, whose place has the file, the line as
    ///   its row, and the way of keys as its field; with `unreadable-file` where there is no such file.
    public static func read(_ folder: String) throws(InputError) -> ProjectFile {
        let path = "\(folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputError(
                .unreadableFile, "'\(path)' cannot be read",
                remedy: "name a folder with a \(name), or write one with 'kleinraum new'", at: Place(file: path))
        }
        return try read(bytes: Array(data), file: path, folder: folder) {
            FileManager.default.fileExists(atPath: $0)
        }
    }

    /// Reads a project file that is in memory, without a look at the files it names.
    ///
    /// `file` is its name in errors, `folder` what relative paths start from.
    ///
    /// - Throws: ``InputError`` as ``read(_:)`` does.
    public static func read(
        bytes: [UInt8], file: String = name, folder: String = ""
    ) throws(InputError) -> ProjectFile {
        try read(bytes: bytes, file: file, folder: folder) { _ in true }
    }

    private static func read(
        bytes: [UInt8], file: String, folder: String, exists: @escaping (String) -> Bool
    ) throws(InputError) -> ProjectFile {
        let text = try ProjectReaderText.text(of: bytes, file: file)
        let root = try ProjectReaderNode.root(of: text, file: file)
        return try ProjectReader(folder: folder, exists: exists).project(root)
    }
}
