import Egohoods
import Glibc

/// The share of a group among the nearest persons, the data in memory: the counterpart of `peers/egohoods.py`.
///
/// `egohoods TOWN PLACES ORIGINS K ANSWER [THREADS]` reads numbers of 64 bits (all eastings, northings, persons, members
/// of the group), finds the neighbourhoods of the first places, three times, and writes persons and members for each.
/// The best seconds of building and asking go to standard error.
@main struct Measurement {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 6, let places = Int(arguments[2]), let origins = Int(arguments[3]),
            let nearest = Int(arguments[4])
        else { preconditionFailure("egohoods TOWN PLACES ORIGINS K ANSWER [THREADS]") }
        let threads = arguments.count > 6 ? Int(arguments[6]) : nil
        let numbers = load(arguments[1], count: 4 * places)
        let columns = (0..<4).map { Array(numbers[$0 * places..<($0 + 1) * places]) }
        let clock = ContinuousClock()
        var (build, ask) = (Duration.seconds(1_000), Duration.seconds(1_000))
        var answer: [Double] = []
        for _ in 0..<3 {
            let start = clock.now
            let town = Egohoods(x: columns[0], y: columns[1], population: columns[2], group: columns[3])
            let built = clock.now
            let table = town.shares(
                x: Array(columns[0][..<origins]), y: Array(columns[1][..<origins]), nearest: [nearest],
                threads: threads)
            let ended = clock.now
            build = min(build, built - start)
            ask = min(ask, ended - built)
            answer = (0..<origins).flatMap { [table.reached(of: $0), table.members(of: $0)] }
        }
        save(answer, to: arguments[5])
        let line = "kleinraum build \(seconds(build)) s, ask \(seconds(ask)) s\n"
        let bytes = Array(line.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func load(_ path: String, count: Int) -> [Double] {
        guard let file = fopen(path, "rb") else { preconditionFailure("\(path) cannot be opened") }
        defer { fclose(file) }
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = fread(buffer.baseAddress, 8, count, file)
            precondition(initialized == count, "\(path) is too short")
        }
    }

    static func save(_ numbers: [Double], to path: String) {
        guard let file = fopen(path, "wb") else { preconditionFailure("\(path) cannot be written") }
        defer { fclose(file) }
        precondition(fwrite(numbers, 8, numbers.count, file) == numbers.count, "\(path) cannot be written")
    }

    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds / 1_000_000_000_000) / 1e6
    }
}
