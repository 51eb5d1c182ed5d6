/// The root of a rising function of one number: Newton's steps, halving a bracket where they leave it.
enum RisingRoot {
    /// Finds where a function crosses zero.
    ///
    /// - Parameters:
    ///   - start: A number that may be far off.
    ///   - function: The value and the slope, which may be infinite or NaN where the function runs out of range.
    /// - Returns: A place, and the Newton step that is still to be subtracted from it.
    static func find(
        from start: Double, of function: (Double) -> (value: Double, slope: Double)
    ) -> (place: Double, step: Double) {
        var (low, high) = (-Double.infinity, Double.infinity)
        var place = start
        var reach = 1.0
        var best = (place: start, step: 0.0)
        for _ in 0..<400 {
            let (value, slope) = function(place)
            if value == 0 { return (place, 0) }
            if value < 0 { low = place } else { high = place }
            let step = value / slope
            if step.isFinite && slope > 0 {
                if abs(step) < 1e-9 { return (place, step) }
                best = (place, abs(step) < 1e-3 ? step : 0)
            }
            var next = place - step
            // Steps far outside what is known are replaced by growing ones, or by the middle of the bracket.
            if !(next > low && next < high) || abs(step) > 4 * reach {
                if low.isFinite && high.isFinite {
                    next = low + (high - low) / 2
                } else {
                    next = low.isFinite ? low + reach : high - reach
                    reach *= 2
                }
            }
            if next == place { return (place, 0) }
            place = next
        }
        return best
    }
}
