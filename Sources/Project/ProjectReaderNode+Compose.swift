import Diagnostics
import Yams

extension ProjectReaderNode {
    /// Reads YAML into a tree whose scalars all stay text: `2021`, `2023-12-31` and `no` are what they look like.
    static func root(of text: String, file: String) throws(InputError) -> ProjectReaderNode {
        let node: Node?
        do {
            // The basic resolver gives no scalar a type, so that also the keys 07 and "07" are the same.
            node = try compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw complaint(error, file: file)
        }
        guard let node else {
            throw InputError(
                .project, "the file is empty", remedy: "write one with 'kleinraum new'", at: Place(file: file))
        }
        return ProjectReaderNode(node: node, file: file, line: node.mark?.line ?? 1, path: "")
    }

    private static func complaint(_ error: any Error, file: String) -> InputError {
        guard let fault = error as? YamlError else {
            return InputError(.project, "the file is not YAML", at: Place(file: file), cause: error)
        }
        switch fault {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return InputError(
                .project, "the YAML breaks off at column \(mark.column): \(problem)", remedy: remedy(for: problem),
                at: Place(file: file, row: mark.line))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return InputError(
                .project, "the key '\(duplicates.first ?? "")' occurs twice", remedy: "keep one of the two",
                at: Place(file: file, row: context.mark.line))
        case .reader(let problem, _, _, _):
            return InputError(
                .project, "the file holds a character that YAML does not allow: \(problem)",
                remedy: "take control characters out", at: Place(file: file))
        default:
            return InputError(.project, "the file is not YAML", at: Place(file: file), cause: error)
        }
    }

    /// What to do about the faults that people make, by libyaml's words for them.
    private static func remedy(for problem: String) -> String {
        switch problem {
        case "found character that cannot start any token":
            "indent with blanks, not with tabs, and put text that starts with % @ or ` in quotes"
        case "mapping values are not allowed in this context":
            "put text that contains ': ' in quotes, and indent keys of one mapping alike"
        case "found undefined alias": "put text that starts with * in quotes"
        case let tab where tab.contains("tab character"): "indent with blanks, not with tabs"
        case "but found another document": "take the line '---' out"
        case let other where other.contains("flow"): "close { with } and [ with ], with commas in between"
        case let other where other.contains("quoted"): "close the quotation mark"
        default: "indent keys of one mapping alike, and put text with signs of YAML in quotes"
        }
    }
}
