import Analysis
import Catalogue
import Diagnostics
import Disclosure
import Formats
import Projection
import Validation

/// Checks the boundaries of the divisions that publish their findings: what `kleinraum check` finds on each level,
/// and between a level and the coarser one that its file names, as documents of the release.
///
/// No address is looked at, so that nothing confidential can be in them.
struct DivisionFindings {
    let project: ProjectFile
    let levels: [LevelAreas]

    /// The documents of a release, one for each division that publishes its findings, and what the desk is told.
    ///
    /// - Throws: `InputError` when the file of accepted findings cannot be read, or GEOS or PROJ give up.
    func documents() throws(InputError) -> (documents: [ReleasedDocument], remarks: [String]) {
        var documents: [ReleasedDocument] = []
        var remarks: [String] = []
        for division in project.divisions where division.findings == .publish {
            var accepted = FindingAcceptance(ids: [])
            if let path = division.accepted { accepted = try FindingAcceptance(path: project.path(path)) }
            var reports: [(level: String?, report: FindingsReport)] = []
            // An acceptance names a finding of any level.
            var unused: [Set<String>] = []
            for level in levels where level.geography.division == division.id {
                let report = try report(on: level, accepted: accepted)
                unused.append(Set(report.unusedAcceptances))
                reports.append((level.level.id, report))
                guard report.openErrors > 0 else { continue }
                remarks.append(
                    "boundaries of \(division.id), \(level.level.id): \(report.openErrors) errors not accepted; "
                        + "kleinraum check tells them, and so does the release")
            }
            let without = accepted.ids.filter { id in unused.allSatisfy { $0.contains(id) } }
            if !without.isEmpty {
                remarks.append(
                    "\(division.accepted ?? ""): no finding on \(division.id) has the id \(without.joined(separator: ", "))"
                )
            }
            documents.append(
                ReleasedDocument(
                    name: "findings/\(division.id).geojson", mediaType: "application/geo+json",
                    body: FindingsReport.publicGeoJSON(of: reports)))
        }
        return (documents, remarks)
    }

    private func report(on level: LevelAreas, accepted: FindingAcceptance) throws(InputError) -> FindingsReport {
        let layer = try checked(level)
        var check = BoundaryCheck(layer)
        check.accepted = accepted
        if let parent = level.level.parent {
            let coarser = levels.first {
                $0.geography.division == level.geography.division && $0.level.id == parent.level
            }
            if let coarser {
                check.hierarchy = HierarchyCheck(
                    parents: try checked(coarser, metricSystem: layer.metricSystem), link: .field(parent.field))
            }
        }
        return try check.run(threads: DelimitedFile.processors)
    }

    /// A level for checking, on a given plane or its own.
    private func checked(
        _ level: LevelAreas, metricSystem: ReferenceSystem? = nil
    ) throws(InputError) -> CheckedLayer {
        var layer = BoundaryLayer(
            file: "\(level.geography.division).\(level.geography.level)", keys: level.keys, areas: level.areas,
            system: level.system)
        if let parent = level.level.parent {
            layer.fields = [parent.field]
            layer.columns = [level.parents.map { $0 }]
        }
        return try CheckedLayer(
            layer, names: level.names, metricSystem: metricSystem, threads: DelimitedFile.processors)
    }
}
