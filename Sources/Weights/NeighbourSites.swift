public import Diagnostics
public import Planar
public import Statistics

/// The centroids of areas in a plane in metres, between which neighbours by distance are found.
public struct NeighbourSites: Sendable {
    /// The eastings; NaN without geometry.
    public let x: [Double]
    /// The northings.
    public let y: [Double]
    /// The file, for messages.
    public let file: String

    /// The centroids of areas in metres.
    public init(_ areas: Areas, file: String) {
        let centroids = (0..<areas.count).map { areas.centroid(of: $0) ?? (.nan, .nan) }
        x = centroids.map(\.x)
        y = centroids.map(\.y)
        self.file = file
    }

    /// The neighbours of a kind that goes by distance, and what each area weighs to itself.
    public func neighbours(_ kind: NeighbourKind) throws(InputError) -> (neighbours: Neighbours, selfWeights: [Double])
    {
        switch kind {
        case .nearest(let count):
            try refuse(count, form: "knn")
            return (.nearest(count, x: x, y: y), [])
        case .within(let reach): return (.within(try metres(reach), x: x, y: y), [])
        case .inverseDistance(let reach, let power):
            return (Neighbours.within(try metres(reach), x: x, y: y).inverseDistance(power: power), [])
        case .kernel(let function, .fixed(let reach)):
            let metres = try metres(reach)
            guard metres > 0 else {
                throw InputError(
                    .invalidNumber, "all areas have their centroid in common with another, so the least reach is 0 m",
                    remedy: "state the bandwidth in metres", at: Place(file: file))
            }
            let weights = Kernel(function, bandwidth: .fixed(metres)).weights(x: x, y: y)
            return (weights.neighbours, weights.selfWeights)
        case .kernel(let function, .nearest(let count)):
            try refuse(count, form: "kernel:\(function.rawValue):knn")
            let weights = Kernel(function, bandwidth: .nearest(count)).weights(x: x, y: y)
            return (weights.neighbours, weights.selfWeights)
        case .contiguous, .block: return (.nearest(0, x: x, y: y), [])
        }
    }

    /// A reach in metres.
    private func metres(_ reach: NeighbourKind.Reach) throws(InputError) -> Double {
        guard case .metres(let metres) = reach else {
            guard let least = Neighbours.leastThreshold(x: x, y: y) else { throw alone }
            return least
        }
        return metres
    }

    /// Refuses more neighbours than there are others.
    private func refuse(_ count: Int, form: String) throws(InputError) {
        let others = x.count { !$0.isNaN } - 1
        if others < 1 { throw alone }
        if count > others {
            throw InputError(
                .invalidNumber, "an area has only \(others) others, not \(count)",
                remedy: "take \(form):\(others) at most", at: Place(file: file))
        }
    }

    private var alone: InputError {
        InputError(
            .invalidNumber, "without a second area that has a geometry there are no neighbours by distance",
            remedy: "take a file with more areas", at: Place(file: file))
    }
}
