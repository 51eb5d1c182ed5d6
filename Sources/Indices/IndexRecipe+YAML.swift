public import Diagnostics
import Formats

extension IndexRecipe {
    /// Reads a recipe from YAML; ``IndexRecipe`` has an example and all that it may hold.
    ///
    /// - Throws: `InputError` with the line, the member, the value and the remedy; the file is the caller's to add.
    public init(yaml: String) throws(InputError) {
        let members = try RecipeNode(yaml: yaml).members(
            ["name", "title", "source", "indices", "matrix", "exclude", "missing", "areas", "output"], of: "a recipe")
        let name = try members.required("name").name()
        var indices: [IndexDefinition] = []
        for node in try members.required("indices").items() {
            let definition = try IndexDefinition(node)
            guard !indices.contains(where: { $0.name == definition.name }) else {
                throw node.error("there are two indices '\(definition.name)'", remedy: "give each its own name")
            }
            let names = indices.flatMap(\.indicators).map(\.name)
            if let twice = definition.indicators.first(where: { names.contains($0.name) }) {
                throw node.error(
                    "the indicator '\(twice.name)' is in another index already",
                    remedy: "give it another name here, and the column with 'column: \(twice.name)'")
            }
            indices.append(definition)
        }
        self.name = name
        self.indices = indices
        title = try members["title"]?.title() ?? IndexTitle(german: name, english: name)
        source = try members["source"]?.text() ?? ""
        matrix = try members["matrix"].map { node throws(InputError) in try IndexRecipe.matrix(node, of: indices) }
        excluded = try members["exclude"]?.texts() ?? []
        missing = try members["missing"]?.texts() ?? []
        areas = try members["areas"]?.whole(in: 1...100_000_000)
        detail = try members["output"]?.choice() ?? .steps
    }

    /// Reads a recipe file.
    ///
    /// - Throws: `InputError` with file, line, value and remedy.
    public init(path: String) throws(InputError) {
        let bytes = try FileBytes.read(path)
        if bytes.count > 1_000_000 {
            throw InputError(
                .malformed, "the file has \(bytes.count) bytes, and a recipe has some thousand",
                remedy: "check which file it is", at: Place(file: path))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputError(.malformed, "the recipe is not UTF-8", remedy: "save it as UTF-8", at: Place(file: path))
        }
        do {
            try self.init(yaml: text)
        } catch {
            throw error.inFile(path)
        }
    }

    private static func matrix(_ node: RecipeNode, of indices: [IndexDefinition]) throws(InputError) -> Matrix {
        let items = try node.items()
        guard items.count == 2 else {
            throw node.error("a matrix combines two indices", remedy: "write for example [status, dynamics]")
        }
        var places: [Int] = []
        for item in items {
            let name = try item.text()
            guard let place = indices.firstIndex(where: { $0.name == name }), !places.contains(place) else {
                throw item.error(
                    "'\(name)' is not one of two indices of the recipe",
                    remedy: "there are \(indices.map(\.name).joined(separator: ", "))")
            }
            guard !indices[place].classes.isEmpty else {
                throw item.error("the index '\(name)' has no classes to combine", remedy: "give it classes")
            }
            places.append(place)
        }
        return Matrix(rows: places[0], columns: places[1])
    }
}
