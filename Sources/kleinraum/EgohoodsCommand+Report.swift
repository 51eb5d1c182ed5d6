import Egohoods
import Formats

/// The neighbourhoods as tables.
struct EgohoodResult {
    let table: EgohoodTable
    /// Origin → key.
    let keys: [String]
    /// Origin → how far it lies within the known land; nil where nobody knows the land.
    let borderDistances: [Double]?
    /// Whether radii were asked for, so that scales need another column.
    let hasRadii: Bool
    let german: Bool

    /// `key,k,reached,share`, a row per origin and scale.
    func addresses(showsCutOff: Bool) -> [UInt8] {
        let distances = showsCutOff ? borderDistances : nil
        var header = ["key", "k", "reached", "share"]
        if hasRadii { header.append("radius") }
        if distances != nil { header.append("cut_off") }
        var writer = TableWriter(header: header, german: german)
        for origin in TableWriter.byteOrder(of: keys) {
            for scale in table.scales.indices {
                var row: [TableCell] = [
                    .text(keys[origin]), persons(of: scale), .number(table.reached(of: origin, at: scale)),
                    .number(table.share(of: origin, at: scale)),
                ]
                // An infinite radius, of which nothing was reached, becomes an empty cell.
                if hasRadii { row.append(.number(table.radius(of: origin, at: scale))) }
                if let distances {
                    let isCutOff = table.isCutOff(origin, at: scale, borderDistance: distances[origin])
                    row.append(.integer(isCutOff ? 1 : 0))
                }
                writer.write(row)
            }
        }
        return writer.bytes
    }

    /// `key,k,residents,exceeding,share_exceeding,mean_share`, a row per district and scale.
    func districts(
        _ districts: [String], located: [Int], population: [Double], threshold: Double
    ) -> [UInt8] {
        var header = ["key", "k", "residents", "exceeding", "share_exceeding", "mean_share"]
        if hasRadii { header.append("radius") }
        var writer = TableWriter(header: header, german: german)
        let rows = table.scales.indices.map { scale in
            table.districts(
                located, count: districts.count, population: population, threshold: threshold, at: scale)
        }
        for (district, key) in districts.enumerated() {
            for scale in table.scales.indices {
                let found = rows[scale][district]
                writer.write(
                    [
                        .text(key), persons(of: scale), .number(found.residents), .number(found.exceeding),
                        .number(found.shareExceeding), .number(found.meanShare),
                    ] + (hasRadii ? [metres(of: scale)] : []))
            }
        }
        return writer.bytes
    }

    /// `k,residents,share,mean_share,isolation,dissimilarity`, a row per scale.
    func profile(population: [Double], members: [Double]) -> [UInt8] {
        var header = ["k", "residents", "share", "mean_share", "isolation", "dissimilarity"]
        if hasRadii { header.append("radius") }
        var writer = TableWriter(header: header, german: german)
        for scale in table.scales.indices {
            let found = table.profile(population: population, members: members, at: scale)
            writer.write(
                [
                    persons(of: scale), .number(found.residents), .number(found.share), .number(found.mean),
                    .number(found.isolation), .number(found.dissimilarity),
                ] + (hasRadii ? [metres(of: scale)] : []))
        }
        return writer.bytes
    }

    /// Tells how many neighbourhoods are not whole.
    func report() {
        for (scale, what) in table.scales.enumerated() {
            let unreached = (0..<table.count).count { !table.isReached(by: $0, at: scale) }
            if unreached > 0, case .nearest(let persons) = what {
                Message.write("k = \(persons): \(unreached) of \(table.count) cannot reach so many persons")
            }
            guard let borderDistances else { continue }
            let cutOff = (0..<table.count).count {
                table.isCutOff($0, at: scale, borderDistance: borderDistances[$0])
            }
            guard cutOff > 0 else { continue }
            switch what {
            case .nearest(let persons):
                Message.write("k = \(persons): \(cutOff) of \(table.count) neighbourhoods are cut off at the border")
            case .within(let metres):
                Message.write(
                    "\(Message.number(metres)) m: \(cutOff) of \(table.count) neighbourhoods are cut off at the border")
            }
        }
    }

    private func persons(of scale: Int) -> TableCell {
        guard case .nearest(let persons) = table.scales[scale] else { return .empty }
        return .integer(persons)
    }

    private func metres(of scale: Int) -> TableCell {
        guard case .within(let metres) = table.scales[scale] else { return .empty }
        return .number(metres)
    }
}
