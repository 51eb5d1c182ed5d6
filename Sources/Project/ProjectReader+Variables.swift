import Diagnostics

extension ProjectReader {
    /// The variables, and where each stands in the file, for complaints that come later.
    struct Variables {
        var values: [ProjectFile.Variable] = []
        var nodes: [ProjectReaderNode] = []
    }

    /// The section `variables`.
    func variables(
        _ node: ProjectReaderNode, sources: [ProjectFile.Source]
    ) throws(InputError) -> Variables {
        let entries = try node.entries(example: "residents: { source: register, column: Einwohner, title: … }")
        let ids = entries.map(\.key)
        var variables = Variables()
        for (key, value) in entries {
            let id = try value.id(key, inFormulas: true)
            let fields = try ProjectReaderFields(value, known: ["source", "column", "title", "part_of"])
            let source = try fields.required("source", example: sources[0].id)
            let variable = ProjectFile.Variable(
                id: id, title: try fields.text("title", example: "Einwohnerinnen und Einwohner"),
                source: try reference(source, "is no source", known: sources.map(\.id)),
                column: try fields.column("column", example: "Einwohner"),
                partOf: try fields["part_of"].map { node throws(InputError) in
                    try reference(node, "is no variable", known: ids)
                })
            variables.values.append(variable)
            variables.nodes.append(fields["part_of"] ?? value)
        }
        return variables
    }

    /// The section `categories`; a part that has no whole yet gets the category's total.
    func categories(
        _ node: ProjectReaderNode?, variables: inout [ProjectFile.Variable]
    ) throws(InputError) -> [ProjectFile.Category] {
        guard let node else { return [] }
        let ids = variables.map(\.id)
        var categories: [ProjectFile.Category] = []
        for (key, value) in try node.entries(example: "age: { total: residents, parts: [under15, from15] }") {
            let fields = try ProjectReaderFields(value, known: ["total", "parts"])
            let total = try reference(fields.required("total", example: ids[0]), "is no variable", known: ids)
            let partsNode = try fields.required("parts", example: "[under15, from15]")
            var parts: [String] = []
            for item in try partsNode.items(example: "[under15, from15]") {
                let part = try reference(item, "is no variable", known: ids)
                guard !parts.contains(part) else { throw item.error("'\(part)' occurs twice", remedy: "name it once") }
                parts.append(part)
            }
            guard parts.count > 1 else {
                throw partsNode.error("a category needs two parts or more", remedy: "name all parts of '\(total)'")
            }
            categories.append(ProjectFile.Category(id: try value.id(key), total: total, parts: parts))
            for index in variables.indices where variables[index].partOf == nil && parts.contains(ids[index]) {
                variables[index].partOf = total
            }
        }
        return categories
    }

    /// Checks that nothing is a part of itself, over `part_of` and categories together.
    func checkParts(_ variables: Variables, categories: [ProjectFile.Category]) throws(InputError) {
        let ids = variables.values.map(\.id)
        var wholes: [String: [String]] = [:]
        for variable in variables.values { wholes[variable.id] = variable.partOf.map { [$0] } ?? [] }
        for category in categories {
            for part in category.parts { wholes[part, default: []].append(category.total) }
        }
        // What has only cleared wholes is cleared; what remains when a round clears nothing runs in a circle.
        var isCleared: Set<String> = []
        var before = -1
        while isCleared.count > before {
            before = isCleared.count
            for id in ids where wholes[id, default: []].allSatisfy(isCleared.contains) { isCleared.insert(id) }
        }
        guard let index = ids.firstIndex(where: { !isCleared.contains($0) }) else { return }
        throw variables.nodes[index].error(
            "'\(ids[index])' is a part of itself through \(wholes[ids[index], default: []].joined(separator: ", "))",
            remedy: "let part_of and categories lead from the part to the whole only")
    }

    /// A value that is the id of something known.
    func reference(
        _ node: ProjectReaderNode, _ complaint: String, known: [String]
    ) throws(InputError) -> String {
        let id = try node.text()
        guard known.contains(id) else { throw node.unknown(id, complaint, known: known) }
        return id
    }
}
