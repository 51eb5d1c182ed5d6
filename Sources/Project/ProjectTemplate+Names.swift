extension ProjectTemplate {
    /// A title made of a folder's name.
    ///
    ///     ProjectTemplate.title(ofFolder: "projekte/sozialatlas_lindenau/")  // "Sozialatlas Lindenau"
    public static func title(ofFolder folder: String) -> String {
        let name = folder.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "Kleinraum"
        return name.split { $0 == "_" || $0 == "-" || $0.isWhitespace }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    /// A file's path as seen from a folder; an absolute path stays as it is.
    ///
    /// `file` and `folder` are relative to `directory`, the absolute path of the directory the process works in.
    ///
    ///     ProjectTemplate.path(of: "data/areas.geojson", from: "essen", in: "/home/me")  // "../data/areas.geojson"
    public static func path(of file: String, from folder: String, in directory: String) -> String {
        guard !file.hasPrefix("/") else { return file }
        let start = steps(folder, in: directory)
        let end = steps(file, in: directory)
        var shared = 0
        while shared < min(start.count, end.count - 1), start[shared] == end[shared] { shared += 1 }
        let up = [Substring](repeating: "..", count: start.count - shared)
        return (up + end[shared...]).joined(separator: "/")
    }

    /// Ids for columns, in their order: letters folded to ASCII, everything else `_`, each once, none of `taken`.
    ///
    ///     ProjectTemplate.ids(for: ["Einwohner", "über 65", "Über-65", "2019"], taken: [])
    ///     // ["einwohner", "ueber_65", "ueber_65_2", "n2019"]
    public static func ids(for columns: [String], taken: [String] = []) -> [String] {
        var used = Set(taken)
        return columns.map { column in
            let stem = id(of: column)
            var id = stem
            var number = 2
            while !used.insert(id).inserted {
                id = "\(stem)_\(number)"
                number += 1
            }
            return id
        }
    }

    /// An absolute path's steps, with `.` and `..` gone.
    private static func steps(_ path: String, in directory: String) -> [Substring] {
        var steps: [Substring] = []
        for step in (path.hasPrefix("/") ? path : "\(directory)/\(path)").split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps
    }

    private static func id(of column: String) -> String {
        var id = ""
        for character in column.lowercased() {
            if let folded = folding[character] {
                id += folded
            } else if character.isASCII, character.isLetter || character.isNumber {
                id.append(character)
            } else if !id.isEmpty, !id.hasSuffix("_") {
                id += "_"
            }
        }
        while id.hasSuffix("_") { id.removeLast() }
        guard let first = id.first else { return "spalte" }
        return first.isLetter ? id : "n" + id
    }

    /// The letters of Latin-1 beyond ASCII: German ones as German writes them without umlauts, others bare.
    private static let folding: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "à": "a", "á": "a", "â": "a",
        "ã": "a", "å": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i",
        "ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ù": "u", "ú": "u", "û": "u", "ý": "y", "ÿ": "y",
    ]
}
