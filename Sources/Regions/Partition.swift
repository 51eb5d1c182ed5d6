public import Algebra

/// Areas sorted into classes, numbered from 0 by their first members.
///
///     Partition([7, 7, 3, 7]).classes  // [0, 0, 1, 0]
///
/// The numbering by the first member makes a partition independent of the way in which it was found: two partitions into
/// the same sets are equal.
public struct Partition: Sendable, Equatable {
    /// The class of each area.
    public let classes: [Int]
    /// How many classes there are.
    public let count: Int

    /// Creates a partition from labels of any kind.
    public init(_ labels: [some Hashable]) {
        var numbers: [AnyHashable: Int] = [:]
        classes = labels.map { label in
            if let number = numbers[label] { return number }
            numbers[label] = numbers.count
            return numbers.count - 1
        }
        count = numbers.count
    }

    /// The areas of each class, rising.
    public var members: [[Int]] {
        var members = [[Int]](repeating: [], count: count)
        for (area, number) in classes.enumerated() { members[number].append(area) }
        return members
    }

    /// The mean of each class: one row for each.
    ///
    /// - Precondition: There is one row of `matrix` for each area.
    public func centres(of matrix: Matrix) -> Matrix {
        precondition(matrix.rows == classes.count, "one row for each area")
        var centres = Matrix(rows: count, columns: matrix.columns)
        for (number, members) in members.enumerated() {
            for column in 0..<matrix.columns {
                centres[number, column] = members.reduce(0) { $0 + matrix[$1, column] } / Double(members.count)
            }
        }
        return centres
    }

    /// The sum of squared distances of the areas from the centres of their classes.
    public func withinSumOfSquares(of matrix: Matrix) -> Double {
        let centres = centres(of: matrix)
        return classes.indices.reduce(0) { $0 + Distance.squared(matrix, $1, centres, classes[$1]) }
    }

    /// The part of the sum of squares that lies between classes, in 0...1; nil where all areas are alike.
    public func explained(of matrix: Matrix) -> Double? {
        let all = Partition(classes.map { _ in 0 }).withinSumOfSquares(of: matrix)
        return all > 0 ? 1 - withinSumOfSquares(of: matrix) / all : nil
    }
}

/// Distances between rows.
enum Distance {
    /// The squared Euclidean distance.
    @inline(__always)
    static func squared(_ one: Matrix, _ row: Int, _ other: Matrix, _ otherRow: Int) -> Double {
        var sum = 0.0
        for column in 0..<one.columns {
            let difference =
                one.values[row * one.columns + column] - other.values[otherRow * other.columns + column]
            sum += difference * difference
        }
        return sum
    }
}
