import Formats
import Hummingbird

/// What viewer pages and styles load besides tiles: map libraries, the pages' scripts, hatchings.
struct AssetDocument: Document {
    let question: String
    let fields: HTTPFields
    private let content: [UInt8]

    /// Finds a file.
    ///
    /// - Throws: A 404 with the name that is missing and where to put it.
    init(folder: String, file: String, libraries: ViewerLibraries) throws(Problem) {
        switch folder {
        case "lib":
            guard ViewerLibraries.names.contains(file) else {
                throw .notFound("there is no such library; pages use \(ViewerLibraries.names.joined(separator: ", "))")
            }
            guard let (bytes, digest) = libraries.file(file) else { throw ViewerLibraries.missing(file) }
            content = bytes
            question = "library\u{0}\(file)\u{0}\(digest)"
            // The name stays when the file is replaced by another version: an ETag tells them apart.
            fields = [.cacheControl: "public, max-age=60"]
        case "viewers":
            guard let script = ViewerScript.all.first(where: { $0.name == file }) else {
                throw .notFound("there is no such script any more; load the page again")
            }
            content = Array(script.text.utf8)
            question = "viewer\u{0}\(file)"
            fields = [.cacheControl: "public, max-age=31536000, immutable"]
        case "sprites":
            guard let sheet = SpriteSheet(file: file) else {
                throw .notFound("there is no such sheet of hatchings; a style names the one it needs")
            }
            content = sheet.bytes
            question = "sprites\u{0}\(file)"
            fields = [.cacheControl: "public, max-age=31536000, immutable"]
        default:
            throw .notFound("there is nothing at this path; / lists what there is")
        }
    }

    func bytes() -> [UInt8] { content }

    /// What a file is sent as.
    static func representation(of file: String) -> Representation {
        if file.hasSuffix(".js") { return .script }
        if file.hasSuffix(".css") { return .css }
        return file.hasSuffix(".png") ? .png : .json
    }
}

extension Representation {
    /// A script.
    static let script = Representation(
        name: "js", mediaType: "text/javascript", contentType: "text/javascript; charset=utf-8")
    /// A picture.
    static let png = Representation(name: "png", mediaType: "image/png", contentType: "image/png")
}
