extension PointLocator {
    /// Decides about a point that lies on the border of some area: the first area met from the east, turning left.
    func locateOnBorder(x: Double, y: Double, entries: Range<Int>) -> Location {
        var best: Int32 = -1
        var bestStart: Direction?
        var claims = 0
        for place in entries {
            let area = cells.entries[place] >> 1
            let start: Direction
            switch cells.entries[place] & 1 == 1 ? Side.inside : side(ofArea: Int(area), x: x, y: y) {
            case .outside: continue
            case .inside, .borderWithEastInside:
                claims += 1
                start = .east
            case .border:
                guard let first = firstDirection(ofArea: Int(area), fromX: x, y: y) else { continue }
                start = first
            }
            guard let current = bestStart else {
                best = area
                bestStart = start
                continue
            }
            if start.precedes(current, aroundX: x, y: y) {
                best = area
                bestStart = start
            } else if !current.precedes(start, aroundX: x, y: y), area < best {
                best = area
            }
        }
        return Location(area: best, isOnBorder: true, isInOverlap: claims > 1)
    }

    /// Where the area begins, turning left from the east: the first of its edges that leave the point, since the area
    /// is not there just above the east.
    private func firstDirection(ofArea area: Int, fromX x: Double, y: Double) -> Direction? {
        let stripe = stripes[area].index(of: y)
        var first: Direction?
        for place in Int(stripeStarts[stripe])..<Int(stripeStarts[stripe + 1]) {
            let edge = edge(at: place)
            guard y >= edge.lowY && y <= edge.highY else { continue }
            guard min(edge.lowX, edge.highX) <= x && max(edge.lowX, edge.highX) >= x else { continue }
            let side = Orientation.side(ax: edge.lowX, ay: edge.lowY, bx: edge.highX, by: edge.highY, px: x, py: y)
            guard side == 0 else { continue }
            for end in [Direction.toward(edge.lowX, edge.lowY), .toward(edge.highX, edge.highY)] {
                guard case .toward(let endX, let endY) = end, endX != x || endY != y else { continue }
                guard let known = first else {
                    first = end
                    continue
                }
                if end.precedes(known, aroundX: x, y: y) { first = end }
            }
        }
        return first
    }
}

/// A direction from a point, compared by its angle from the east, turning left, without computing an angle.
private enum Direction {
    /// Just above the east.
    case east
    /// Toward another point.
    case toward(Double, Double)

    func precedes(_ other: Direction, aroundX x: Double, y: Double) -> Bool {
        switch (self, other) {
        case (.east, .east): return false
        case (.east, .toward): return true
        case (.toward, .east): return false
        case (.toward(let oneX, let oneY), .toward(let otherX, let otherY)):
            // The east itself comes last, a whole turn on: what begins there was not met just above it.
            let isUpper = oneY > y || (oneY == y && oneX < x)
            let otherIsUpper = otherY > y || (otherY == y && otherX < x)
            if isUpper != otherIsUpper { return isUpper }
            return Orientation.side(ax: x, ay: y, bx: oneX, by: oneY, px: otherX, py: otherY) > 0
        }
    }
}
