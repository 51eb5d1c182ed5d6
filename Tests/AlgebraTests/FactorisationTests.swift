import Algebra
import Statistics
import Testing

@Suite("Factorisations")
struct FactorisationTests {
    @Test("Cholesky's triangle is that of a small matrix by hand, and there is none of an indefinite matrix")
    func cholesky() throws {
        #expect(try #require(Cholesky(Matrix(rows: [[4, 2], [2, 5]]))).triangle.values == [2, 0, 1, 2])
        #expect(Cholesky(Matrix(rows: [[1, 2], [2, 1]])) == nil)
        #expect(Cholesky(Matrix(rows: [[0]])) == nil)
    }

    @Test("LU solves, with rows exchanged, and says what is singular")
    func lu() throws {
        let lu = try #require(LUFactorisation(Matrix(rows: [[0, 2], [3, 1]])))
        #expect(lu.solve(Matrix(columns: [[2, 4]])).values == [1, 1])
        #expect(LUFactorisation(Matrix(rows: [[1, 2], [2, 4]])) == nil)
    }

    @Test("LU and Cholesky give random positive definite matrices back", arguments: [1, 2, 7, 30])
    func agrees(count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        let half = Matrix(rows: count, columns: count, values: (0..<count * count).map { _ in random.uniform() - 0.5 })
        var matrix = half.gram
        for index in 0..<count { matrix[index, index] += 0.1 }
        let inverse = try #require(LUFactorisation(matrix)).solve(.identity(count))
        let triangle = try #require(Cholesky(matrix)).triangle
        let (one, other) = (matrix.times(inverse), triangle.times(triangle.transposed))
        for row in 0..<count {
            for column in 0..<count {
                #expect(abs(one[row, column] - (row == column ? 1 : 0)) < 1e-10)
                #expect(abs(other[row, column] - matrix[row, column]) < 1e-13)
            }
        }
    }

    @Test("Least squares by QR give a line's coefficients, orthogonal residuals and the inverse of the Gram matrix")
    func leastSquares() {
        let design = Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 4]])
        let qr = QRFactorisation(design)
        let exact = qr.coefficients(of: [1, 3, 5, 9])
        #expect(abs(exact[0] - 1) < 1e-14 && abs(exact[1] - 2) < 1e-14)
        let residuals = qr.residuals(of: [1, 0, 2, 7])
        #expect(design.transposed.times(residuals).allSatisfy { abs($0) < 1e-13 })
        let unit = qr.inverseGram.times(design.gram)
        #expect(zip(unit.values, [1, 0, 0, 1]).allSatisfy { abs($0 - $1) < 1e-14 })
        let basis = qr.basis.gram
        #expect(zip(basis.values, [1, 0, 0, 1]).allSatisfy { abs($0 - $1) < 1e-14 })
    }

    @Test("A column that depends on those before it is named, whatever its scale; so is a column of zeros")
    func dependent() {
        let one: [Double] = [1, 1, 1, 1, 1]
        let other: [Double] = [1, 2, 3, 5, 8]
        let sum = zip(one, other).map { 1e9 * ($0 + 2 * $1) }
        let square = other.map { $0 * $0 }
        let qr = QRFactorisation(Matrix(columns: [one, other, sum, square, [0, 0, 0, 0, 0]]))
        #expect(qr.dependentColumns == [2, 4])
        #expect(qr.independentColumns == [0, 1, 3])
        #expect(qr.rank == 3)
    }

    @Test("More columns than rows: those without a row left are dependent")
    func wide() {
        #expect(QRFactorisation(Matrix(rows: [[1, 2, 3], [0, 1, 5]])).dependentColumns == [2])
    }

    @Test("Products, transposition and Gram matrix are those by hand")
    func products() {
        let matrix = Matrix(rows: [[1, 2], [3, 4], [5, 6]])
        #expect(matrix.transposed.values == [1, 3, 5, 2, 4, 6])
        #expect(matrix.gram.values == [35, 44, 44, 56])
        #expect(matrix.times([1, -1]) == [-1, -1, -1])
        #expect(matrix.times(Matrix(rows: [[0, 1], [1, 0]])).values == [2, 1, 4, 3, 6, 5])
        #expect(matrix.row(1) == [3, 4] && matrix.column(1) == [2, 4, 6])
        #expect(Matrix(rows: [[1, 2], [3, 4]]).quadraticForm([1, 1]) == 10)
        #expect(Matrix(rows: [[1, 2], [3, 4]]).trace == 5)
        #expect(dotProduct((1...20).map(Double.init), (1...20).map(Double.init)) == 2870)
    }
}
