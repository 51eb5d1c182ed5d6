/// The highest point of a likelihood of one parameter, found by its slope.
///
/// The height itself is flat at the peak and would give half the digits; the slope changes its sign there.
enum LikelihoodPeak {
    /// Where the likelihood is highest within an open range, to the last bits; nil where it has no peak there, or rises
    /// above it towards an end, as it does without bound where all areas are next to all.
    ///
    /// The range is searched in 200 steps for every change of the slope from rising to falling, each is halved until no
    /// number is left between, and the highest is taken: a likelihood with two peaks is no trouble. The last millionth
    /// of the range at either end is left out: there the determinant is close to zero and its slope rounding.
    static func find(
        from lower: Double, to upper: Double, slope: (Double) -> Double, height: (Double) -> Double
    ) -> Double? {
        let steps = 200
        var points = (1..<steps).map { lower + (upper - lower) * Double($0) / Double(steps) }
        let margin = (upper - lower) * 1e-6
        let ends = [lower + margin, upper - margin]
        points = [ends[0]] + points + [ends[1]]
        let slopes = points.map(slope)
        var best: (place: Double, height: Double)?
        for index in 1..<points.count where slopes[index - 1] > 0 && slopes[index] <= 0 {
            var (low, high) = (points[index - 1], points[index])
            while true {
                let middle = low + (high - low) / 2
                guard middle > low, middle < high else { break }
                if slope(middle) > 0 { low = middle } else { high = middle }
            }
            let candidate = height(high)
            if candidate.isFinite, candidate > best?.height ?? -.infinity { best = (high, candidate) }
        }
        guard let best, ends.allSatisfy({ !(height($0) > best.height) }) else { return nil }
        return best.place
    }
}
