import Diagnostics
import Overlay
import Planar

/// Whether the versions of each area follow each other without overlaps and gaps.
///
/// The last day may be given as the last one of the period (`2020-12-31`) or as the first of the next (`2021-01-01`);
/// both are taken as they come. An empty field is an open end.
public struct PeriodCheck: Sendable {
    /// The field with the first day.
    public var from: String
    /// The field with the last day.
    public var to: String
    /// The day for which shapes are checked; by default the last on which a period begins.
    public var date: CalendarDay?

    /// A check of these fields.
    public init(from: String, to: String, date: CalendarDay? = nil) {
        self.from = from
        self.to = to
        self.date = date
    }

    /// One version of an area.
    struct Version {
        var area: Int
        var from: CalendarDay?
        var to: CalendarDay?
        var texts: (from: String, to: String)
        /// Whether a date cannot be read, or the period ends before it begins.
        var isWrong: Bool

        var text: String { "\(texts.from.isEmpty ? "…" : texts.from) – \(texts.to.isEmpty ? "…" : texts.to)" }
    }

    func versions(of layer: CheckedLayer) throws(InputError) -> [Version] {
        let starts = try layer.column(from, option: "--valid-from")
        let ends = try layer.column(to, option: "--valid-to")
        return layer.keys.indices.map { area in
            let (start, end) = (CalendarDay(starts[area]), CalendarDay(ends[area]))
            let isUnreadable = (start == nil && !starts[area].isEmpty) || (end == nil && !ends[area].isEmpty)
            let isTurned = if let start, let end { end < start } else { false }
            return Version(
                area: area, from: start, to: end, texts: (starts[area], ends[area]),
                isWrong: isUnreadable || isTurned)
        }
    }

    /// The day for which shapes are checked; `nil` where no version has a first day.
    func day(of versions: [Version]) -> CalendarDay? { date ?? versions.compactMap(\.from).max() }

    /// The areas whose shapes are checked together: those that are valid on one day. Of versions that are valid at once,
    /// which is a finding of its own, the one that began last.
    func areasOnDate(_ versions: [Version], keys: [String]) -> Set<Int> {
        guard let day = day(of: versions) else { return Set(versions.map(\.area)) }
        let beginning = Set(versions.filter { $0.from == day }.map { keys[$0.area] })
        var valid: Set<Int> = []
        var latest: [String: Version] = [:]
        for version in versions {
            if let from = version.from, day < from { continue }
            if let to = version.to {
                if to < day { continue }
                // A period that ends on the day on which another of its key begins has ended before.
                if to == day && version.from != day && beginning.contains(keys[version.area]) { continue }
            }
            let key = keys[version.area]
            if let other = latest[key], !key.isEmpty {
                if (version.from?.number ?? .min) < (other.from?.number ?? .min) { continue }
                valid.remove(other.area)
            }
            latest[key] = version
            valid.insert(version.area)
        }
        return valid
    }

    func findings(of layer: CheckedLayer, isComplete: Bool, threads: Int) throws(InputError) -> [Finding] {
        var findings: [Finding] = []
        let versions = try versions(of: layer)
        for version in versions where version.isWrong {
            findings.append(
                finding(.periodUnreadable, layer, [version.area], 1, [version.texts.from, version.texts.to]))
        }
        var first = 0
        let sound = versions.filter { !$0.isWrong && !layer.keys[$0.area].isEmpty }
        while first < sound.count {
            var end = first + 1
            while end < sound.count, layer.keys[sound[end].area] == layer.keys[sound[first].area] { end += 1 }
            let ofKey = sound[first..<end].sorted { one, other in
                (one.from?.number ?? .min, one.to?.number ?? .max, one.area)
                    < (other.from?.number ?? .min, other.to?.number ?? .max, other.area)
            }
            findings += transitions(ofKey, in: layer)
            if isComplete { findings += try reuses(ofKey, in: layer, threads: threads) }
            first = end
        }
        return findings
    }

    /// What is wrong between each version and the next.
    private func transitions(_ versions: [Version], in layer: CheckedLayer) -> [Finding] {
        var findings: [Finding] = []
        guard var latest = versions.first else { return [] }
        for next in versions.dropFirst() {
            let begins = next.from?.number ?? .min
            let ends = latest.to?.number ?? .max
            if begins < ends || (latest.from == next.from && latest.to == next.to) {
                let last = min(ends, next.to?.number ?? .max)
                let days = begins > .min && last < .max ? last - begins + 1 : 0
                findings.append(
                    finding(.periodOverlap, layer, [latest.area], Double(days), [latest.text, next.text]))
            } else if begins > ends + 1 {
                findings.append(
                    finding(
                        .periodGap, layer, [latest.area], Double(begins - ends - 1),
                        [latest.texts.to, next.texts.from]))
            }
            if (next.to?.number ?? .max) > ends { latest = next }
        }
        return findings
    }

    /// A key that stands for other ground than before.
    private func reuses(
        _ versions: [Version], in layer: CheckedLayer, threads: Int
    ) throws(InputError) -> [Finding] {
        guard versions.count > 1 else { return [] }
        let earlier = layer.metric.reordered(versions.dropLast().map(\.area))
        let later = layer.metric.reordered(versions.dropFirst().map(\.area))
        let (gone, new) = try Overlay.differences(earlier, later, threads: threads)
        let change = (0..<earlier.count).reduce(0.0) { $0 + gone.area(of: $1) + new.area(of: $1) }
        guard change > 1 else { return [] }
        let last = versions[versions.count - 1].area
        return [finding(.keyReused, layer, [last], change, [String(versions.count)])]
    }

    private func finding(
        _ kind: FindingKind, _ layer: CheckedLayer, _ areas: [Int], _ measure: Double, _ details: [String]
    ) -> Finding {
        Finding(
            kind, keys: areas.map { layer.keys[$0] }, names: areas.map { layer.names[$0] }, measure: measure,
            metric: layer.shape(of: areas[0]), details: details)
    }
}
