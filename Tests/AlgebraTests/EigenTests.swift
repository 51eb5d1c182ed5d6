import Algebra
import Glibc
import Statistics
import Testing

@Suite("Eigenvalues")
struct EigenTests {
    private func random(_ count: Int, seed: UInt64, symmetric: Bool) -> Matrix {
        var random = SplitMix64(seed: seed)
        var matrix = Matrix(
            rows: count, columns: count, values: (0..<count * count).map { _ in random.uniform() - 0.5 })
        if symmetric {
            for row in 0..<count { for column in 0..<row { matrix[row, column] = matrix[column, row] } }
        }
        return matrix
    }

    @Test("A path of n has the eigenvalues 2 cos(πk / (n + 1))", arguments: [1, 2, 3, 10, 57])
    func path(count: Int) {
        var matrix = Matrix(rows: count, columns: count)
        for index in 1..<max(1, count) {
            matrix[index, index - 1] = 1
            matrix[index - 1, index] = 1
        }
        let expected = (1...count).map { 2 * cos(Double.pi * Double($0) / Double(count + 1)) }
        for (value, exact) in zip(matrix.symmetricEigen().values, expected) { #expect(abs(value - exact) < 1e-14) }
        for (value, exact) in zip(Tridiagonal(matrix).eigenvalues(), expected) { #expect(abs(value - exact) < 1e-14) }
    }

    @Test("Vectors are orthonormal and restore the matrix; values fall", arguments: [1, 2, 3, 5, 20, 65])
    func restores(count: Int) {
        let matrix = random(count, seed: 3, symmetric: true)
        let (values, vectors) = matrix.symmetricEigen()
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
        let unit = vectors.gram
        var diagonal = Matrix(rows: count, columns: count)
        for (index, value) in values.enumerated() { diagonal[index, index] = value }
        let restored = vectors.times(diagonal).times(vectors.transposed)
        for row in 0..<count {
            for column in 0..<count {
                #expect(abs(unit[row, column] - (row == column ? 1 : 0)) < 1e-13)
                #expect(abs(restored[row, column] - matrix[row, column]) < 1e-13)
            }
        }
        for index in 0..<count {
            let vector = vectors.column(index)
            #expect((vector.max { abs($0) < abs($1) } ?? 0) > 0)
        }
    }

    @Test("Repeated eigenvalues and a matrix of zeros are no trouble")
    func repeated() {
        #expect(Matrix.identity(4).symmetricEigen().values == [1, 1, 1, 1])
        #expect(Matrix(rows: 3, columns: 3).symmetricEigen().values == [0, 0, 0])
        #expect(Matrix(rows: 0, columns: 0).symmetricEigen().values.isEmpty)
        let ones = Matrix(rows: 6, columns: 6, repeating: 1).symmetricEigen()
        #expect(abs(ones.values[0] - 6) < 1e-13 && ones.values.dropFirst().allSatisfy { abs($0) < 1e-13 })
        #expect(ones.vectors.column(0).allSatisfy { abs($0 - 1 / 6.0.squareRoot()) < 1e-13 })
    }

    @Test("A ring that runs one way has the roots of unity", arguments: [3, 4, 5, 12])
    func ring(count: Int) throws {
        var matrix = Matrix(rows: count, columns: count)
        for index in 0..<count { matrix[index, (index + 1) % count] = 1 }
        let values = try #require(Hessenberg(matrix).eigenvalues())
        #expect(values.count == count)
        for step in 0..<count {
            let angle = 2 * Double.pi * Double(step) / Double(count)
            #expect(values.contains { hypot($0.real - cos(angle), $0.imaginary - sin(angle)) < 1e-13 })
        }
    }

    @Test("A triangle's eigenvalues are its diagonal; on symmetric matrices both ways agree")
    func agrees() throws {
        let triangle = try #require(Hessenberg(Matrix(rows: [[3, 5, 7], [0, 2, 9], [0, 0, -1]])).eigenvalues())
        #expect(triangle.map(\.real) == [3, 2, -1])
        for count in [2, 3, 9, 40] {
            let matrix = random(count, seed: 9, symmetric: true)
            let values = try #require(Hessenberg(matrix).eigenvalues())
            for (value, exact) in zip(values, Tridiagonal(matrix).eigenvalues()) {
                #expect(abs(value.real - exact) < 1e-12 && abs(value.imaginary) < 1e-12)
            }
        }
    }

    @Test("Sum and product of the eigenvalues are trace and determinant", arguments: [2, 3, 4, 6, 11, 33])
    func invariants(count: Int) throws {
        let matrix = random(count, seed: 5, symmetric: false)
        let values = try #require(Hessenberg(matrix).eigenvalues())
        #expect(abs(values.reduce(0) { $0 + $1.real } - matrix.trace) < 1e-12)
        let logarithms = values.reduce(0) { $0 + log(hypot($1.real, $1.imaginary)) }
        #expect(abs(logarithms - log(abs(determinant(matrix)))) < 1e-10)
        // Σ λ² = tr A²
        let squares = values.reduce(0) { $0 + $1.real * $1.real - $1.imaginary * $1.imaginary }
        #expect(abs(squares - matrix.times(matrix).trace) < 1e-11)
    }

    /// By Gauss's steps with the largest pivot of each column.
    private func determinant(_ matrix: Matrix) -> Double {
        var (work, product) = (matrix, 1.0)
        for step in 0..<work.rows {
            let pivot = (step..<work.rows).max { abs(work[$0, step]) < abs(work[$1, step]) } ?? step
            for column in 0..<work.columns where pivot != step {
                (work[step, column], work[pivot, column]) = (work[pivot, column], work[step, column])
            }
            product *= pivot == step ? work[step, step] : -work[step, step]
            for row in step + 1..<max(step + 1, work.rows) {
                let ratio = work[row, step] / work[step, step]
                for column in step..<work.columns { work[row, column] -= ratio * work[step, column] }
            }
        }
        return product
    }

    @Test("Equations with I − xA are solved in the reduced basis")
    func shrunk() throws {
        let matrix = random(8, seed: 2, symmetric: false)
        let form = Hessenberg(matrix)
        let right = (1...8).map(Double.init)
        let left = (1...8).map { 1 / Double($0) }
        var dense = matrix.scaled(by: -0.7)
        for index in 0..<8 { dense[index, index] += 1 }
        let exact = dotProduct(left, try #require(LUFactorisation(dense)).solve(Matrix(columns: [right])).values)
        let solution = try #require(form.solveShrunk(by: 0.7, form.rotated(right)))
        #expect(abs(dotProduct(form.rotated(left), solution) - exact) < 1e-11)
    }
}
