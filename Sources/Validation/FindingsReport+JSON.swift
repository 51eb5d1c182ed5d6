import Formats

extension FindingsReport {
    /// The report as one JSON object, as `kleinraum check --format json` prints it.
    ///
    /// `geometry` and `place_wgs84` are longitude and latitude; `place` and `geometry_native` are in `crs`, the file's
    /// system. `message` is in the language asked for; `message_de` and `message_en` are always there.
    public func json(language: FindingLanguage = .german) -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"areas\":")
        out.write(areaCount)
        out.write(",\"summary\":{")
        let totals = totals
        for (index, total) in totals.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: total.kind.rawValue)
            out.write(":")
            out.write(total.count)
        }
        out.write("},\"open_errors\":")
        out.write(openErrors)
        out.write(",\"totals\":[")
        for (index, total) in totals.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            write(total, into: &out)
        }
        out.write("],\"crs\":")
        out.write(json: system)
        if let rejectedAddresses {
            FindingFormat.name("rejected_addresses", into: &out)
            out.write(rejectedAddresses)
        }
        FindingFormat.name("accepted_without_finding", into: &out)
        FindingFormat.write(unusedAcceptances, into: &out)
        out.write(",\"findings\":[")
        for (index, finding) in findings.enumerated() {
            out.write(index == 0 ? "\n{" : ",\n{")
            finding.writeMembers(language, hasAddresses: true, into: &out)
            let decimals = abs(finding.x) <= 360 ? FindingFormat.degreeDecimals : FindingFormat.metreDecimals
            FindingFormat.name("geometry_native", into: &out)
            FindingFormat.write(finding.shape, decimals: decimals, into: &out)
            FindingFormat.name("geometry", into: &out)
            FindingFormat.write(finding.geographic, decimals: FindingFormat.degreeDecimals, into: &out)
            out.write("}")
        }
        out.write("\n]}\n")
        return out.bytes
    }

    /// The findings as a GeoJSON FeatureCollection in WGS 84, one feature a line.
    public func geoJSON(language: FindingLanguage = .german) -> [UInt8] {
        FindingsReport.geoJSON([(nil, findings)], language: language, hasAddresses: true)
    }

    /// The findings on the boundaries alone, for a release: nothing that was counted over addresses or people, neither
    /// findings about them nor how many a repair would move.
    public func publicGeoJSON(language: FindingLanguage = .german) -> [UInt8] {
        FindingsReport.publicGeoJSON(of: [(level: nil, report: self)], language: language)
    }

    /// The same for several levels of one division together; each feature names its level.
    public static func publicGeoJSON(
        of reports: [(level: String?, report: FindingsReport)], language: FindingLanguage = .german
    ) -> [UInt8] {
        geoJSON(
            reports.map { level, report in (level, report.findings.filter { !$0.kind.concernsAddresses }) },
            language: language, hasAddresses: false)
    }

    private static func geoJSON(
        _ levels: [(level: String?, findings: [Finding])], language: FindingLanguage, hasAddresses: Bool
    ) -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"type\":\"FeatureCollection\",\"features\":[")
        var isFirst = true
        for (level, findings) in levels {
            for finding in findings {
                out.write(isFirst ? "\n" : ",\n")
                isFirst = false
                out.write("{\"type\":\"Feature\",\"id\":")
                // Two levels can share a fault, and ids are unique in a collection.
                out.write(json: level.map { "\($0).\(finding.id)" } ?? finding.id)
                out.write(",\"properties\":{")
                if let level {
                    out.write("\"level\":")
                    out.write(json: level)
                    out.write(",")
                }
                finding.writeMembers(language, hasAddresses: hasAddresses, into: &out)
                out.write("},\"geometry\":")
                FindingFormat.write(finding.geographic, decimals: FindingFormat.degreeDecimals, into: &out)
                out.write("}")
            }
        }
        out.write("\n]}\n")
        return out.bytes
    }

    private func write(_ total: Total, into out: inout OutputBuffer) {
        out.write("{\"kind\":")
        out.write(json: total.kind.rawValue)
        FindingFormat.name("severity", into: &out)
        out.write(json: total.kind.severity.rawValue)
        FindingFormat.name("count", into: &out)
        out.write(total.count)
        FindingFormat.name("accepted", into: &out)
        out.write(total.accepted)
        FindingFormat.name("measure", into: &out)
        out.write(total.measure)
        FindingFormat.name("unit", into: &out)
        out.write(json: total.unit)
        out.write("}")
    }
}

extension Finding {
    /// The members that JSON and GeoJSON have in common, from `id` on.
    fileprivate func writeMembers(_ language: FindingLanguage, hasAddresses: Bool, into out: inout OutputBuffer) {
        out.write("\"id\":")
        out.write(json: id)
        for (name, text) in [
            ("kind", kind.rawValue), ("severity", severity.rawValue), ("status", isAccepted ? "accepted" : "open"),
        ] {
            FindingFormat.name(name, into: &out)
            out.write(json: text)
        }
        FindingFormat.name("keys", into: &out)
        FindingFormat.write(keys, into: &out)
        FindingFormat.name("names", into: &out)
        FindingFormat.write(names, into: &out)
        FindingFormat.name("measure", into: &out)
        out.write(measure.isFinite ? measure : 0)
        FindingFormat.name("unit", into: &out)
        out.write(json: unit)
        FindingFormat.name("width", into: &out)
        if width.isFinite { out.write(width) } else { out.write("null") }
        for (name, shape) in [("place", shape), ("place_wgs84", geographic)] {
            FindingFormat.name(name, into: &out)
            if shape.x.isFinite && shape.y.isFinite {
                let decimals = abs(shape.x) <= 360 ? FindingFormat.degreeDecimals : FindingFormat.metreDecimals
                FindingFormat.writePosition(shape.x, shape.y, decimals: decimals, into: &out)
            } else {
                out.write("null")
            }
        }
        for (name, spoken) in [("message", language), ("message_de", .german), ("message_en", .english)] {
            FindingFormat.name(name, into: &out)
            out.write(json: sentence(in: spoken))
        }
        FindingFormat.name("repair", into: &out)
        guard let repair else { return out.write("null") }
        repair.write(language, hasAddresses: hasAddresses, into: &out)
    }
}

extension ProposedRepair {
    fileprivate func write(_ language: FindingLanguage, hasAddresses: Bool, into out: inout OutputBuffer) {
        var shown = self
        if !hasAddresses { shown.addresses = nil }
        out.write("{\"action\":")
        out.write(json: action.rawValue)
        FindingFormat.name("key", into: &out)
        if let key { out.write(json: key) } else { out.write("null") }
        FindingFormat.name("safe", into: &out)
        out.write(isSafe ? "true" : "false")
        FindingFormat.name("square_metres", into: &out)
        out.write(squareMetres)
        if hasAddresses {
            FindingFormat.name("addresses", into: &out)
            if let addresses { out.write(addresses) } else { out.write("null") }
        }
        FindingFormat.name("message", into: &out)
        out.write(json: shown.sentence(in: language))
        out.write("}")
    }
}
