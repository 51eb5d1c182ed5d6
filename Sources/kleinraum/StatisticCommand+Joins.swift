import Association
import Diagnostics
import Formats
import Statistics

/// Join counts of `kleinraum statistic`: members by the names of two classes.
extension StatisticCommand {
    /// More classes than that are no classes, but numbers.
    private static let mostClasses = 100

    /// `{"counts":{"A:B":n},…}` over every two classes, the first one's name bytewise before the second's.
    func joinCounts(_ read: KeyedTable) throws(InputError) -> [UInt8] {
        var names: [String] = []
        let sample = try StatisticSample(
            classes: &names, of: read, value, missing: missing, weights: weights, path: table)
        guard names.count <= Self.mostClasses else {
            throw InputError(
                .invalidNumber, "'\(value)' has \(names.count) different values, and joins are counted between classes",
                remedy: "put the values into classes first", at: Place(file: table, field: value))
        }
        sample.report()
        let result = JoinCounts.count(
            classes: sample.columns[0].map { Int($0) }, of: names.count, neighbours: styled(sample.links),
            permutations: maps)
        var out = OutputBuffer()
        switch result {
        case .success(let counts):
            write(counts, names, into: &out)
            warn(areas: counts.areas, islands: counts.islands)
        case .failure(let undefined):
            out.write("{\"counts\":null,\"reason\":")
            out.write(json: undefined.reason)
            out.write("}")
            Message.write("join counts are undefined: \(undefined.reason)")
        }
        out.write("\n")
        return out.bytes
    }

    private func write(_ counts: JoinCounts, _ names: [String], into out: inout OutputBuffer) {
        let labels = names.indices.flatMap { first in names[first...].map { "\(names[first]):\($0)" } }
        let members: [(String, (JoinCount) -> Double?)] = [
            ("counts", { $0.count }), ("expected", { $0.expected }), ("variance", \.variance), ("z", \.z),
            ("p_permutation", { $0.tails?.p }),
        ]
        for (number, (member, value)) in members.enumerated() {
            out.write(number == 0 ? "{" : ",")
            out.write(json: member)
            out.write(":{")
            let cells = zip(labels, counts.pairs).compactMap { label, joins in value(joins).map { (label, $0) } }
            for (place, cell) in cells.enumerated() {
                if place > 0 { out.write(",") }
                out.write(json: cell.0)
                out.write(":")
                out.write(cell.1)
            }
            out.write("}")
        }
        out.write(",\"different\":{")
        var isFirst = true
        for (member, value) in members.map({ ($0.0 == "counts" ? "count" : $0.0, $0.1(counts.different)) }) {
            guard let value else { continue }
            if !isFirst { out.write(",") }
            isFirst = false
            out.write(json: member)
            out.write(":")
            out.write(value)
        }
        out.write("}")
        if let ends = counts.endsChiSquare {
            out.write(",\"ends\":{\"chi_square\":")
            out.write(ends.statistic)
            out.write(",\"p\":")
            out.write(ends.p)
            out.write("}")
        }
        out.write(",\"areas\":")
        out.write(counts.areas)
        out.write(",\"islands\":")
        out.write(counts.islands)
        out.write("}")
    }
}
