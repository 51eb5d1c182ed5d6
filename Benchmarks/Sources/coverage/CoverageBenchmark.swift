import Analysis
import Coverage
import Formats
import Glibc
import Planar
import Statistics

/// Contiguity and the coverage alone, with the boundaries in memory: the counterpart of `peers/contiguity.py`.
///
/// `coverage AREAS KEY` reads the file, then measures five times; the best times go to standard error, the queen's
/// neighbours with the lengths of the shared borders to standard output as GWT.
@main struct CoverageBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { preconditionFailure("coverage AREAS KEY") }
        let layer = try BoundaryLayer.read(path: arguments[1], key: arguments[2])
        let clock = ContinuousClock()
        var (contiguity, building, dissolving) = (
            Duration.seconds(1_000), Duration.seconds(1_000), Duration.seconds(1_000)
        )
        var answer = Neighbours(starts: [0], targets: [], weights: [])
        for _ in 0..<5 {
            let start = clock.now
            answer = Contiguity.queen.neighbours(of: layer.areas)
            let found = clock.now
            let coverage = Coverage(layer.areas)
            let built = clock.now
            _ = coverage.outerBorder
            contiguity = min(contiguity, found - start)
            building = min(building, built - found)
            dissolving = min(dissolving, clock.now - built)
        }
        var out = OutputBuffer()
        GALWriter(file: "areas", key: arguments[2]).writeWeights(answer, keys: layer.keys, into: &out)
        print(String(decoding: out.bytes, as: UTF8.self), terminator: "")
        let line =
            "kleinraum queen \(seconds(contiguity)) s, coverage \(seconds(building)) s, outer border "
            + "\(seconds(dissolving)) s, \(layer.keys.count) areas, \(layer.areas.x.count) vertices\n"
        let bytes = Array(line.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        let rest = String(tenths % 10_000)
        return "\(tenths / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
    }
}
