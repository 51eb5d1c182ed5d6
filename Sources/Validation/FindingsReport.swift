import Diagnostics
import Planar
import Projection

/// All findings on one boundary file, named, placed and in order, with what a report says around them.
///
///     let report = try BoundaryCheck(layer).run()
///     report.findings.map(\.id)             // ["3f2a1b4c5d6e", …]
///     String(decoding: report.json(), as: UTF8.self)
///
/// Every output is the same, byte for byte, for the same input.
public struct FindingsReport: Sendable {
    /// The findings: errors first, then by kind, keys and place.
    public let findings: [Finding]
    /// How many areas were checked.
    public let areaCount: Int
    /// The file, as the user named it.
    public let file: String
    /// The name of the reference system that places are given in, such as `EPSG:25833 (ETRS89 / UTM zone 33N)`.
    public let system: String
    /// Accepted ids that name no finding any more.
    public let unusedAcceptances: [String]
    /// How many rows of the addresses have no usable position; `nil` without addresses.
    public let rejectedAddresses: Int?
    /// The day for which shapes were checked, and how many areas are valid on it of how many; `nil` without periods.
    let day: (day: CalendarDay, valid: Int, versions: Int)?
    /// The areas on the plane of measurement, for the map.
    let areas: Areas
    /// Their keys.
    let keys: [String]

    /// Orders, places and names findings.
    init(
        _ found: [Finding], of layer: CheckedLayer, accepted: FindingAcceptance, rejectedAddresses: Int? = nil,
        day: (day: CalendarDay, valid: Int, versions: Int)? = nil
    ) throws(InputError) {
        var findings = found.sorted(by: FindingOrder.precedes)
        try FindingPlacement.place(&findings, from: layer.metricSystem, to: layer.system)
        FindingIdentity.name(&findings)
        unusedAcceptances = accepted.mark(&findings)
        self.findings = findings
        self.rejectedAddresses = rejectedAddresses
        self.day = day
        areaCount = layer.count
        file = layer.file
        system = layer.system.label
        areas = layer.metric
        keys = layer.keys
    }

    /// How many findings of severity error are not accepted.
    public var openErrors: Int { findings.reduce(0) { $0 + ($1.isOpenError ? 1 : 0) } }

    /// The findings of one kind together.
    public struct Total: Sendable, Equatable {
        /// The kind.
        public let kind: FindingKind
        /// How many there are.
        public let count: Int
        /// How many of them are accepted.
        public let accepted: Int
        /// Their measures together.
        public let measure: Double
        /// The measures' unit.
        public let unit: String
    }

    /// The kinds found, in the order of reports, with their sums.
    public var totals: [Total] {
        var totals: [Total] = []
        for kind in FindingKind.allCases {
            let ofKind = findings.filter { $0.kind == kind }
            guard let first = ofKind.first else { continue }
            totals.append(
                Total(
                    kind: kind, count: ofKind.count, accepted: ofKind.count { $0.isAccepted },
                    measure: ofKind.reduce(0) { $0 + $1.measure }, unit: first.unit))
        }
        return totals
    }

    /// How many findings there are of a severity.
    func count(_ severity: FindingSeverity) -> Int { findings.count { $0.severity == severity } }
}
