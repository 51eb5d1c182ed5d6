import Diagnostics

/// The names of a table's columns, looked up with messages that help.
struct TableHeader {
    var names: [String]
    var file: String
    /// The line of the names, from 1; 0 when they have none.
    var line: Int

    /// The only column of this name. A name that occurs twice is an error only here, when it is asked for.
    func column(_ name: String) throws(InputError) -> Int {
        let place = Place(file: file, row: line)
        let found = names.indices.filter { names[$0] == name }
        if let first = found.first {
            guard found.count == 1 else {
                let places = found.map { "\($0 + 1)" }.joined(separator: " and ")
                throw InputError(
                    .unknownName, "the column '\(name)' occurs \(found.count) times (columns \(places))",
                    remedy: "rename all but one in the file", at: place)
            }
            return first
        }
        let list = names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
        let remedy =
            nearest(name).map { "did you mean '\($0)'? The columns are: \(list)" } ?? "the columns are: \(list)"
        throw InputError(.unknownName, "there is no column '\(name)'", remedy: remedy, at: place)
    }

    /// The name that differs only in case, blanks, hyphens or underscores.
    private func nearest(_ name: String) -> String? {
        let wanted = TableHeader.folded(name)
        return names.first { TableHeader.folded($0) == wanted }
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
            .replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue").replacing("ß", with: "ss")
    }
}
