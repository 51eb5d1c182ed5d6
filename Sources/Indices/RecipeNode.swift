import Diagnostics
import Yams

/// A node of a recipe with the way to it, so that every complaint can say where.
struct RecipeNode {
    private let node: Node
    /// The line, from 1.
    private let line: Int
    /// The members that lead here, e.g. `indices[1].indicators[2].weight`.
    private let path: String

    /// Reads YAML into a tree whose scalars all stay text: a label `1` is a text like `+/-`.
    init(yaml: String) throws(InputError) {
        let node: Node?
        do {
            node = try compose(yaml: yaml, .basic, .default, .utf8)
        } catch {
            throw RecipeNode.complaint(error)
        }
        guard let node else {
            throw InputError(.malformed, "the recipe is empty", remedy: "write at least 'name:' and 'indices:'")
        }
        self.init(node: node, line: node.mark?.line ?? 1, path: "")
    }

    private init(node: Node, line: Int, path: String) {
        self.node = node
        self.line = line
        self.path = path
    }

    /// A complaint about this node.
    func error(_ message: String, remedy: String) -> InputError {
        InputError(.malformed, message, remedy: remedy, at: Place(row: line, field: path))
    }

    /// The members of a mapping, each of a known name.
    func members(_ known: [String], of whole: String) throws(InputError) -> RecipeMembers {
        guard case .mapping(let mapping) = node else {
            throw error(
                "\(whole) is a list of 'name: value' lines, not \(shown)", remedy: "write for example 'name: x'")
        }
        var members: [String: RecipeNode] = [:]
        for (key, value) in mapping {
            let at = key.mark?.line ?? line
            guard let name = key.scalar?.string, known.contains(name) else {
                throw InputError(
                    .unknownName, "\(whole) has no '\(key.scalar?.string ?? "list")'",
                    remedy: "known are \(known.joined(separator: ", "))", at: Place(row: at, field: path))
            }
            members[name] = RecipeNode(node: value, line: at, path: path.isEmpty ? name : "\(path).\(name)")
        }
        return RecipeMembers(whole: self, name: whole, members: members)
    }

    /// Whether it is a mapping, and not one value.
    var isMapping: Bool { node.mapping != nil }

    /// The items of a list that is not empty.
    func items() throws(InputError) -> [RecipeNode] {
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            throw error("a list is needed, not \(shown)", remedy: "write '- ' before each item, or [one, other]")
        }
        return sequence.enumerated().map { index, item in
            RecipeNode(node: item, line: item.mark?.line ?? line, path: "\(path)[\(index + 1)]")
        }
    }

    /// Text that is not empty.
    func text() throws(InputError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw error("one value is needed, not \(shown)", remedy: "write it behind the colon")
        }
        return scalar.string
    }

    /// What stands here, for a message.
    private var shown: String {
        switch node {
        case .scalar(let scalar):
            scalar.string.isEmpty ? "nothing" : "'\(scalar.string.prefix(60))\(scalar.string.count > 60 ? "…" : "")'"
        case .sequence(let sequence): sequence.isEmpty ? "an empty one" : "a list"
        case .mapping: "a mapping"
        case .alias: "an alias"
        }
    }

    private static func complaint(_ error: any Error) -> InputError {
        guard let fault = error as? YamlError else {
            return InputError(.malformed, "the recipe is not YAML", cause: error)
        }
        switch fault {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return InputError(
                .malformed, "the YAML breaks off at column \(mark.column): \(problem)",
                remedy: "indent alike with blanks, and put text with signs of YAML in quotes",
                at: Place(row: mark.line))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return InputError(
                .malformed, "'\(duplicates.first ?? "")' occurs twice", remedy: "keep one of the two",
                at: Place(row: context.mark.line))
        default:
            return InputError(.malformed, "the recipe is not YAML", cause: error)
        }
    }
}
