import Diagnostics

extension ProjectReader {
    /// The section `divisions`.
    func divisions(_ node: ProjectReaderNode) throws(InputError) -> [ProjectFile.Division] {
        var divisions: [ProjectFile.Division] = []
        for (key, value) in try node.entries(example: "gliederung: { title: …, version: 2021, levels: … }") {
            let fields = try ProjectReaderFields(
                value, known: ["title", "version", "source", "levels", "findings", "accepted"])
            let findings: ProjectFile.Findings = try fields["findings"]?.choice() ?? .none
            if let accepted = fields["accepted"], findings == .none {
                throw accepted.error("'accepted' belongs to 'findings'", remedy: "add 'findings: publish'")
            }
            divisions.append(
                ProjectFile.Division(
                    id: try value.id(key), title: try fields.text("title", example: "Statistische Gliederung"),
                    version: try fields.text("version", example: "2021"), source: try fields.text("source"),
                    levels: try levels(fields.required("levels", example: "[{ id: bezirk, … }]")),
                    findings: findings,
                    accepted: try fields["accepted"].map { node throws(InputError) in try path(node) }))
        }
        return divisions
    }

    private func levels(_ node: ProjectReaderNode) throws(InputError) -> [ProjectFile.Level] {
        let items = try node.items(example: "- { id: bezirk, title: Bezirke, boundaries: bezirke.geojson, key: NR }")
        var entries: [(id: String, fields: ProjectReaderFields)] = []
        for item in items {
            let fields = try ProjectReaderFields(
                item, known: ["id", "title", "boundaries", "key", "crs", "dissolve", "by", "name", "parent"])
            let idNode = try fields.required("id", example: "bezirk")
            let id = try idNode.id()
            guard !entries.contains(where: { $0.id == id }) else {
                throw idNode.error("the level '\(id)' occurs twice", remedy: "give each level an id of its own")
            }
            entries.append((id, fields))
        }
        let ids = entries.map(\.id)
        let drawn = entries.filter { $0.fields["boundaries"] != nil }.map(\.id)
        var levels: [ProjectFile.Level] = []
        for (id, fields) in entries {
            let others = ids.filter { $0 != id }
            levels.append(
                ProjectFile.Level(
                    id: id, title: try fields.text("title", example: "Stadtbezirke"),
                    origin: try origin(fields, drawn: drawn), name: try fields.column("name"),
                    parent: try fields["parent"].map { node throws(InputError) in try parent(node, others: others) }))
        }
        try checkParents(levels, entries.map(\.fields))
        return levels
    }

    private func origin(_ fields: ProjectReaderFields, drawn: [String]) throws(InputError) -> ProjectFile.Origin {
        switch (fields["boundaries"], fields["dissolve"]) {
        case (let boundaries?, nil):
            if let by = fields["by"] {
                throw by.error("'by' belongs to 'dissolve'", remedy: "take it away; 'key' names the areas' key")
            }
            return .boundaries(
                path: try path(boundaries), key: try fields.column("key", example: "NR"),
                referenceSystem: try fields.referenceSystem("crs"))
        case (nil, let dissolve?):
            for name in ["key", "crs"] {
                if let node = fields[name] {
                    throw node.error("'\(name)' belongs to 'boundaries'", remedy: "take it away")
                }
            }
            if let parent = fields["parent"] {
                throw parent.error(
                    "a dissolved level has no fields of its own", remedy: "take 'parent' away, or give it boundaries")
            }
            let level = try reference(dissolve, "is no level with boundaries in this division", known: drawn)
            return .dissolved(level: level, by: try fields.column("by", example: "BEZIRK"))
        case (nil, nil):
            throw fields.node.error(
                "the level has no areas", remedy: "add 'boundaries: FILE' with 'key', or 'dissolve: LEVEL' with 'by'")
        case (_, let dissolve?):
            throw dissolve.error(
                "the level has both 'boundaries' and 'dissolve'", remedy: "keep one of the two")
        }
    }

    private func parent(_ node: ProjectReaderNode, others: [String]) throws(InputError) -> ProjectFile.Parent {
        let fields = try ProjectReaderFields(node, known: ["level", "field"])
        let level = try fields.required("level", example: others.first ?? "bezirk")
        return ProjectFile.Parent(
            level: try reference(level, "is no other level of this division", known: others),
            field: try fields.column("field", example: "BEZIRK"))
    }

    private func checkParents(
        _ levels: [ProjectFile.Level], _ fields: [ProjectReaderFields]
    ) throws(InputError) {
        for (index, level) in levels.enumerated() {
            var above = level.parent?.level
            for _ in levels {
                above = levels.first { $0.id == above }?.parent?.level
            }
            // Whoever climbs as often as there are levels and has not arrived runs in a circle.
            guard above != nil else { continue }
            throw (fields[index]["parent"] ?? fields[index].node).error(
                "the parents of '\(level.id)' run in a circle", remedy: "let 'parent' name the coarser level")
        }
    }
}
