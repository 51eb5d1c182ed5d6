import Formats
import Foundation
import Indices
import Statistics

/// Input columns of complete values.
typealias InputColumns = [String: (values: [Double], states: [ValueState])]

/// Columns without gaps.
func complete(_ columns: [String: [Double]]) -> InputColumns {
    columns.mapValues { ($0, [ValueState](repeating: .value, count: $0.count)) }
}

/// Keys `a0`, `a1` and so on.
func keys(_ count: Int) -> [String] { (0..<count).map { "a\($0)" } }

/// Seeded values between 0 and 50.
func randomColumn(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in 50 * generator.uniform() }
}

/// A recipe of indicators `x`, `y` …, one index, with what follows in YAML.
func recipe(_ indicators: [String], _ more: String, standardisation: String = "z") throws -> IndexRecipe {
    let list = indicators.map { "      - \($0)\n" }.joined()
    let lines = more.split(separator: "\n").map { "    \($0)\n" }.joined()
    return try IndexRecipe(
        yaml: "name: test\nindices:\n  - name: test\n    standardisation: \(standardisation)\n    indicators:\n"
            + list + lines)
}

/// Three classes with limits −1 (in the middle class) and 1 (in the middle class).
let threeClasses = "second: z\nclasses: [{label: low, below: -1}, {label: mid, through: 1}, {label: high}]"

/// The published tables beside the package; absent in most checkouts.
enum Published {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path

    static func has(_ file: String) -> Bool { FileManager.default.isReadableFile(atPath: "\(folder)/\(file)") }

    static func table(_ file: String) throws -> Table {
        var options = DelimitedOptions()
        options.missing = ["-9999"]
        return try Table(path: "\(folder)/\(file)", options: options)
    }

    /// Columns under the recipe's names.
    static func columns(_ table: Table, _ fields: [String: String]) throws -> InputColumns {
        try fields.mapValues { field in
            let cells = table.numbers(try table.column(field))
            return (cells.map { $0.number ?? 0 }, cells.map { $0.state ?? .noData })
        }
    }
}
