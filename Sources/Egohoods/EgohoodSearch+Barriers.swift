import Planar

/// A point from which one looks, in steps of the lattice, and what may stand in the way.
struct Outlook {
    let x: Double
    let y: Double
    let barriers: Barriers
    let stepsPerMetre: Double

    /// Whether nothing can stand between the point and anything in a box.
    func isFree(_ node: BoxTree.Node) -> Bool {
        isFree(Box(minX: node.minX, minY: node.minY, maxX: node.maxX, maxY: node.maxY))
    }

    /// Whether nothing can stand between the point and anything in the circle of a squared radius.
    func isFree(within square: Double) -> Bool {
        let radius = square.squareRoot().nextUp
        return isFree(Box(minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius))
    }

    private func isFree(_ box: Box) -> Bool {
        !barriers.mayCut(
            within: Box(
                minX: min(box.minX, x) / stepsPerMetre, minY: min(box.minY, y) / stepsPerMetre,
                maxX: max(box.maxX, x) / stepsPerMetre, maxY: max(box.maxY, y) / stepsPerMetre))
    }

    /// Whether a barrier lies between the point and a place. A place is never cut off from itself.
    func isCut(x otherX: Double, y otherY: Double) -> Bool {
        guard x != otherX || y != otherY else { return false }
        return barriers.cuts(
            from: (x / stepsPerMetre, y / stepsPerMetre), to: (otherX / stepsPerMetre, otherY / stepsPerMetre))
    }
}

extension EgohoodSearch {
    /// Lists the places that no barrier hides, outwards until they hold so many persons or all have been looked at.
    ///
    /// - Parameters:
    ///   - wanted: The number of persons in units.
    ///   - square: The squared radius to begin with; all in it is listed, whatever is wanted.
    /// - Returns: The persons listed.
    mutating func listVisible(from outlook: Outlook, until wanted: Double, beginningAt square: Double) -> Double {
        candidateCount = 0
        guard !nodes.isEmpty else { return 0 }
        let farthest = nodes[0].farthest(x: outlook.x, y: outlook.y)
        var (inner, outer) = (-1.0, min(square, farthest))
        var persons = 0.0
        while true {
            persons += addVisible(from: outlook, beyond: inner, upTo: outer)
            if persons >= wanted || outer >= farthest { return persons }
            (inner, outer) = (outer, min(2 * outer + 1, farthest))
        }
    }

    /// The largest square on the list.
    var farthestListed: Double { (0..<candidateCount).reduce(0) { max($0, candidates[$1].square) } }

    /// Sums the listed places up to a squared radius into ``sums``.
    mutating func sumListed(upTo square: Double) {
        for column in 0..<columns { sums[column] = 0 }
        for number in 0..<candidateCount where candidates[number].square <= square {
            let place = candidates[number].place
            for column in 0..<columns { sums[column] += counts[column * stride + place] }
        }
    }

    /// Adds the visible places between two circles to the list.
    private mutating func addVisible(from outlook: Outlook, beyond inner: Double, upTo outer: Double) -> Double {
        var persons = 0.0
        var number = 0
        // Nodes before this one can be seen from the point wholly.
        var free = 0
        while number < nodes.count {
            let node = nodes[number]
            if node.nearest(x: outlook.x, y: outlook.y) > outer || node.farthest(x: outlook.x, y: outlook.y) <= inner {
                number = Int(node.next)
                continue
            }
            if number >= free, outlook.isFree(node) { free = Int(node.next) }
            if BoxTree.isLeaf(number, node) {
                for place in Int(node.first)..<Int(node.end) {
                    let (dx, dy) = (x[place] - outlook.x, y[place] - outlook.y)
                    let square = dx * dx + dy * dy
                    guard square > inner, square <= outer else { continue }
                    if number < free || !outlook.isCut(x: x[place], y: y[place]) {
                        append(place, square: square)
                        persons += counts[place]
                    }
                }
            }
            number += 1
        }
        return persons
    }

    private mutating func append(_ place: Int, square: Double) {
        if candidateCount == candidates.count { grow(to: candidateCount + 1) }
        candidates[candidateCount] = Candidate(
            square: square, population: counts[place], place: place)
        candidateCount += 1
    }
}
