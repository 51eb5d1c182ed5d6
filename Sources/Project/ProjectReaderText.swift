import Diagnostics

/// The bytes of a project file as text.
enum ProjectReaderText {
    /// Reads UTF-8, with or without a byte order mark.
    static func text(of bytes: [UInt8], file: String) throws(InputError) -> String {
        guard bytes.count <= ProjectFile.largest else {
            throw InputError(
                .project, "a project file of \(bytes.count) bytes is too large",
                remedy: "use at most \(ProjectFile.largest)", at: Place(file: file))
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }
        let line = firstForeignLine(in: content)
        throw InputError(
            .project, "this line is not UTF-8", remedy: "save the file as UTF-8 in your editor",
            at: Place(file: file, row: line))
    }

    private static func firstForeignLine(in bytes: ArraySlice<UInt8>) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let foreign = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (foreign ?? 0) + 1
    }
}
