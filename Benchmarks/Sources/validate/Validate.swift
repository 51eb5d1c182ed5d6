import Formats
import Glibc
import Planar
import Validation

/// Looking for all faults between areas in memory: the counterpart of `peers/validate.py`.
///
/// `validate AREAS [COPIES [damage]]` reads the file, then looks nine times, on two threads. The best and the middle time go to
/// standard error; `kind,count,measure` of what was found to standard output. With COPIES the areas are laid side by
/// side so many times: for how the time grows. With `damage` one vertex in the middle of the file is then moved by a
/// metre, so that the long way through GEOS is taken.
///
/// The timed call is `CoverageFaults(areas, threads: 2)`, which checks all that its documentation lists: that every
/// ring is simple (no edge touches another of its area), the pairing of all edges by exact coordinates, that what is
/// left are loops that touch nowhere, repeated vertices, and gaps with their width and neighbours. Where it finds
/// nothing, no two areas share ground and no vertex lacks its counterpart.
@main struct Validate {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard (2...4).contains(arguments.count) else { preconditionFailure("validate AREAS [COPIES [damage]]") }
        guard case .areas(let once) = try FeatureFile.read(path: arguments[1]).geometry else {
            preconditionFailure("validate takes areas")
        }
        var areas = once
        if arguments.count > 2, let copies = Int(arguments[2]) { areas = repeated(once, copies: copies) }
        if arguments.last == "damage" { areas = damaged(areas) }
        let clock = ContinuousClock()
        var times: [Duration] = []
        var faults: [CoverageFault] = []
        for _ in 0..<9 {
            let start = clock.now
            faults = try CoverageFaults(areas, threads: 2).faults
            times.append(clock.now - start)
        }
        for kind in CoverageFault.Kind.allCases {
            let found = faults.filter { $0.kind == kind }
            if !found.isEmpty { print("\(kind.rawValue),\(found.count),\(found.reduce(0) { $0 + $1.measure })") }
        }
        times.sort()
        write(
            "kleinraum \(areas.count) areas, \(areas.x.count) vertices: best \(seconds(times[0])) s, "
                + "middle \(seconds(times[4])) s")
    }

    /// The areas so many times, side by side with some space between.
    static func repeated(_ areas: Areas, copies: Int) -> Areas {
        let step = (areas.box.width + 1_000).rounded(.up)
        func shifted(_ starts: [Int32]) -> [Int32] {
            let length = starts[starts.count - 1]
            return [0] + (0..<copies).flatMap { copy in starts.dropFirst().map { $0 + Int32(copy) * length } }
        }
        return Areas(
            x: (0..<copies).flatMap { copy in areas.x.map { $0 + Double(copy) * step } },
            y: (0..<copies).flatMap { _ in areas.y }, ringStarts: shifted(areas.ringStarts),
            partStarts: shifted(areas.partStarts), areaStarts: shifted(areas.areaStarts))
    }

    /// The areas with one vertex moved.
    static func damaged(_ areas: Areas) -> Areas {
        var x = areas.x
        let vertices = areas.vertices(of: areas.count / 2)
        x[vertices.lowerBound + vertices.count / 3] += 1
        return Areas(
            x: x, y: areas.y, ringStarts: areas.ringStarts, partStarts: areas.partStarts,
            areaStarts: areas.areaStarts)
    }

    static func seconds(_ duration: Duration) -> String {
        let thousandths = duration.components.attoseconds / 1_000_000_000_000_000
        return "\(duration.components.seconds).\(String(thousandths + 1_000).dropFirst())"
    }

    static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
