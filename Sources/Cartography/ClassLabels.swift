import Statistics

/// Class limits as they are printed: as few decimals as can be, and yet a reader who sorts the values by the printed
/// limits gets the classes of the map.
///
/// A limit between two values may be printed rounded, as long as no value changes sides. Limits that a person gave,
/// and round ones, are printed as they are. All limits of a legend have the same number of decimals.
struct ClassLabels {
    private let edges: [Double]
    private let closed: Classes.Closed
    /// The decimals all printed limits have.
    let decimals: Int

    /// Finds the number of decimals, `decimals` or more.
    init(_ classes: Classes, method: Classification.Method, values: [Double], decimals: Int) {
        closed = classes.closed
        let sorted = values.sorted()
        for places in decimals...12 {
            if let edges = ClassLabels.printed(classes, method, sorted, places) {
                self.edges = edges
                self.decimals = places
                return
            }
        }
        edges = classes.edges
        self.decimals = 12
    }

    /// One label per class.
    func texts(in language: Language) -> [String] {
        let format = NumberFormat(language)
        let limits = edges.map { format.text($0, decimals: decimals) }
        return (0..<max(0, edges.count - 1)).map { index in
            let low = limits[index]
            let high = limits[index + 1]
            if edges[index] == edges[index + 1] { return low }
            switch closed {
            case .left where index < edges.count - 2:
                return language("\(low) bis unter \(high)", "\(low) to under \(high)")
            case .right where index > 0: return language("über \(low) bis \(high)", "over \(low) to \(high)")
            default: return language("\(low) bis \(high)", "\(low) to \(high)")
            }
        }
    }

    /// The limits with so many decimals, or `nil` where that would be untrue.
    private static func printed(
        _ classes: Classes, _ method: Classification.Method, _ sorted: [Double], _ places: Int
    ) -> [Double]? {
        let edges = classes.edges
        var printed: [Double] = []
        for index in edges.indices {
            let edge = edges[index]
            let nearest = rounded(edge, places, .toNearestOrAwayFromZero)
            let limit: Double?
            if isGiven(edge, by: method) {
                limit = abs(nearest - edge) <= 1e-12 * abs(edge) ? nearest : nil
            } else if edges.count == 2 && edges[0] == edges[1] {
                limit = nearest
            } else if index == 0 || (index == 1 && edge == edges[0]) {
                // The lowest class: either it reaches down to the minimum, or it is the minimum alone.
                let isPoint = edges[0] == edges[1]
                limit = isPoint || nearest <= edge ? nearest : rounded(edge, places, .down)
            } else if index == edges.count - 1 {
                limit = nearest >= edge ? nearest : rounded(edge, places, .up)
            } else {
                limit = inner(edge, nearest, places, classes.closed, sorted)
            }
            guard let limit else { return nil }
            if let last = printed.last, limit <= last, edges[index] > edges[index - 1] { return nil }
            printed.append(limit)
        }
        guard edges.count > 2, edges[0] == edges[1] else { return printed }
        let next = sorted.first { $0 > edges[0] } ?? .infinity
        return printed[1] < next ? printed : nil
    }

    /// A rounded limit that leaves every value on its side: to the nearest, else down, else up.
    private static func inner(
        _ edge: Double, _ nearest: Double, _ places: Int, _ closed: Classes.Closed, _ sorted: [Double]
    ) -> Double? {
        let above = sorted.partition(where: { closed == .left ? $0 >= edge : $0 > edge })
        let low = above > 0 ? sorted[above - 1] : -.infinity
        let high = above < sorted.count ? sorted[above] : .infinity
        return [nearest, rounded(edge, places, .down), rounded(edge, places, .up)].first { limit in
            closed == .left ? low < limit && limit <= high : low <= limit && limit < high
        }
    }

    private static func isGiven(_ edge: Double, by method: Classification.Method) -> Bool {
        switch method {
        case .fixed(let limits): limits.contains(edge)
        case .pretty: true
        default: false
        }
    }

    private static func rounded(_ value: Double, _ places: Int, _ rule: FloatingPointRoundingRule) -> Double {
        let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
        let scaled = (value * scale).rounded(rule) / scale
        return scaled.isFinite ? scaled : value
    }
}

extension [Double] {
    /// The first index from which on a condition holds, in a sorted array where it holds from some index on.
    fileprivate func partition(where isAbove: (Double) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAbove(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
