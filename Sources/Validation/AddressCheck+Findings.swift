import Planar
import Statistics

extension AddressCheck {
    /// Mismatches, addresses outside, streets cut by a border and areas below the minimum.
    func findings(of located: LocatedAddresses, in layer: CheckedLayer) -> [Finding] {
        var findings = mismatches(located, layer) + outside(located, layer)
        if street != nil { findings += streets(located, layer) }
        if minimum != nil { findings += small(located, layer) }
        return findings
    }

    /// One finding per pair of a coded and a located key.
    private func mismatches(_ located: LocatedAddresses, _ layer: CheckedLayer) -> [Finding] {
        guard coded != nil else { return [] }
        var places: [String: Int] = [:]
        var pairs: [(coded: String, area: Int, rows: [LocatedAddresses.Row])] = []
        for row in located.rows where row.area >= 0 {
            guard let code = located.coded[row.line], !code.isEmpty, code != layer.keys[Int(row.area)] else { continue }
            let pair = "\(row.area)\u{1F}\(code)"
            if let place = places[pair] {
                pairs[place].rows.append(row)
            } else {
                places[pair] = pairs.count
                pairs.append((code, Int(row.area), [row]))
            }
        }
        return pairs.map { pair in
            let key = layer.keys[pair.area]
            let codedArea = layer.keys.firstIndex(of: pair.coded)
            return Finding(
                .addressMismatch, keys: [pair.coded, key],
                names: [codedArea.map { layer.names[$0] } ?? "", layer.names[pair.area]],
                measure: Double(pair.rows.count), metric: AddressCheck.shape(of: pair.rows),
                details: [pair.coded, key, codedArea == nil ? "unknown" : ""])
        }
    }

    /// One finding per place, up to a limit; one for the rest.
    private func outside(_ located: LocatedAddresses, _ layer: CheckedLayer) -> [Finding] {
        var places: [[UInt8]: Int] = [:]
        var groups: [(code: String, rows: [LocatedAddresses.Row])] = []
        var rest: [LocatedAddresses.Row] = []
        for row in located.rows where row.area < 0 {
            let code = located.coded[row.line] ?? ""
            let place = Array("\(row.x) \(row.y) \(code)".utf8)
            if let group = places[place] {
                groups[group].rows.append(row)
            } else if groups.count < AddressCheck.listed {
                places[place] = groups.count
                groups.append((code, [row]))
            } else {
                rest.append(row)
            }
        }
        var findings = groups.map { group in
            let area = group.code.isEmpty ? nil : layer.keys.firstIndex(of: group.code)
            return Finding(
                .addressOutside, keys: group.code.isEmpty ? [] : [group.code],
                names: group.code.isEmpty ? [] : [area.map { layer.names[$0] } ?? ""],
                measure: Double(group.rows.count), metric: AddressCheck.shape(of: group.rows), details: [group.code])
        }
        if !rest.isEmpty {
            findings.append(
                Finding(
                    .addressOutside, keys: [], names: [], measure: Double(rest.count),
                    metric: AddressCheck.shape(of: Array(rest.prefix(AddressCheck.listed))), details: ["", "rest"]))
        }
        return findings
    }

    private func streets(_ located: LocatedAddresses, _ layer: CheckedLayer) -> [Finding] {
        var numbers: [String: Int] = [:]
        var streets: [(name: String, rows: [LocatedAddresses.Row])] = []
        for row in located.rows where row.area >= 0 {
            guard let name = located.streets[row.line], !name.isEmpty else { continue }
            if let number = numbers[name] {
                streets[number].rows.append(row)
            } else {
                numbers[name] = streets.count
                streets.append((name, [row]))
            }
        }
        return streets.compactMap { street in
            var counts: [Int32: Int] = [:]
            for row in street.rows { counts[row.area, default: 0] += 1 }
            let areas = counts.keys.sorted()
            guard areas.count > 1 else { return nil }
            let fewest = areas.min { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            let rows = street.rows.filter { $0.area == fewest }
            return Finding(
                .streetCut, keys: areas.map { layer.keys[Int($0)] }, names: areas.map { layer.names[Int($0)] },
                measure: Double(areas.count), metric: AddressCheck.shape(of: rows),
                details: [street.name] + areas.map { String(counts[$0] ?? 0) })
        }
    }

    private func small(_ located: LocatedAddresses, _ layer: CheckedLayer) -> [Finding] {
        guard let minimum else { return [] }
        var sums = [DecimalSum](repeating: DecimalSum(), count: layer.count)
        for row in located.rows where row.area >= 0 {
            if population == nil {
                sums[Int(row.area)].add(1)
            } else if !row.population.isNaN {
                sums[Int(row.area)].add(row.population)
            }
        }
        return sums.indices.filter { sums[$0].value < minimum }.map { area in
            Finding(
                .belowMinimum, keys: [layer.keys[area]], names: [layer.names[area]], measure: sums[area].value,
                unit: population == nil ? "addresses" : "", metric: layer.shape(of: area),
                details: [minimum.description, population ?? ""])
        }
    }

    /// The places of rows as points; the first row's is the place.
    private static func shape(of rows: [LocatedAddresses.Row]) -> FindingShape {
        var lines = CoverageFault.Lines()
        for row in rows.prefix(listed) { lines.add(x: [row.x], y: [row.y]) }
        return FindingShape(x: rows[0].x, y: rows[0].y, lines: rows.count > 1 ? lines : .init())
    }
}
