import Glibc

/// Where the search for a radius begins: at the radius of the origin before, give or take what was right lately.
///
/// It makes the search fast and changes no result.
struct RadiusGuess {
    /// The radius found last, in steps; negative before the first.
    private(set) var radius = -1.0
    /// By what part of itself the radius changed lately from one origin to the next.
    private(set) var change = 0.1

    /// Takes note of the radius of an origin.
    mutating func learn(_ found: Double) {
        if radius > 0 { change += (min(abs(found - radius) / radius, 0.5) - change) / 8 }
        radius = found
    }
}

/// Between which circles the smallest one that holds enough persons lies; squared radii.
struct RadiusBracket {
    /// Too few live within it.
    private(set) var low = -1.0
    /// Enough live within it.
    var high = Double.infinity
    /// How often the bracket was narrowed.
    private var attempts = 0

    /// Whether halving has come to its end: what is left is one ring, however many places are on it.
    var isExhausted: Bool { attempts > 64 }

    /// The squared radii of two circles to look at, within the bracket.
    func circles(radius: Double, margin: Double) -> (inner: Double, outer: Double) {
        guard !isExhausted else { return (low, high) }
        let inner = radius > margin ? max(low, (radius - margin) * (radius - margin)) : low
        return (inner, min(high, (radius + margin) * (radius + margin)))
    }

    /// Draws the bracket closer by what two circles hold.
    ///
    /// - Returns: A squared radius that may be right, were the people evenly spread.
    mutating func narrow(
        inner: Double, outer: Double, within: Double, between: Double, wanted: Double
    ) -> Double {
        attempts += 1
        if within >= wanted {
            high = inner
            return inner * wanted / within
        }
        if within + between < wanted {
            low = outer
            return outer * min(wanted / max(within + between, wanted / 16), 16)
        }
        (low, high) = (inner, outer)
        return max(inner, 0) + (outer - max(inner, 0)) * (wanted - within) / between
    }

    /// The next radius to try and how far around it: first what the spread of people suggests, then by halves.
    func next(estimate: Double, margin: Double) -> (radius: Double, margin: Double) {
        let (shortest, longest) = (max(low, 0).squareRoot(), high.squareRoot())
        if attempts > 4 || !(estimate > low && estimate < high) {
            return ((shortest + longest) / 2, (longest - shortest) / 8)
        }
        return (estimate.squareRoot(), min(2 * margin, (longest - shortest) / 4))
    }
}
