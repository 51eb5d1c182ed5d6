import Association
import Diagnostics
import Formats
import Statistics
import Weights

/// The local half of `kleinraum statistic`: a table with a row for each area.
extension StatisticCommand {
    /// The table; with corrected p-values in one more column where a correction was asked for.
    func local(_ sample: StatisticSample, of read: KeyedTable) throws(InputError) -> [UInt8] {
        let (association, familyWise) = try compute(sample, of: read)
        let adjusted = familyWise ?? association.pValues(adjusted: multipleTesting)
        let classes = association.classes(level: significance, pValues: adjusted)
        var rows = sample.states.map { state -> [TableCell] in
            Array(repeating: .empty, count: 10) + [.text(state == .value ? "" : StatisticSample.name(of: state))]
        }
        for (place, row) in sample.rows.enumerated() {
            let area = association.areas[place]
            rows[row] = [
                .number(area.value), .number(area.lag), .number(area.statistic), .number(area.expected),
                .number(area.variance), .number(area.z), .number(area.p), .number(area.tails?.greater),
                .number(area.tails?.less), area.tails?.ties.map { .integer($0) } ?? .empty,
                .text(classes[place].rawValue),
            ]
        }
        var header = [
            "key", "value", "lag", "statistic", "expected", "variance", "z", "p", "p_greater", "p_less", "ties",
            "class",
        ]
        if adjust != .none {
            header.append("p_adjusted")
            for row in rows.indices { rows[row].append(.empty) }
            for (place, row) in sample.rows.enumerated() { rows[row][11] = .number(adjusted[place]) }
        }
        var writer = TableWriter(header: header, german: german)
        for row in TableWriter.byteOrder(of: sample.keys) { writer.write([.text(sample.keys[row])] + rows[row]) }
        report(association, areas: sample.rows.count)
        return writer.bytes
    }

    private var multipleTesting: MultipleTesting {
        switch adjust {
        case .fdr: .benjaminiHochberg
        case .bonferroni: .bonferroni
        case .none, .maximumT: .none
        }
    }

    /// The statistic of each area, and its family-wise p-value where that was asked for.
    private func compute(
        _ sample: StatisticSample, of read: KeyedTable
    ) throws(InputError) -> (LocalAssociation, [Double?]?) {
        let test = ConditionalPermutation(permutations: permutations, seed: seed, threads: threads)
        let links = sample.links
        let columns = sample.columns
        let maximumT = try maximumT(links)
        switch name {
        case .localGeary:
            let geary = LocalGeary(weights: styled(links), divisor: chosenDivisor(.nMinusOne), test: test)
            return (geary.compute(variables: columns), maximumT.map { geary.maximumT(variables: columns, $0) })
        case .gi, .giStar:
            // Rows are standardised after the area has joined its neighbours (GeoDa), so not by the style.
            let isRow = scaling == .row
            let hot = LocalGetisOrd(
                weights: isRow ? links : styled(links), includingSelf: name == .gi ? .none : .rowMaximum,
                standardisesRows: isRow, divisor: chosenDivisor(.n), test: test)
            return (hot.compute(columns[0]), maximumT.map { hot.maximumT(columns[0], $0) })
        case .localJoinCount:
            let joins = LocalJoinCount(neighbours: links)
            let marks = try marks(sample, of: read)
            return (joins.compute(marks[0], around: marks[marks.count - 1]), nil)
        default:
            let moran = LocalMoran(weights: styled(links), divisor: chosenDivisor(.n), test: test)
            if name == .localMoranBivariate { return (moran.compute(columns[0], lagged: columns[1]), nil) }
            let values = name == .localMoranRate ? rates(columns) : columns[0]
            return (moran.compute(values), maximumT.map { moran.maximumT(values, $0) })
        }
    }

    private func chosenDivisor(_ usual: Divisor) -> Divisor { divisor.flatMap(Divisor.init) ?? usual }

    /// Standardised rates; all zero, and so without a statistic, where there are no events or too many for numbers.
    private func rates(_ columns: [[Double]]) -> [Double] {
        let rates = StandardisedRates.of(events: columns[0], populations: columns[1]) ?? []
        guard !rates.isEmpty, rates.allSatisfy(\.isFinite) else {
            return [Double](repeating: 0, count: columns[0].count)
        }
        return rates
    }

    /// The shuffled maps of a family-wise test, if it was asked for.
    private func maximumT(_ links: Neighbours) throws(InputError) -> MaximumT? {
        guard adjust == .maximumT else { return nil }
        let test = MaximumT(permutations: permutations, seed: seed, threads: threads)
        guard test.isFeasible(for: links) else {
            throw InputError(
                .invalidNumber, "max-t with \(permutations) maps of \(links.count) areas is more than it is made for",
                remedy: "take fewer --permutations, or --adjust fdr", at: Place(file: table))
        }
        return test
    }

    /// Whether each area is marked, for each column.
    private func marks(_ sample: StatisticSample, of read: KeyedTable) throws(InputError) -> [[Bool]] {
        for (column, field) in zip(sample.columns, [value, value2 ?? value]) {
            for (place, mark) in column.enumerated() where mark != 0 && mark != 1 {
                throw InputError(
                    .invalidNumber, "\(Message.number(mark)) is no mark",
                    remedy: "a join count takes 1 for areas that are marked and 0 for others",
                    at: try read.place(row: sample.rows[place], column: field))
            }
        }
        return sample.columns.map { $0.map { $0 == 1 } }
    }

    /// Tells what the numbers can bear.
    private func report(_ association: LocalAssociation, areas: Int) {
        warn(areas: areas, islands: association.areas.count { $0.state == .island })
        if association.areas.contains(where: { $0.state == .undefined }) {
            Message.write(
                "the statistic is undefined: all values are equal, or too large or small to be squared, or there are "
                    + "fewer than three areas")
        }
        let tests = association.areas.count { $0.p != nil }
        let smallest = 2 / Double(permutations + 1)
        let needed = Double(tests) * smallest
        if (adjust == .fdr || adjust == .bonferroni) && name != .localJoinCount && permutations > 0
            && needed > significance
        {
            Message.write(
                "with \(permutations) permutations no p is below \(smallest); a single area of \(tests) passes "
                    + "--adjust \(adjust.rawValue) only from \(Int((2 * Double(tests) / significance).rounded(.up))) on"
            )
        }
    }
}
