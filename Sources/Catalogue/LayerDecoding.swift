import Diagnostics
import Statistics

/// Puts the layers of a release file together from the rows of the tables that they are spread over.
struct LayerDecoding {
    let levels: [ReleasedLevel]
    let layers: [ReleaseRow]

    /// The layers, in the order of their numbers.
    ///
    /// - Throws: ``InputError`` where a row points to nothing or is no row of its table.
    func layers(
        categories: [ReleaseRow], details: [ReleaseRow], values: [ReleaseRow], detailValues: [ReleaseRow]
    ) throws(InputError) -> [ReleasedLayer] {
        let kinds = try grouped(categories) { (row) throws(InputError) in
            ReleasedCategory(
                id: try row.text(), german: try row.text(), english: try row.text(), colour: try row.text())
        }
        let numbers = try grouped(details) { (row) throws(InputError) in
            ReleasedDetail(
                id: try row.text(), german: try row.text(), english: try row.text(), decimals: try row.number())
        }
        let columns = try grouped(detailValues) { (row) throws(InputError) in
            (date: try row.text(), column: try LayerDecoding.column(of: &row))
        }
        let dates = try grouped(values) { (row) throws(InputError) in
            let (date, source) = (try row.text(), try row.text())
            let column = try LayerDecoding.column(of: &row)
            return ReleasedValues(
                date: date, source: source, values: column.values, states: column.states,
                categories: try row.integers())
        }
        var released: [ReleasedLayer] = []
        for var row in layers {
            let number = try row.number()
            let level = try row.number()
            guard number == released.count, levels.indices.contains(level) else {
                throw row.fault("layer \(number) is out of order or has no level")
            }
            let indicators = dates[number].map { values in
                ReleasedValues(
                    date: values.date, source: values.source, values: values.values, states: values.states,
                    categories: values.categories,
                    details: columns[number].filter { $0.date == values.date }.map(\.column))
            }
            released.append(
                ReleasedLayer(
                    id: try row.text(), division: levels[level].division, level: levels[level].level,
                    indicator: ReleasedIndicator(
                        id: try row.text(), title: try row.text(), unit: try row.text(), formula: try row.text(),
                        description: try row.text(), decimals: try row.number(), isCount: try row.number() != 0,
                        style: try row.text()),
                    kind: try row.text(), categories: kinds[number], details: numbers[number], dates: indicators))
        }
        return released
    }

    /// Rows whose first cell is the number of a layer, by that number.
    private func grouped<Member>(
        _ rows: [ReleaseRow], read: (inout ReleaseRow) throws(InputError) -> Member
    ) throws(InputError) -> [[Member]] {
        var groups = [[Member]](repeating: [], count: layers.count)
        for var row in rows {
            let layer = try row.number()
            guard groups.indices.contains(layer) else { throw row.fault("there is no layer \(layer)") }
            groups[layer].append(try read(&row))
        }
        return groups
    }

    private static func column(of row: inout ReleaseRow) throws(InputError) -> ReleasedValues.Column {
        let (numbers, states) = (try row.numbers(), try row.states())
        guard numbers.count == states.count else { throw row.fault("values and states differ in length") }
        return ReleasedValues.Column(values: numbers, states: states)
    }
}
