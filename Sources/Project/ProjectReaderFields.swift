import Diagnostics

/// The values of a mapping whose keys are known beforehand.
struct ProjectReaderFields {
    /// The mapping itself.
    let node: ProjectReaderNode
    private let values: [String: ProjectReaderNode]

    /// Reads a mapping that has no keys but the known ones.
    init(_ node: ProjectReaderNode, known: [String]) throws(InputError) {
        self.node = node
        var values: [String: ProjectReaderNode] = [:]
        for (key, value) in try node.entries(example: "{ \(known.first ?? ""): … }") {
            guard known.contains(key) else {
                // In { title: Kinder, Jugend } the second half of the title has become a key.
                let isLeftover = value.isEmpty && key.contains { !$0.isASCII || $0.isUppercase || $0.isWhitespace }
                throw isLeftover
                    ? value.error("'\(key)' is not a key here", remedy: "put text that contains a comma in quotes")
                    : value.unknown(key, "is not a key here", known: known)
            }
            values[key] = value
        }
        self.values = values
    }

    /// The value of a key, where the key is there.
    subscript(_ key: String) -> ProjectReaderNode? { values[key] }

    /// The value of a key that must be there.
    func required(_ key: String, example: String) throws(InputError) -> ProjectReaderNode {
        guard let value = values[key] else {
            throw node.error("the key '\(key)' is missing", remedy: "add it, such as '\(key): \(example)'")
        }
        return value
    }

    /// One line of text that must be there.
    func text(_ key: String, example: String) throws(InputError) -> String {
        try required(key, example: example).text()
    }

    /// One line of text; empty where the key is absent.
    func text(_ key: String) throws(InputError) -> String {
        guard let value = values[key] else { return "" }
        return try value.anyText()
    }

    /// The name of a column that must be there.
    func column(_ key: String, example: String) throws(InputError) -> String {
        try required(key, example: example).verbatim()
    }

    /// The name of a column, where the key is there.
    func column(_ key: String) throws(InputError) -> String? { try values[key]?.verbatim() }

    /// Several texts; none where the key is absent.
    func columns(_ key: String) throws(InputError) -> [String] { try values[key]?.verbatims() ?? [] }

    /// A reference system, where the key is there.
    func referenceSystem(_ key: String) throws(InputError) -> Int? { try values[key]?.referenceSystem() }
}
