public import Diagnostics
public import Planar

extension Plausibility {
    /// What is wrong with coordinates of which this is the box: nil when nothing is.
    ///
    /// Recognised are a missing or unexpected zone prefix, exchanged axes, degrees in a metric system, metres in a
    /// geographic one, and coordinates of another system that is in use in Germany.
    ///
    /// - Returns: An ``InputError`` of code `.referenceSystem` with an offending coordinate and the remedy.
    /// - Complexity: O(1) when nothing is wrong; else up to 0.1 s, for a dozen systems are tried. The rows of a table
    ///   are for `admits(x:y:)`; explain one of those it refuses.
    public func fault(in box: Box) -> InputError? {
        guard !box.isEmpty else { return nil }
        let corners = [(box.minX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY), (box.maxX, box.minY)]
        guard let (x, y) = corners.first(where: { !admits(x: $0.0, y: $0.1) }) else { return nil }
        do throws(InputError) {
            let (reason, remedy) = try explanation(of: box)
            return InputError(
                .referenceSystem, "x \(Self.text(x)), y \(Self.text(y)) cannot be in \(system.label): \(reason)",
                remedy: remedy)
        } catch {
            return error
        }
    }

    /// What is wrong with one point; see ``fault(in:)``.
    public func fault(x: Double, y: Double) -> InputError? {
        guard x.isFinite, y.isFinite else {
            return InputError(
                .referenceSystem, "x \(x), y \(y) is not a position", remedy: "leave the coordinates empty")
        }
        return fault(in: Box(minX: x, minY: y, maxX: x, maxY: y))
    }

    /// Systems in use in Germany, the usual ones first.
    private static let candidates = [
        25832, 25833, 4647, 5650, 25831, 31466, 31467, 31468, 31469, 3068, 4326, 3035, 3857,
    ]

    private func explanation(of box: Box) throws(InputError) -> (reason: String, remedy: String) {
        let turned = Box(minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX)
        if let code = system.code, let (other, zone) = ZonePrefix.counterpart(of: code) {
            let isPrefixed = ZonePrefix.plane(of: code).prefix != 0
            let shift = isPrefixed ? Double(zone) * 1e6 : Double(zone) * -1e6
            let shifted = Box(
                minX: box.minX + shift, minY: box.minY, maxX: box.maxX + shift, maxY: box.maxY)
            if admits(shifted) {
                let reason = isPrefixed ? "the zone prefix \(zone) is missing" : "x has the zone prefix \(zone)"
                return (reason, "state EPSG:\(other)")
            }
        }
        if admits(turned) {
            let names = system.isGeographic ? ("latitude", "longitude") : ("northing", "easting")
            return ("x looks like the \(names.0) and y like the \(names.1)", "exchange x and y")
        }
        let fitting = try Self.systems(fitting: box)
        if !fitting.isEmpty { return (Self.likeness(fitting, of: box), "state \(Self.list(fitting))") }
        let fittingTurned = try Self.systems(fitting: turned)
        if !fittingTurned.isEmpty {
            return (
                Self.likeness(fittingTurned, of: turned) + " with x and y exchanged",
                "exchange x and y and state \(Self.list(fittingTurned))"
            )
        }
        let region = system.regionOfUse.isEmpty ? "" : " (\(system.regionOfUse))"
        return (
            "it lies outside the system's area of use\(region)",
            "check the coordinate, or state the reference system that the data is in"
        )
    }

    private func admits(_ box: Box) -> Bool {
        admits(x: box.minX, y: box.minY) && admits(x: box.maxX, y: box.maxY)
    }

    /// The candidates in whose own part of Germany all of a box lies.
    private static func systems(fitting box: Box) throws(InputError) -> [Int] {
        var session = try ProjSession()
        var fitting: [Int] = []
        for code in candidates {
            let candidate = try session.system(code: code)
            guard candidate.isGeographic == looksLikeDegrees(x: box.maxX, y: box.maxY) else { continue }
            guard let use = candidate.areaOfUse else { continue }
            let area = Box(
                minX: max(use.minX - 0.5, germany.minX), minY: max(use.minY - 0.5, germany.minY),
                maxX: min(use.maxX + 0.5, germany.maxX), maxY: min(use.maxY + 0.5, germany.maxY))
            let range = session.project(area, to: candidate)
            if range.contains(x: box.minX, y: box.minY) && range.contains(x: box.maxX, y: box.maxY) {
                fitting.append(code)
            }
        }
        return fitting
    }

    private static func likeness(_ codes: [Int], of box: Box) -> String {
        if codes.contains(4326) { return "the coordinates look like degrees of longitude and latitude" }
        return "the coordinates look like \(list(codes))"
    }

    private static func list(_ codes: [Int]) -> String {
        codes.map { "EPSG:\($0)" }.joined(separator: " or ")
    }

    /// A coordinate as it stands in a file, without a needless `.0`.
    private static func text(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
