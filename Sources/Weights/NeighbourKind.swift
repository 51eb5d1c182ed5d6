public import Coverage

/// Who is whose neighbour, in the words of the command line and of project files.
///
///     NeighbourKind("queen:2")                   // .contiguous(.queen, order: 2)
///     NeighbourKind("distance:500")              // .within(.metres(500))
///     NeighbourKind("kernel:triangular:knn:12")  // .kernel(.triangular, .nearest(12))
public enum NeighbourKind: Sendable, Equatable {
    /// Areas that touch, or are so many such steps apart.
    case contiguous(Contiguity, order: Int)
    /// So many nearest centroids.
    case nearest(Int)
    /// Centroids within a distance.
    case within(Reach)
    /// Centroids within a distance, weighted by its inverse power.
    case inverseDistance(Reach, power: Double)
    /// Centroids weighted by a kernel.
    case kernel(KernelFunction, Extent)
    /// Areas with the same value of a field.
    case block(String)

    /// How far neighbours may be.
    public enum Reach: Sendable, Equatable {
        /// So many metres.
        case metres(Double)
        /// The least distance at which no area is without neighbours.
        case least
    }

    /// How far a kernel reaches.
    public enum Extent: Sendable, Equatable {
        /// Equally far everywhere.
        case fixed(Reach)
        /// As far as the so manieth nearest.
        case nearest(Int)
    }

    /// The forms, for messages.
    public static let forms = """
        queen, rook, queen:ORDER, rook:ORDER, knn:K, distance:METRES, inverse-distance:METRES[:POWER], \
        kernel:NAME:METRES, kernel:NAME:knn:K or block:FIELD; a kernel is one of \
        \(KernelFunction.allCases.map(\.rawValue).joined(separator: ", ")); METRES may be 'least'
        """

    /// Reads a kind; nil where it is none.
    public init?(_ text: String) {
        let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if let contiguity = Contiguity(rawValue: words[0]) {
            guard words.count <= 2, let order = words.count == 1 ? 1 : NeighbourKind.count(words[1]) else { return nil }
            self = .contiguous(contiguity, order: order)
            return
        }
        switch (words[0], words.count) {
        case ("knn", 2):
            guard let count = NeighbourKind.count(words[1]) else { return nil }
            self = .nearest(count)
        case ("distance", 2):
            guard let reach = Reach(words[1]) else { return nil }
            self = .within(reach)
        case ("inverse-distance", 2...3):
            guard let reach = Reach(words[1]), let power = words.count == 2 ? 1 : NeighbourKind.positive(words[2])
            else {
                return nil
            }
            self = .inverseDistance(reach, power: power)
        case ("kernel", 3):
            guard let function = KernelFunction(rawValue: words[1]), let reach = Reach(words[2]) else { return nil }
            self = .kernel(function, .fixed(reach))
        case ("kernel", 4) where words[2] == "knn":
            guard let function = KernelFunction(rawValue: words[1]), let count = NeighbourKind.count(words[3]) else {
                return nil
            }
            self = .kernel(function, .nearest(count))
        case ("block", 2...):
            // A field's name may hold colons.
            let field = words.dropFirst().joined(separator: ":")
            guard !field.isEmpty else { return nil }
            self = .block(field)
        default: return nil
        }
    }

    /// Whether its weights are the point of it, so that a file of links alone would lose them.
    public var hasWeights: Bool {
        switch self {
        case .inverseDistance, .kernel: true
        default: false
        }
    }

    /// Whether it looks for neighbours within a distance that is the same for all.
    public var hasReach: Bool {
        switch self {
        case .within, .inverseDistance, .kernel(_, .fixed): true
        default: false
        }
    }

    fileprivate static func positive(_ text: String) -> Double? {
        Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }

    private static func count(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }
}

extension NeighbourKind.Reach {
    /// Reads a distance; nil where it is none.
    fileprivate init?(_ text: String) {
        if text == "least" {
            self = .least
        } else if let metres = NeighbourKind.positive(text) {
            self = .metres(metres)
        } else {
            return nil
        }
    }
}
