import Planar

/// A closed simple stretch of border, with the land to its left: a shell where it turns left, else a hole.
struct BorderLoop {
    let x: [Double]
    let y: [Double]
    /// Positive for a shell, negative for a hole.
    let signedArea: Double
    let box: Box
    /// The walk of which the loop was a part.
    let walk: Int

    init(_ coverage: Coverage, _ arcs: [Int32], walk: Int) {
        var (loopX, loopY): ([Double], [Double]) = ([], [])
        for arc in arcs { coverage.appendOpen(arc, x: &loopX, y: &loopY) }
        var box = Box.empty
        var doubled = 0.0
        // From the first vertex, as everywhere, so that eastings do not eat the digits.
        for place in loopX.indices {
            box.add(x: loopX[place], y: loopY[place])
            let next = place + 1 == loopX.count ? 0 : place + 1
            doubled +=
                (loopX[place] - loopX[0]) * (loopY[next] - loopY[0])
                - (loopX[next] - loopX[0]) * (loopY[place] - loopY[0])
        }
        x = loopX
        y = loopY
        signedArea = doubled / 2
        self.box = box
        self.walk = walk
    }

    /// Whether another loop, which crosses this one nowhere, lies within it.
    ///
    /// - Complexity: O(*n*), as a rule, for *n* vertices of this loop.
    func encloses(_ other: BorderLoop) -> Bool {
        guard box.minX <= other.box.minX, box.minY <= other.box.minY, box.maxX >= other.box.maxX,
            box.maxY >= other.box.maxY, signedArea.magnitude > other.signedArea.magnitude
        else { return false }
        for place in other.x.indices {
            if let isInside = contains(x: other.x[place], y: other.y[place]) { return isInside }
        }
        return true
    }

    /// Whether a point lies inside, by the even-odd rule; nil on the loop.
    private func contains(x pointX: Double, y pointY: Double) -> Bool? {
        var isInside = false
        var previous = x.count - 1
        for place in x.indices {
            let (ax, ay, bx, by) = (x[previous], y[previous], x[place], y[place])
            previous = place
            guard min(ay, by) <= pointY, pointY <= max(ay, by) else { continue }
            let side = Orientation.side(ax: ax, ay: ay, bx: bx, by: by, px: pointX, py: pointY)
            if side == 0, min(ax, bx) <= pointX, pointX <= max(ax, bx) { return nil }
            if (ay > pointY) != (by > pointY), (side > 0) == (by > ay) { isInside.toggle() }
        }
        return isInside
    }
}
