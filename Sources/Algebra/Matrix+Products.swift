extension Matrix {
    /// Rows and columns exchanged.
    public var transposed: Matrix {
        var turned = Matrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { turned.values[column * rows + row] = values[row * columns + column] }
        }
        return turned
    }

    /// The product of this matrix and another.
    ///
    ///     Matrix(rows: [[1, 2], [3, 4]]).times(Matrix(rows: [[0, 1], [1, 0]])).values  // [2, 1, 4, 3]
    ///
    /// - Precondition: The other has as many rows as this one has columns.
    /// - Complexity: O(rows × columns × columns of the other).
    public func times(_ other: Matrix) -> Matrix {
        precondition(columns == other.rows, "inner dimensions agree")
        var product = Matrix(rows: rows, columns: other.columns)
        let width = other.columns
        product.values.withUnsafeMutableBufferPointer { product in
            other.values.withUnsafeBufferPointer { other in
                for row in 0..<rows {
                    let target = UnsafeMutableBufferPointer(rebasing: product[row * width..<(row + 1) * width])
                    for inner in 0..<columns {
                        let source = UnsafeBufferPointer(rebasing: other[inner * width..<(inner + 1) * width])
                        RowKernel.add(values[row * columns + inner], times: source, to: target)
                    }
                }
            }
        }
        return product
    }

    /// The product of this matrix and a column of numbers.
    ///
    /// - Precondition: There are as many numbers as columns.
    public func times(_ vector: [Double]) -> [Double] {
        precondition(vector.count == columns, "one number for each column")
        return values.withUnsafeBufferPointer { values in
            vector.withUnsafeBufferPointer { vector in
                (0..<rows).map { row in
                    RowKernel.product(
                        UnsafeBufferPointer(rebasing: values[row * columns..<(row + 1) * columns]), vector)
                }
            }
        }
    }

    /// The products of the columns with each other: the matrix turned round, times itself. Symmetric to the last bit.
    public var gram: Matrix {
        var product = transposed.times(self)
        for row in 0..<columns {
            for column in 0..<row { product[row, column] = product[column, row] }
        }
        return product
    }

    /// Every number times a factor.
    public func scaled(by factor: Double) -> Matrix {
        Matrix(rows: rows, columns: columns, values: values.map { factor * $0 })
    }

    /// The value of the quadratic form: the numbers, times this matrix, times the numbers.
    ///
    /// - Precondition: The matrix is square with one row for each number.
    public func quadraticForm(_ vector: [Double]) -> Double { dotProduct(vector, times(vector)) }
}

/// The sum of the products of two columns of numbers.
///
///     dotProduct([1, 2], [3, 4])  // 11
///
/// - Precondition: They are equally long.
public func dotProduct(_ one: [Double], _ other: [Double]) -> Double {
    precondition(one.count == other.count, "columns of one length")
    return one.withUnsafeBufferPointer { one in
        other.withUnsafeBufferPointer { other in RowKernel.product(one, other) }
    }
}
