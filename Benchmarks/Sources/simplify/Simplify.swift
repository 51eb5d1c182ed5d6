import Coverage
import Formats
import Glibc
import Planar

/// Simplification alone, with the areas in memory: the counterpart of `peers/simplify.py`.
///
/// `simplify AREAS TOLERANCE[,TOLERANCE…]` reads the file, then measures seven times: building the coverage, ranking
/// its vertices, and filtering and putting together the areas at each tolerance. The best times go to standard error;
/// `tolerance,vertices` to standard output, vertices counted over all rings.
@main struct Simplify {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { preconditionFailure("simplify AREAS TOLERANCE[,TOLERANCE…]") }
        guard case .areas(let areas) = try FeatureFile.read(path: arguments[1]).geometry else {
            preconditionFailure("simplify takes areas")
        }
        let tolerances = arguments[2].split(separator: ",").compactMap { Double($0) }
        let clock = ContinuousClock()
        var (build, rank, whole) = (Duration.seconds(1_000), Duration.seconds(1_000), Duration.seconds(1_000))
        var filters = tolerances.map { _ in Duration.seconds(1_000) }
        var vertices = tolerances.map { _ in 0 }
        for _ in 0..<7 {
            let start = clock.now
            let coverage = Coverage(areas)
            let built = clock.now
            let simplification = Simplification(coverage)
            let ranked = clock.now
            for (index, tolerance) in tolerances.enumerated() {
                let begin = clock.now
                vertices[index] = simplification.coverage(at: tolerance).areas.x.count
                filters[index] = min(filters[index], clock.now - begin)
            }
            build = min(build, built - start)
            rank = min(rank, ranked - built)
            whole = min(whole, ranked - start)
        }
        for (tolerance, count) in zip(tolerances, vertices) { print("\(tolerance),\(count)") }
        let filterTexts = zip(tolerances, filters).map { "at \($0) m \(milliseconds($1)) ms" }.joined(separator: ", ")
        write(
            "kleinraum coverage \(milliseconds(build)) ms, ranking for all tolerances \(milliseconds(rank)) ms, "
                + "both \(milliseconds(whole)) ms; one filter with its areas: \(filterTexts)")
    }

    static func milliseconds(_ duration: Duration) -> Int {
        Int(duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000)
    }

    static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
