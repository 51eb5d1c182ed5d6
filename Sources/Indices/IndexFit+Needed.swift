extension IndexFit {
    /// By how much a row's turned value of one indicator must rise (or fall) for the row to leave its group; `nil`
    /// where no change of up to sixteen times the indicator's range does it.
    ///
    /// Doubled until the group changes, then halved to twelve digits. With ranks the place found is the value of the
    /// area to be overtaken.
    func needed(_ row: Int, _ indicator: Int, isUp: Bool) -> Double? {
        guard let group = group(row), columns[indicator].range > 0 else { return nil }
        var altered = values.map { $0[row] }
        let own = altered[indicator]
        func leaves(_ change: Double) -> Bool {
            altered[indicator] = own + change
            guard let reached = self.group(row, altered: altered) else { return false }
            return reached != group
        }
        let sign: Double = isUp ? 1 : -1
        var (low, high) = (0.0, columns[indicator].range / 1024)
        while !leaves(sign * high) {
            (low, high) = (high, 2 * high)
            if high > 16 * columns[indicator].range { return nil }
        }
        while high - low > 1e-12 * high, low + (high - low) / 2 > low {
            let middle = low + (high - low) / 2
            if leaves(sign * middle) { high = middle } else { low = middle }
        }
        return overtaken(own + sign * high, columns[indicator]).map { $0 - own } ?? sign * high
    }

    /// With ranks, the value of the area that a value found by halving stands next to.
    private func overtaken(_ value: Double, _ column: FittedColumn) -> Double? {
        switch column.method {
        case .z, .minMax: return nil
        case .rank, .percentile, .exponential:
            let place = column.below(value)
            let around = column.sorted[max(0, place - 1)..<min(column.count, place + 1)]
            let nearest = around.min { abs($0 - value) < abs($1 - value) }
            return nearest.flatMap { abs($0 - value) <= 1e-9 * column.range ? $0 : nil }
        }
    }
}
