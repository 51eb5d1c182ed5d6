import Analysis
import Association
import Formats
import Projection
import Statistics
import Weights

/// The global half of `kleinraum statistic`: JSON objects.
extension StatisticCommand {
    /// The object of one statistic, or of a correlogram.
    func global(_ sample: StatisticSample) throws -> [UInt8] {
        var out = OutputBuffer()
        if name == .correlogram {
            try write(correlogram: sample, into: &out)
        } else {
            write(association(sample), into: &out)
        }
        out.write("\n")
        return out.bytes
    }

    private func association(_ sample: StatisticSample) -> Result<GlobalAssociation, UndefinedAssociation> {
        let links = styled(sample.links)
        let columns = sample.columns
        switch name {
        case .geary: return Geary.association(of: columns[0], neighbours: links, permutations: maps)
        case .getisOrdG: return GetisOrdG.association(of: columns[0], neighbours: links, permutations: maps)
        case .lee: return Lee.association(of: columns[0], and: columns[1], neighbours: links, permutations: maps)
        case .moranBivariate:
            return BivariateMoran.association(of: columns[0], and: columns[1], neighbours: links, permutations: maps)
        case .moranRate:
            return MoranRate.association(
                events: columns[0], populations: columns[1], neighbours: links, permutations: maps)
        default: return Moran.association(of: columns[0], neighbours: links, permutations: maps)
        }
    }

    /// One object; what is not defined is not in it.
    private func write(_ result: Result<GlobalAssociation, UndefinedAssociation>, into out: inout OutputBuffer) {
        switch result {
        case .success(let association):
            write(association, into: &out)
            warn(areas: association.areas, islands: association.islands)
        case .failure(let undefined):
            out.write("{\"statistic\":null,\"reason\":")
            out.write(json: undefined.reason)
            out.write("}")
            Message.write("the statistic is undefined: \(undefined.reason)")
        }
    }

    private func write(_ association: GlobalAssociation, into out: inout OutputBuffer) {
        let tails = association.tails
        let members: [(String, Double?)] = [
            ("statistic", association.statistic), ("expected", association.expected),
            ("variance_normal", association.varianceNormal),
            ("variance_randomisation", association.varianceRandomisation), ("z_normal", association.zNormal),
            ("z_randomisation", association.zRandomisation), ("p_normal", association.pNormal),
            ("p_randomisation", association.pRandomisation), ("p_permutation", tails?.p),
            ("p_greater", tails?.greater), ("p_less", tails?.less), ("ties", tails?.ties.map(Double.init)),
            ("permutations", tails?.permutations.map(Double.init)), ("monte_carlo_error", tails?.monteCarloError),
            ("areas", Double(association.areas)), ("islands", Double(association.islands)),
        ]
        out.write("{")
        var isFirst = true
        for (member, number) in members {
            guard let number else { continue }
            if !isFirst { out.write(",") }
            isFirst = false
            out.write(json: member)
            out.write(":")
            out.write(number)
        }
        out.write("}")
    }

    /// A list of objects, one for each number of steps or class of distances.
    private func write(correlogram sample: StatisticSample, into out: inout OutputBuffer) throws {
        var lags = (1...orders).map { sample.links.higherOrder($0) }
        if let areas, let limits = distances.flatMap(DistanceLags.limits) {
            let system = try areasCrs.map { try ReferenceSystem($0) }
            let layer = try BoundaryLayer.read(path: areas, key: key, system: system)
            lags = try DistanceLags.lags(
                upTo: limits, between: sample.rows.map { sample.keys[$0] }, of: layer, plane: metricCrs)
        }
        out.write("{\"lags\":[")
        let results = Correlogram.moran(of: sample.columns[0], lags: lags, permutations: maps)
        for (lag, result) in results.enumerated() {
            if lag > 0 { out.write(",") }
            write(result, into: &out)
        }
        out.write("]}")
    }
}
