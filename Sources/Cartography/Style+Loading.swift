public import Diagnostics
import FoundationEssentials

extension Style {
    /// The styles of a directory by name, the standard style among them: every `*.yaml` in it.
    ///
    /// - Throws: ``InputError`` with file, line and remedy for the first fault, files in the order of their names.
    public static func load(directory: String) throws(InputError) -> [String: Style] {
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw InputError(
                .unreadableFile, "there is no directory of styles '\(directory)'",
                remedy: "create it, or leave it out and use the standard style")
        }
        var styles = [Style.standard.name: Style.standard]
        for file in files.filter({ $0.hasSuffix(".yaml") }).sorted() {
            let path = directory.hasSuffix("/") ? directory + file : directory + "/" + file
            let style = try load(file: path)
            styles[style.name] = style
        }
        return styles
    }

    /// The style of one file; its name is the file's without `.yaml`.
    ///
    /// - Throws: ``InputError`` with file, line and remedy.
    public static func load(file path: String) throws(InputError) -> Style {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw InputError(.unreadableFile, "the style '\(path)' cannot be read", at: Place(file: path))
        }
        guard let text = String(bytes: content, encoding: .utf8) else {
            throw InputError(.malformed, "the style is not UTF-8", remedy: "save it as UTF-8", at: Place(file: path))
        }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
        do {
            return try Style(yaml: text, name: name)
        } catch {
            throw error.inFile(path)
        }
    }
}
