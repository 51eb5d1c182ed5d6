import Analysis
import Diagnostics
import Formats
import Planar
import Statistics

/// Locating and summing alone, with the data in memory: the counterpart of `peers/locate_*.py`.
///
/// `locate AREAS ADDRESSES KEY X Y COL,COL…` reads the files, then measures five times; the best index time and the
/// best time of lookup and sum go to standard error, the table to standard output, where `compare` checks it.
@main struct Locate {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 7 else { preconditionFailure("locate AREAS ADDRESSES KEY X Y COL,COL…") }
        let layer = try BoundaryLayer.read(path: arguments[1], key: arguments[3])
        let names = arguments[6].split(separator: ",").map(String.init)
        let points = try Points.read(arguments[2], x: arguments[4], y: arguments[5], counts: names)
        let clock = ContinuousClock()
        var index = Duration.seconds(1_000)
        var lookup = Duration.seconds(1_000)
        var answer = Sums(areas: 0, columns: 0)
        for _ in 0..<5 {
            let start = clock.now
            let locator = PointLocator(layer.areas)
            let built = clock.now
            answer = points.sums(in: layer.keys.count, locator: locator)
            let ended = clock.now
            index = min(index, built - start)
            lookup = min(lookup, ended - built)
        }
        var table = TableWriter(header: ["key", "addresses"] + names)
        for area in layer.keys.indices {
            table.write(
                [.text(layer.keys[area]), .integer(answer.addresses[area])]
                    + names.indices.map { .number(answer.sums[area * names.count + $0].value) })
        }
        print(String(decoding: table.bytes, as: UTF8.self), terminator: "")
        Message.write("kleinraum index \(seconds(index)) s, lookup and sum \(seconds(lookup)) s")
    }

    static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let thousandths = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
