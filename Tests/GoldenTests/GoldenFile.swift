import Diagnostics
import Formats
import Glibc

/// The published values that this machine has, and the data they were computed from.
enum GoldenFile {
    /// The folder with the data, `../shared/data/statistics` beside the package.
    static let folder: String = {
        let path = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/\(path)/shared/data/statistics"
    }()

    /// Whether the data are here.
    static var isHere: Bool { access("\(folder)/golden.csv", R_OK) == 0 }

    /// One row of the file.
    struct Row: Sendable, CustomStringConvertible {
        let id: String
        /// The numbers as they are printed, in their order; prose between them is skipped by the separators `|`, `;`, `,`.
        let expected: [String]

        var description: String { id }
    }

    /// All rows, in the file's order.
    static func rows() throws -> [Row] {
        let table = try Table(path: "\(folder)/golden.csv")
        let (id, expected) = (try table.column("id"), try table.column("expected"))
        return (0..<table.count).map { row in
            Row(
                id: table.columns[id][row],
                expected: table.columns[expected][row].split { "|;,".contains($0) }.map(String.init))
        }
    }

    /// Whether a number is the printed one: within half a unit of its last digit, or, where more digits are printed than
    /// sums in another order keep, within 10⁻¹¹ of it.
    static func isPrinted(_ number: Double, as text: String) -> Bool {
        guard let printed = Double(text) else { return false }
        let mantissa = text.prefix { $0 != "e" && $0 != "E" }
        let exponent = Int(text.dropFirst(mantissa.count + 1)) ?? 0
        let decimals = mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
        let half = 0.5 * pow(10, Double(exponent - decimals))
        return abs(number - printed) <= max(half * (1 + 1e-9), 1e-11 * abs(printed))
    }
}
