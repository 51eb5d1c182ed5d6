/// A coordinate operation as a report shows it.
///
///     operation.name      // "Inverse of 3-degree Gauss-Kruger zone 3 + DHDN to ETRS89 (8) + UTM zone 32N"
///     operation.accuracy  // 0.9
public struct CoordinateOperation: Hashable, Sendable {
    /// Its steps, as the EPSG register names them.
    public let name: String
    /// How far off results may be, in metres; nil when the register does not say.
    public let accuracy: Double?
    /// A more accurate operation that cannot be used because its grid file is not installed.
    public let better: Missing?

    /// An operation that PROJ would prefer, had it the grid.
    public struct Missing: Hashable, Sendable {
        /// The steps of the better operation.
        public let name: String
        /// Its accuracy in metres.
        public let accuracy: Double
        /// The grid file that is missing, such as `BETA2007.gsb`.
        public let grid: String
    }

    init(name: String, accuracy: Double?, better: Missing?) {
        self.name = name
        self.accuracy = accuracy
        self.better = better
    }

    /// The exact operation within one plane: nothing at all, or a zone prefix more or less.
    init(shiftingBy shift: Double) {
        let zone = Int(abs(shift) / 1e6)
        let name = shift == 0 ? "none" : shift > 0 ? "zone prefix \(zone) added" : "zone prefix \(zone) removed"
        self.init(name: name, accuracy: 0, better: nil)
    }
}

extension CoordinateOperation: CustomStringConvertible {
    /// The name, the accuracy, and what a missing grid would give, on one line.
    public var description: String {
        var text = name
        text += accuracy.map { ", accuracy \($0) m" } ?? ", accuracy unknown"
        if let better {
            text += "; with the grid \(better.grid), which is not installed, it would be \(better.accuracy) m"
        }
        return text
    }
}
