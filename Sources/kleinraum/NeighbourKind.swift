import Coverage

/// What `--kind` of `kleinraum neighbours` asks for.
///
///     NeighbourKind("knn:4")         // .nearest(4)
///     NeighbourKind("distance:500")  // .within(500)
enum NeighbourKind: Equatable {
    /// Areas that touch.
    case contiguous(Contiguity)
    /// So many nearest centroids.
    case nearest(Int)
    /// Centroids within so many metres.
    case within(Double)

    /// Reads a kind; nil where it is none.
    init?(_ text: String) {
        if let contiguity = Contiguity(rawValue: text) {
            self = .contiguous(contiguity)
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let number = text[text.index(after: colon)...]
        switch text[..<colon] {
        case "knn":
            guard let count = Int(number), count > 0 else { return nil }
            self = .nearest(count)
        case "distance":
            guard let metres = Double(number), metres > 0, metres.isFinite else { return nil }
            self = .within(metres)
        default: return nil
        }
    }
}
