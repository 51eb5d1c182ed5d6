#if canImport(Glibc)
    import Glibc
#endif

/// Round class limits: all multiples of 1, 2 or 5 times a power of ten that cover the values.
enum PrettyBreaks {
    /// Edges from at or below `low` to at or above `high`, in about `count` classes.
    ///
    /// Of the possible steps the one whose number of classes comes closest to the wish is taken; of two equally close
    /// ones, the coarser.
    ///
    /// - Precondition: `low < high`, both finite.
    static func edges(from low: Double, to high: Double, count: Int) -> [Double] {
        // So far apart that their distance is no number any more.
        guard (high - low).isFinite else { return [low, high] }
        let magnitude = Int(log10((high - low) / Double(count)).rounded(.down))
        var best: [Double] = []
        for exponent in stride(from: magnitude + 1, through: magnitude - 1, by: -1) {
            for digit in [5, 2, 1] {
                let edges = multiples(of: Double(digit), exponent: exponent, from: low, to: high)
                let distance = abs(edges.count - 1 - count)
                if best.isEmpty || distance < abs(best.count - 1 - count) { best = edges }
            }
        }
        return best
    }

    private static func multiples(of digit: Double, exponent: Int, from low: Double, to high: Double) -> [Double] {
        // Whole number times or over a power of ten: exact as long as the limits are short decimals.
        let power = pow(10, Double(abs(exponent)))
        func edge(_ multiple: Double) -> Double {
            exponent < 0 ? multiple * digit / power : multiple * digit * power
        }
        let step = edge(1)
        // Beyond this a multiple and the next one are the same number.
        guard (low / step).magnitude < 0x1p52, (high / step).magnitude < 0x1p52 else { return [low, high] }
        var first = (low / step).rounded(.down)
        while edge(first) > low { first -= 1 }
        while edge(first + 1) <= low { first += 1 }
        var edges = [edge(first)]
        var multiple = first
        while edges[edges.count - 1] < high {
            multiple += 1
            let next = edge(multiple)
            // A range of a few units in the last place has no round numbers inside.
            guard next > edges[edges.count - 1] else { return [low, high] }
            edges.append(next)
        }
        return edges
    }
}
