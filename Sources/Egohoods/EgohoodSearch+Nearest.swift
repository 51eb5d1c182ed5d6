import Glibc

extension EgohoodSearch {
    /// How many places on the rim are listed before the circles are drawn closer instead.
    private static let limit = 2048

    /// Finds the smallest circle that holds so many persons, and sums what it holds into ``sums``.
    ///
    /// The squared radius is a root: it lies beyond `low`, within which too few live, and not beyond `high`, within which
    /// enough do. Each attempt looks exactly at two circles between these and either finds the ring or brings `low` and
    /// `high` closer.
    ///
    /// - Parameter wanted: The number of persons in units, above zero and not above the sum of all.
    /// - Returns: The squared radius in steps.
    /// - Complexity: O(√*n*) for each attempt on evenly spread places; mostly one attempt.
    mutating func nearest(_ wanted: Double, x: Double, y: Double, guess: inout RadiusGuess) -> Double {
        var bracket = RadiusBracket()
        var radius = guess.radius
        if radius < 0 { (radius, bracket.high) = enclosing(wanted, x: x, y: y) }
        var margin = 2 * guess.change * radius + 1
        while true {
            let (inner, outer) = bracket.circles(radius: radius, margin: margin)
            let limit = bracket.isExhausted ? .max : Self.limit
            gather(x: x, y: y, beyond: inner, upTo: outer, limit: limit)
            if within < wanted, within + between >= wanted, !isIncomplete {
                let square = ring(reaching: wanted, beyond: inner, upTo: outer)
                guess.learn(square.squareRoot())
                return square
            }
            let estimate = bracket.narrow(inner: inner, outer: outer, within: within, between: between, wanted: wanted)
            if bracket.high == .infinity { bracket.high = enclosing(wanted, x: x, y: y).square }
            (radius, margin) = bracket.next(estimate: estimate, margin: margin)
        }
    }

    /// The persons, members of groups and the squared radius of the ring, from the candidates: all up to the ring enter.
    private mutating func ring(reaching wanted: Double, beyond inner: Double, upTo outer: Double) -> Double {
        let square = selected(wanted - within, beyond: inner, upTo: outer)
        for number in 0..<candidateCount where candidates[number].square <= square {
            let place = candidates[number].place
            for column in 0..<columns { sums[column] += counts[column * stride + place] }
        }
        return square
    }

    /// A circle to try first, and the square of one that surely holds enough persons: around the smallest box that does.
    private func enclosing(_ wanted: Double, x: Double, y: Double) -> (radius: Double, square: Double) {
        var number = 0
        while !BoxTree.isLeaf(number, nodes[number]) {
            let (one, other) = (number + 1, Int(nodes[number + 1].next))
            let isOneNearer = nodes[one].nearest(x: x, y: y) <= nodes[other].nearest(x: x, y: y)
            let (near, far) = isOneNearer ? (one, other) : (other, one)
            if totals[near * columns] >= wanted {
                number = near
            } else if totals[far * columns] >= wanted && nodes[far].nearest(x: x, y: y) == 0 {
                number = far
            } else {
                break
            }
        }
        let square = nodes[number].farthest(x: x, y: y)
        return (square.squareRoot() * (wanted / totals[number * columns]).squareRoot() / 2, square)
    }
}
