import Association
import Coverage
import Formats
import Glibc
import Planar
import Statistics

/// Local and global Moran alone, with the map in memory: the counterpart of `peers/association.py`.
///
/// `association map AREAS VALUES R` takes the queen's neighbours of boundaries, `association lattice WIDTH HEIGHT
/// VALUES R` those of a lattice; VALUES has one number a line, in the order of the areas. Everything is measured five
/// times, the global statistic on a map only. Best times and the peak of memory go to standard error; each area's statistic and both tails to standard output.
@main struct AssociationBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 4, let permutations = arguments.last.flatMap(Int.init) else {
            preconditionFailure("association map AREAS VALUES R | association lattice WIDTH HEIGHT VALUES R")
        }
        let neighbours: Neighbours
        if arguments[1] == "map" {
            let file = try FeatureFile.read(path: arguments[2])
            guard case .areas(let areas) = file.geometry else { preconditionFailure("\(arguments[2]) has no areas") }
            neighbours = Contiguity.queen.neighbours(of: areas)
        } else {
            neighbours = lattice(Int(arguments[2]) ?? 0, Int(arguments[3]) ?? 0)
        }
        let weights = neighbours.binary.rowStandardised
        let values = try numbers(arguments[arguments.count - 2])
        forgetPeak()
        let before = memory("VmRSS")

        let clock = ContinuousClock()
        var (local, global) = (Duration.seconds(1_000), Duration.seconds(1_000))
        var answer = LocalAssociation(areas: [], permutations: 0)
        for _ in 0..<5 {
            let start = clock.now
            answer = LocalMoran(weights: weights, test: ConditionalPermutation(permutations: permutations, seed: 1))
                .compute(values)
            local = min(local, clock.now - start)
        }
        let after = memory("VmHWM")
        var index = 0.0
        for _ in 0..<(arguments[1] == "map" ? 5 : 0) {
            let start = clock.now
            let moran = Moran.association(of: values, neighbours: weights, permutations: GlobalPermutations(count: 999))
            global = min(global, clock.now - start)
            index = try moran.get().statistic
        }

        for area in answer.areas {
            print(area.statistic ?? .nan, area.tails?.greater ?? .nan, area.tails?.less ?? .nan, separator: ",")
        }
        let overall = arguments[1] == "map" ? ", global \(seconds(global)) s, I \(index)" : ""
        let line =
            "kleinraum local \(seconds(local)) s\(overall), \(values.count) areas, \(weights.targets.count) links, "
            + "\(permutations) permutations, \(after - before) KiB above the map's \(before) KiB\n"
        let bytes = Array(line.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The queen's neighbours on a lattice.
    static func lattice(_ width: Int, _ height: Int) -> Neighbours {
        var starts = [0]
        var targets: [Int32] = []
        for row in 0..<height {
            for column in 0..<width {
                for y in max(0, row - 1)...min(height - 1, row + 1) {
                    for x in max(0, column - 1)...min(width - 1, column + 1) where (y, x) != (row, column) {
                        targets.append(Int32(y * width + x))
                    }
                }
                starts.append(targets.count)
            }
        }
        return Neighbours(starts: starts, targets: targets, weights: targets.map { _ in 1 })
    }

    /// The numbers of a file, one a line.
    static func numbers(_ path: String) throws -> [Double] {
        guard let file = fopen(path, "r") else { preconditionFailure("cannot read \(path)") }
        defer { fclose(file) }
        var numbers: [Double] = []
        var line = [CChar](repeating: 0, count: 64)
        while fgets(&line, Int32(line.count), file) != nil { numbers.append(strtod(line, nil)) }
        return numbers
    }

    /// A line of the process's memory, in KiB: what it holds (`VmRSS`), or the most it has held (`VmHWM`).
    ///
    /// Not `getrusage`, whose peak may be that of the process that started this one.
    static func memory(_ field: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            if text.hasPrefix("\(field):") { return Int(text.filter(\.isNumber)) ?? 0 }
        }
        return 0
    }

    /// Lets the peak of memory start anew.
    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        let rest = String(tenths % 10_000)
        return "\(tenths / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
    }
}
