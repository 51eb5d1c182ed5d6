import Algebra
import Glibc

/// Weights in a basis in which equations with `I − ρ W` are quick, and the ones of both sides in that basis.
enum ReducedForm: Sendable {
    case symmetric(Tridiagonal, left: [Double], right: [Double])
    case general(Hessenberg, ones: [Double])

    /// The sum of all numbers of `(I − ρ W)⁻¹`.
    func inverseSum(_ rho: Double) -> Double {
        switch self {
        case .symmetric(let diagonals, let left, let right):
            return dotProduct(left, Self.solve(diagonals, rho, right))
        case .general(let hessenberg, let ones):
            return hessenberg.solveShrunk(by: rho, ones).map { dotProduct(ones, $0) } ?? .infinity
        }
    }

    /// The solution of `(I − ρ T) x = b`; without pivots, for within the feasible range the matrix is positive definite.
    private static func solve(_ form: Tridiagonal, _ rho: Double, _ right: [Double]) -> [Double] {
        var solution = right
        var pivots = form.diagonal.map { 1 - rho * $0 }
        for index in 1..<max(1, right.count) {
            let ratio = -rho * form.beside[index - 1] / pivots[index - 1]
            pivots[index] += ratio * rho * form.beside[index - 1]
            solution[index] -= ratio * solution[index - 1]
        }
        for index in right.indices.reversed() {
            if index + 1 < right.count { solution[index] += rho * form.beside[index] * solution[index + 1] }
            solution[index] /= pivots[index]
        }
        return solution
    }

    /// The logarithm of the amount of a complex number.
    static func logarithm(_ real: Double, _ imaginary: Double) -> Double {
        imaginary == 0 ? log(abs(real)) : log(hypot(real, imaginary))
    }

    /// λ / (1 − ρ λ).
    static func quotient(
        _ value: (real: Double, imaginary: Double), _ rho: Double
    ) -> (real: Double, imaginary: Double) {
        if value.imaginary == 0 { return (value.real / (1 - rho * value.real), 0) }
        let (real, imaginary) = (1 - rho * value.real, -rho * value.imaginary)
        let size = real * real + imaginary * imaginary
        return (
            (value.real * real + value.imaginary * imaginary) / size,
            (value.imaginary * real - value.real * imaginary) / size
        )
    }
}
