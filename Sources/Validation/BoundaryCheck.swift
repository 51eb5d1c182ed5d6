public import Diagnostics
import Planar

/// All checks of one boundary file: shapes, keys, hierarchy, periods, addresses.
///
///     var check = BoundaryCheck(try CheckedLayer.read(path: "areas.geojson", key: "nr"))
///     check.hierarchy = HierarchyCheck(parents: districts, link: .prefix)
///     let report = try check.run(threads: 2)
///     report.openErrors  // 0 where all is well
///
/// The same input gives the same findings in the same order, whatever the threads and the order of the features.
public struct BoundaryCheck: Sendable {
    /// The areas.
    public var layer: CheckedLayer
    /// Their parents, to be compared with them.
    public var hierarchy: HierarchyCheck?
    /// The fields of their validity.
    public var periods: PeriodCheck?
    /// The addresses, for a check at the desk. A release is checked without.
    public var addresses: AddressCheck?
    /// The width in metres below which a long overlap or gap is a sliver; nil keeps them what they are.
    public var sliverWidth: Double?
    /// Areas below this many m² are tiny.
    public var tiny = 1.0
    /// The width in metres below which borders that run side by side without touching are told; only where all is told.
    public var inletWidth = 1.0
    /// Whether remarks are wanted, too: repeated names, several parts, islands, spikes, inlets.
    public var isComplete = false
    /// What has been looked at and accepted.
    public var accepted = FindingAcceptance(ids: [])

    /// A check of these areas, and of nothing else so far.
    public init(_ layer: CheckedLayer) { self.layer = layer }

    /// Runs all checks.
    ///
    /// - Throws: ``InputError`` when a field does not exist, the addresses cannot be read, or GEOS or PROJ give up.
    public func run(threads: Int = 1) throws(InputError) -> FindingsReport {
        var findings = KeyCheck(layer: layer, allowsVersions: periods != nil).findings()
        var current = layer
        var day: (day: CalendarDay, valid: Int, versions: Int)?
        var rejected: Int?
        if let periods {
            findings += try periods.findings(of: layer, isComplete: isComplete, threads: threads)
            let versions = try periods.versions(of: layer)
            let valid = periods.areasOnDate(versions, keys: layer.keys)
            if let checked = periods.day(of: versions) {
                guard !valid.isEmpty || versions.isEmpty else {
                    throw InputError(
                        .invalidNumber, "no area is valid on \(checked)",
                        remedy: "state a day with --date on which some are", at: Place(file: layer.file))
                }
                day = (checked, valid.count, versions.count)
            }
            current = try layer.filtered(valid.contains, threads: threads)
        }
        if isComplete { findings += KeyCheck(layer: current, allowsVersions: false).repeatedNames() }
        let faults = try CoverageFaults(current.metric, threads: threads)
        let shapes = ShapeCheck(layer: current, tiny: tiny, mended: faults.areas)
        findings += shapes.findings()
        let translation = FaultFindings(layer: current, mended: faults.areas, sliverWidth: sliverWidth)
        findings += faults.faults.map(translation.finding)
        if isComplete {
            findings += shapes.remarks()
            findings += InletCheck(layer: current, width: inletWidth, faults: faults.faults).findings()
        }
        if let hierarchy {
            findings += try hierarchy.findings(of: current, mended: faults.areas, threads: threads)
        }
        if let addresses {
            let grounds = DisputedGrounds(findings, threads: threads)
            let located = try addresses.locate(in: current, grounds: grounds, threads: threads)
            rejected = located.rejected
            for index in findings.indices where findings[index].repair != nil {
                let isSafe = findings[index].repair?.isSafe == true
                findings[index].repair?.addresses = isSafe ? 0 : located.disputed[index, default: 0]
            }
            findings += addresses.findings(of: located, in: current)
        }
        return try FindingsReport(
            findings, of: current, accepted: accepted, rejectedAddresses: rejected, day: day)
    }
}
