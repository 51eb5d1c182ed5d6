import Formats
import Statistics

extension IndexResult {
    /// Explanations as CSV: one row per area, index and indicator, sorted bytewise by key; an area that is not in the
    /// index has one row with the reason.
    ///
    /// The columns: `key`; `state` (`value`, `excluded`, or why a value is missing); `index`, its name; `score`;
    /// `class` (the quantile where there are no classes); `limit`, the nearest; `distance`, limit − score;
    /// `class_beyond`; `p_other_class`, the chance of another class by Poisson error; `indicator`; `value`;
    /// `standardised`; `contribution`; `needed`, the change of the value alone that brings the area beyond the limit;
    /// `class_one_more` and `class_one_fewer`, with one case more or fewer; `class_without`, without the indicator.
    ///
    /// - Parameter explanations: What ``explanations(cases:draws:seed:)`` gave.
    public func table(of explanations: [IndexExplanation], german: Bool = false) -> [UInt8] {
        var table = TableWriter(
            header: [
                "key", "state", "index", "score", "class", "limit", "distance", "class_beyond", "p_other_class",
                "indicator", "value", "standardised", "contribution", "needed", "class_one_more", "class_one_fewer",
                "class_without",
            ], german: german)
        var byArea = [[IndexExplanation]](repeating: [], count: keys.count)
        for explanation in explanations { byArea[explanation.area].append(explanation) }
        for area in TableWriter.byteOrder(of: keys) {
            if memberships[area] != .included {
                let reason: [TableCell] = [.text(keys[area]), .text(memberships[area].name)]
                table.write(reason + [TableCell](repeating: .empty, count: 15))
            }
            for explanation in byArea[area] {
                for row in rows(explanation) { table.write(row) }
            }
        }
        return table.bytes
    }

    private func rows(_ explanation: IndexExplanation) -> [[TableCell]] {
        let definition = recipe.indices[explanation.index]
        let label = { (group: Int?) -> TableCell in group.map { .text(definition.groupLabel($0)) } ?? .empty }
        let shared: [TableCell] = [
            .text(keys[explanation.area]), .text(IndexMembership.included.name), .text(definition.name),
            .number(explanation.score), label(explanation.group), .number(explanation.limit),
            .number(explanation.distance), label(explanation.beyond), .number(explanation.chanceOfOther),
        ]
        return zip(definition.indicators, explanation.parts).map { indicator, part in
            shared + [
                .text(indicator.name), .number(part.value), .number(part.standardised), .number(part.contribution),
                .number(part.needed), label(part.withOneMore), label(part.withOneFewer), label(part.without),
            ]
        }
    }
}

extension IndexMembership {
    /// The word for it in tables: `value`, `excluded`, or the state of the missing value.
    public var name: String { self == .excluded ? "excluded" : state.name }
}
