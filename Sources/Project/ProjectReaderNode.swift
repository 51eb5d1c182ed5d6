import Diagnostics
import Disclosure
import Yams

/// A node of the file's tree together with the way to it, so that every complaint can say where.
struct ProjectReaderNode {
    let node: Node
    let file: String
    /// The line of the key, or of the list's item, from 1.
    let line: Int
    /// The keys that lead here, e.g. `sources.register.files[2].date`.
    let path: String

    /// A complaint about this node.
    func error(_ message: String, remedy: String) -> InputError {
        InputError(.project, message, remedy: remedy, at: Place(file: file, row: line, field: path))
    }

    /// A complaint about a value of this node that is none of the known ones.
    func unknown(_ name: String, _ what: String, known: [String]) -> InputError {
        error("'\(name)' \(what)", remedy: ProjectReaderNode.remedy(for: name, known: known))
    }

    /// Whether nothing stands behind the key.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return scalar.string.isEmpty || scalar.string == "~"
    }

    /// The entries of a mapping whose keys are ids, in the file's order.
    func entries(example: String) throws(InputError) -> [(key: String, value: ProjectReaderNode)] {
        guard case .mapping(let mapping) = node, !mapping.isEmpty else {
            throw error("\(shown) is no mapping of keys to values", remedy: "write it as in '\(example)'")
        }
        var entries: [(key: String, value: ProjectReaderNode)] = []
        for pair in mapping {
            guard case .scalar(let key) = pair.key else {
                throw error("a list or mapping stands where a key is needed", remedy: "write it as in '\(example)'")
            }
            let way = path.isEmpty ? key.string : "\(path).\(key.string)"
            let value = ProjectReaderNode(node: pair.value, file: file, line: key.mark?.line ?? line, path: way)
            entries.append((key.string, value))
        }
        return entries
    }

    /// The items of a list that is not empty.
    func items(example: String) throws(InputError) -> [ProjectReaderNode] {
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            throw error("\(shown) is no list", remedy: "write it as in '\(example)'")
        }
        return sequence.enumerated().map { index, item in
            ProjectReaderNode(node: item, file: file, line: item.mark?.line ?? line, path: "\(path)[\(index + 1)]")
        }
    }

    /// What stands here, for a message.
    var shown: String {
        switch node {
        case .scalar(let scalar): isEmpty ? "nothing" : "'\(scalar.string)'"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .alias: "an alias"
        }
    }

    static func remedy(for name: String, known: [String]) -> String {
        if let nearest = Formula.nearestName(to: name, among: known) { return "did you mean '\(nearest)'?" }
        return known.isEmpty ? "none are known" : "known are \(known.prefix(30).joined(separator: ", "))"
    }
}
