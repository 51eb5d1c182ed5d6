import Diagnostics

extension IndexDefinition {
    /// Reads one of the indices of a recipe.
    init(_ node: RecipeNode) throws(InputError) {
        let members = try node.members(
            ["name", "title", "indicators", "standardisation", "second", "classes", "quantiles"], of: "an index")
        let name = try members.required("name").name()
        var indicators: [IndexIndicator] = []
        for item in try members.required("indicators").items() {
            let indicator = try IndexIndicator(item)
            guard !indicators.contains(where: { $0.name == indicator.name }) else {
                throw item.error("there are two indicators '\(indicator.name)'", remedy: "name each once")
            }
            indicators.append(indicator)
        }
        self.name = name
        self.indicators = indicators
        title = try members["title"]?.title() ?? IndexTitle(german: name, english: name)
        standardisation = try IndexStandardisation(try members.required("standardisation"))
        second = try members["second"].map { node throws(InputError) in try IndexStandardisation(node) }
        classes = try members["classes"].map { node throws(InputError) in try IndexClass.list(node) } ?? []
        quantiles = try members["quantiles"]?.whole(in: 2...1000)
    }
}

extension IndexIndicator {
    /// Reads an indicator.
    init(_ node: RecipeNode) throws(InputError) {
        let members = try node.members(
            ["name", "title", "polarity", "weight", "column", "change", "per"], of: "an indicator")
        let name = try members.required("name").name()
        self.name = name
        title = try members["title"]?.title() ?? IndexTitle(german: name, english: name)
        polarity = try members["polarity"]?.choice() ?? .burden
        weight = try members["weight"]?.positive() ?? 1
        per = try members["per"]?.positive() ?? 100
        guard let change = members["change"] else {
            source = .column(try members["column"]?.name() ?? name)
            return
        }
        guard members["column"] == nil else {
            throw change.error("an indicator has a column or a change, not both", remedy: "take one of them away")
        }
        let years = try change.members(["from", "to"], of: "a change")
        source = .change(from: try years.required("from").name(), to: try years.required("to").name())
    }
}

extension IndexStandardisation {
    /// Reads a method, with or without details.
    init(_ node: RecipeNode) throws(InputError) {
        let members = node.isMapping ? try node.members(["method", "divisor", "ties"], of: "a standardisation") : nil
        let method = try members?.required("method") ?? node
        let name = try method.text()
        let (divisor, ties) = (members?["divisor"], members?["ties"])
        guard
            let standardisation = IndexStandardisation(
                name: name, divisor: try divisor?.choice(), ties: try ties?.choice())
        else {
            let known = IndexStandardisation.names.joined(separator: ", ")
            throw method.error("'\(name)' is no standardisation", remedy: "write one of \(known)")
        }
        if let divisor, name != "z" {
            throw divisor.error("'\(name)' has no divisor", remedy: "take it away, or write 'method: z'")
        }
        if let ties, name == "z" || name == "min-max" {
            throw ties.error("'\(name)' has no ties", remedy: "take it away, or write 'method: rank'")
        }
        self = standardisation
    }
}

extension IndexClass {
    /// Reads the classes of an index: limits rise, and the last class has none.
    static func list(_ node: RecipeNode) throws(InputError) -> [IndexClass] {
        let items = try node.items()
        var classes: [IndexClass] = []
        for (place, item) in items.enumerated() {
            let next = try IndexClass(item, isLast: place == items.count - 1)
            guard !classes.contains(where: { $0.label == next.label }) else {
                throw item.error("there are two classes '\(next.label)'", remedy: "give each its own label")
            }
            if let limit = next.limit, let before = classes.last?.limit, limit.value <= before.value {
                throw item.error(
                    "the limit \(limit.value) is not above \(before.value), that of the class before",
                    remedy: "list classes from low to high")
            }
            classes.append(next)
        }
        return classes
    }

    private init(_ node: RecipeNode, isLast: Bool) throws(InputError) {
        let members = try node.members(["label", "title", "below", "through"], of: "a class")
        let label = try members.required("label").text()
        self.label = label
        title = try members["title"]?.title() ?? IndexTitle(german: label, english: label)
        switch (members["below"], members["through"], isLast) {
        case (let below?, nil, false): limit = .below(try below.number())
        case (nil, let through?, false): limit = .through(try through.number())
        case (nil, nil, true): limit = nil
        case (_, _, true):
            throw node.error("the last class has a limit", remedy: "take it away: all higher values are in this class")
        default:
            throw node.error(
                "the class '\(label)' needs one upper limit",
                remedy: "write 'below: 1' where 1 belongs to the next class, 'through: 1' where it belongs to this one")
        }
    }
}
