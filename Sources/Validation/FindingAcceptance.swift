public import Diagnostics
import Formats

/// The findings that somebody has looked at and accepts as they are: a lake is not a gap.
///
/// A file with one id per line; what follows the id is the reason. Lines that begin with `#` and empty lines are
/// remarks, and a CSV with the id in its first column will do, with or without field row. The id of a release, which
/// begins with its level (`stadtteil.3f2a1b4c5d6e`), means the same finding.
///
///     3f2a1b4c5d6e Decksteiner Weiher
///     # 2026-11-20, Frau Weber
///     0a1b2c3d4e5f;Rhein
public struct FindingAcceptance: Sendable, Equatable {
    /// The ids, in the order of the file, each once.
    public let ids: [String]

    /// Accepts these ids.
    public init(ids: [String]) {
        var seen: Set<String> = []
        self.ids = ids.filter { seen.insert($0).inserted }
    }

    /// Reads the text of a file.
    public init(text: String) {
        let separators: Set<Character> = [" ", "\t", ",", ";", "\u{00A0}"]
        var ids: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var rest = line.drop { separators.contains($0) || $0 == "\u{FEFF}" }
            if rest.first == "\"" { rest = rest.dropFirst() }
            let word = rest.prefix { !separators.contains($0) && $0 != "\"" }
            if word.isEmpty || word.first == "#" || word.lowercased() == "id" { continue }
            let bare = word.lastIndex(of: ".").map { word[word.index(after: $0)...] } ?? word
            ids.append(bare.lowercased())
        }
        self.init(ids: ids)
    }

    /// Reads a file.
    ///
    /// - Throws: ``InputError`` when it cannot be read.
    public init(path: String) throws(InputError) {
        self.init(text: String(decoding: try FileBytes.read(path), as: UTF8.self))
    }

    /// Marks the findings that are accepted.
    ///
    /// An id counts first for the finding that has it; one that no finding has, for the finding that had it while
    /// another one shared its usual id, or else for a finding next to its place.
    ///
    /// - Returns: The ids that name no finding, in the order of the file.
    func mark(_ findings: inout [Finding]) -> [String] {
        guard !ids.isEmpty else { return [] }
        var open = Set(ids)
        let accepted = open
        for index in findings.indices where accepted.contains(findings[index].id) {
            findings[index].isAccepted = true
            open.remove(findings[index].id)
        }
        guard !open.isEmpty else { return [] }
        for index in findings.indices where !findings[index].isAccepted {
            let others = [FindingIdentity.preciseID(of: findings[index])]
            let near = others + FindingIdentity.neighbours(of: findings[index])
            guard let id = near.first(where: open.contains) else { continue }
            findings[index].isAccepted = true
            open.remove(id)
        }
        return ids.filter(open.contains)
    }
}
