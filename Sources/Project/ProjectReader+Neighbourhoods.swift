import Association
import Diagnostics
import Weights

extension ProjectReader {
    /// The id of a variable behind a key.
    func variable(_ key: String, _ fields: ProjectReaderFields, _ known: Known) throws(InputError) -> String {
        try reference(
            fields.required(key, example: known.variables.first?.id ?? "residents"), "is no variable",
            known: known.variables.map(\.id))
    }

    /// A part and the population that it is counted in; not the other way round.
    func part(
        _ key: String, _ fields: ProjectReaderFields, _ known: Known
    ) throws(InputError) -> (part: String, population: String) {
        let (part, population) = (try variable(key, fields, known), try variable("population", fields, known))
        let parent = known.variables.first { $0.id == population }?.partOf
        guard part != population, parent != part else {
            throw fields.node.error(
                part == population
                    ? "'\(part)' is \(key) and population" : "'\(population)' is a part of '\(part)', not the reverse",
                remedy: "name the smaller count with '\(key)' and the larger with 'population'")
        }
        return (part, population)
    }

    /// The id of an indicator behind a key.
    func indicator(_ key: String, _ fields: ProjectReaderFields, _ known: Known) throws(InputError) -> String {
        try reference(
            fields.required(key, example: known.indicators.first?.id ?? "rate"), "is no indicator",
            known: known.indicators.map(\.id))
    }

    /// The indicators of a list.
    func indicators(
        _ key: String, _ fields: ProjectReaderFields, _ known: Known
    ) throws(InputError) -> [String] {
        var ids: [String] = []
        let example = "[\(known.indicators.first?.id ?? "rate")]"
        for node in try fields.required(key, example: example).items(example: example) {
            let id = try reference(node, "is no indicator", known: known.indicators.map(\.id))
            guard !ids.contains(id) else { throw node.error("'\(id)' occurs twice", remedy: "name it once") }
            ids.append(id)
        }
        return ids
    }

    /// Who is whose neighbour; queen contiguity with standardised rows unless said otherwise.
    func neighbourhood(_ fields: ProjectReaderFields) throws(InputError) -> ProjectFile.Neighbourhood {
        var kind = "queen"
        if let node = fields["weights"] {
            kind = try node.text()
            switch NeighbourKind(kind) {
            case nil: throw node.error("'\(kind)' is no kind of neighbours", remedy: "write \(NeighbourKind.forms)")
            case .block: throw node.error("'\(kind)' needs a field, which a level has not", remedy: "take another kind")
            case .some: break
            }
        }
        var style = "row"
        if let node = fields["weights_style"] {
            style = try node.text()
            guard ["row", "binary"].contains(style) else {
                throw node.unknown(style, "is no style of weights", known: ["row", "binary"])
            }
        }
        return ProjectFile.Neighbourhood(kind: kind, style: style, barriers: try barriers(fields))
    }

    /// What keeps neighbours apart.
    func barriers(_ fields: ProjectReaderFields) throws(InputError) -> ProjectFile.BarrierFiles? {
        guard let lines = fields["barriers"] else {
            if let node = fields["gates"] ?? fields["gate_width"] {
                throw node.error("there are gates, and no barriers", remedy: "name the lines with 'barriers:'")
            }
            return nil
        }
        var gates: String?
        if let node = fields["gates"] { gates = try path(node) }
        return ProjectFile.BarrierFiles(
            lines: try path(lines), gates: gates,
            gateWidth: Double(try fields["gate_width"]?.whole(in: 1...10_000) ?? 25))
    }

    /// The permutation test: 9,999 draws and Benjamini–Hochberg at 0.05 unless said otherwise.
    func test(_ fields: ProjectReaderFields) throws(InputError) -> ProjectFile.Test {
        var adjustment = MultipleTesting.benjaminiHochberg
        if let node = fields["adjust"] {
            let names = ["none": MultipleTesting.none, "fdr": .benjaminiHochberg, "bonferroni": .bonferroni]
            let text = try node.text()
            guard let named = names[text] else {
                throw node.unknown(text, "is no adjustment", known: ["none", "fdr", "bonferroni"])
            }
            adjustment = named
        }
        return ProjectFile.Test(
            permutations: try fields["permutations"]?.whole(in: 99...9_999_999) ?? 9_999,
            seed: UInt64(try fields["seed"]?.whole(in: 0...Int.max) ?? 1),
            significance: try fields["significance"]?.share() ?? 0.05, adjustment: adjustment)
    }
}
