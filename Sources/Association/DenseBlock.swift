/// The values of a block of rows of draws, and their running sums, with all rows' first draws beside each other, then
/// all second ones, …
struct DenseBlock: Sendable {
    let table: ReferenceTable
    let occurrences: Occurrences
    /// Variable after variable, draw after draw, row after row.
    private let values: [Double]
    /// The sums of the first 1, 2, … draws, laid out in the same way.
    private let sums: [Double]

    init(_ table: ReferenceTable, variables: [[Double]]) {
        self.table = table
        occurrences = table.occurrences(population: variables.first?.count ?? 0)
        let (length, width) = (table.rows.count, table.width)
        var values = [Double](repeating: 0, count: variables.count * width * length)
        for (number, variable) in variables.enumerated() {
            for draw in 0..<width {
                let start = (number * width + draw) * length
                for row in 0..<length { values[start + row] = variable[Int(table.ids[row * width + draw])] }
            }
        }
        var sums = values
        for number in variables.indices {
            for place in (number * width + 1) * length..<max((number + 1) * width, number * width + 1) * length {
                sums[place] += sums[place - length]
            }
        }
        self.values = values
        self.sums = sums
    }

    /// Adds to each row's score a factor times the value of one of its draws.
    @inline(__always)
    func addValue(
        at draw: Int, _ variable: Int, times factor: Double, to scores: UnsafeMutableBufferPointer<Double>
    ) {
        add(values, variable * table.width + draw, times: factor, to: scores)
    }

    /// Adds to each row's score a factor times the sum of its first draws.
    @inline(__always)
    func addSum(
        ofFirst count: Int, _ variable: Int, times factor: Double, to scores: UnsafeMutableBufferPointer<Double>
    ) {
        add(sums, variable * table.width + count - 1, times: factor, to: scores)
    }

    @inline(__always)
    private func add(
        _ from: [Double], _ column: Int, times factor: Double, to scores: UnsafeMutableBufferPointer<Double>
    ) {
        let start = column * table.rows.count
        from.withUnsafeBufferPointer { from in
            for row in 0..<scores.count { scores[row] += factor * from[start + row] }
        }
    }
}
