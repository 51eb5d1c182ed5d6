public import Diagnostics
import Formats
import Glibc

/// The files of map libraries that viewer pages load from this server, since an office may have no internet.
///
///     configuration.libraries = try ViewerLibraries(folder: "/usr/share/javascript/leaflet")
///
/// They are read whole when the server starts, and only under the names that the pages use; nothing else in the folder
/// can be asked for.
public struct ViewerLibraries: Sendable {
    /// The names that pages use.
    public static let names = ["leaflet.css", "leaflet.js", "maplibre-gl.css", "maplibre-gl.js", "ol.css", "ol.js"]

    private var files: [String: (bytes: [UInt8], digest: String)] = [:]

    /// No files.
    public init() {}

    /// Reads those files that a folder has.
    ///
    /// - Throws: `InputError` where the folder has none of them, or where one cannot be read.
    public init(folder: String) throws(InputError) {
        for name in ViewerLibraries.names {
            let path = "\(folder)/\(name)"
            guard access(path, F_OK) == 0 else { continue }
            let bytes = try FileBytes.read(path)
            files[name] = (bytes, String(SHA256.hexadecimal(of: bytes).prefix(16)))
        }
        guard !files.isEmpty else {
            throw InputError(
                .unreadableFile, "'\(folder)' has no map library",
                remedy: "put one or more of \(ViewerLibraries.names.joined(separator: ", ")) there",
                at: Place(file: folder))
        }
    }

    /// The bytes of a file and their digest, if it is there.
    func file(_ name: String) -> (bytes: [UInt8], digest: String)? { files[name] }

    /// The libraries that pages can be made for.
    var viewers: [ViewerLibrary] {
        ViewerLibrary.allCases.filter { library in library.files.allSatisfy { files[$0] != nil } }
    }

    /// What distinguishes these files from others.
    var digest: String {
        files.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.digest)" }.joined(separator: " ")
    }

    /// What is said where a file is missing.
    static func missing(_ name: String) -> Problem {
        .notFound(
            "this server was started without \(name); put it into a folder and start with --libraries FOLDER "
                + "(the README says where to get it)")
    }
}
