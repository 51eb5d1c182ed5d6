/// Cuts areas of a snapped coverage along a tile's window: the tile and 64 steps around it.
///
/// Nothing is rounded: no edge of the coverage crosses the window's border between its vertices, and what runs along
/// the border turns at the window's corners, which are lattice points.
struct TileWindow {
    let left: Int32
    let top: Int32
    let right: Int32
    let bottom: Int32
    private var walk = RingWalk()
    private var ring: [LatticePoint] = []
    private var rest: [LatticePoint] = []
    /// The rings that are left of an area, not yet freed of borders that run both ways.
    private var cut = AreaPieces()
    /// The places around the window where these rings have a vertex.
    private var places: [Int64] = []

    /// The window of the tile with this upper left corner.
    init(corner: LatticePoint) {
        let (buffer, reach) = (Int32(Lattice.buffer), Int32(Lattice.extent + Lattice.buffer))
        left = corner.x - buffer
        top = corner.y - buffer
        right = corner.x + reach
        bottom = corner.y + reach
    }

    /// Whether a box lies inside the window.
    func holds(_ box: LatticeBox) -> Bool {
        box.minX >= left && box.maxX <= right && box.minY >= top && box.maxY <= bottom
    }

    /// Whether a box has more than the border in common with the window.
    func meets(_ box: LatticeBox) -> Bool {
        box.minX < right && box.maxX > left && box.minY < bottom && box.maxY > top
    }

    /// Whether the window holds a point.
    func holds(_ point: LatticePoint) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }

    /// Adds what the window holds of an area to an area that is left open.
    ///
    /// Most areas give plain rings. Where pieces hang together by a stretch of the window's border that is run both
    /// ways, the rings are found anew.
    mutating func clip(_ area: Int, of coverage: AreaPieces, into pieces: inout AreaPieces) {
        cut.removeAll()
        for part in Int(coverage.areaStarts[area])..<Int(coverage.areaStarts[area + 1]) {
            for ring in Int(coverage.partStarts[part])..<Int(coverage.partStarts[part + 1]) {
                clip(coverage.points[Int(coverage.ringStarts[ring])..<Int(coverage.ringStarts[ring + 1])])
            }
            cut.closePart()
        }
        guard !isPlain() else { return pieces.addParts(of: cut) }
        walk.clear()
        for ring in cut.ringStarts.indices.dropLast() {
            var previous = cut.points[Int(cut.ringStarts[ring + 1]) - 1]
            for point in Int(cut.ringStarts[ring])..<Int(cut.ringStarts[ring + 1]) {
                addEdge(previous, cut.points[point])
                previous = cut.points[point]
            }
        }
        walk.polygons(into: &pieces)
    }

    /// Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974): side after side, with edges along the border
    /// from where the ring leaves the window to where it comes back.
    private mutating func clip(_ whole: ArraySlice<LatticePoint>) {
        ring.removeAll(keepingCapacity: true)
        for point in whole where point.x >= left && point.x <= right { ring.append(point) }
        guard ring.count > 2 else { return }
        // Edges along the left and right sides are the only ones that now cross the upper and lower ones.
        cutOff(at: top, sign: 1)
        swap(&ring, &rest)
        cutOff(at: bottom, sign: -1)
        var previous = rest.last
        for point in rest where point != previous {
            cut.points.append(point)
            previous = point
        }
        let first = Int(cut.ringStarts[cut.ringStarts.count - 1])
        if cut.points.count - first > 2 { cut.closeRing() } else { cut.points.removeSubrange(first...) }
    }

    /// Copies what `ring` has on one side of a level to `rest`: below it for sign 1, above it for sign -1.
    private mutating func cutOff(at level: Int32, sign: Int32) {
        rest.removeAll(keepingCapacity: true)
        guard var previous = ring.last else { return }
        for point in ring {
            if (previous.y < level && point.y > level) || (previous.y > level && point.y < level) {
                rest.append(LatticePoint(x: point.x, y: level))
            }
            if (point.y &- level) &* sign >= 0 { rest.append(point) }
            previous = point
        }
    }
}

/// The window's border, on which rings may run.
extension TileWindow {
    /// How far a point of the border is along it, clockwise from the upper left corner; nil elsewhere. At this corner
    /// itself 0.
    private func place(_ point: LatticePoint) -> Int64? {
        let (width, height) = (Int64(right - left), Int64(bottom - top))
        if point.y == top { return Int64(point.x - left) }
        if point.x == right { return width + Int64(point.y - top) }
        if point.y == bottom { return width + height + Int64(right - point.x) }
        return point.x == left ? 2 * width + height + Int64(bottom - point.y) : nil
    }

    /// The stretch of the border that an edge runs along, if it does.
    private func stretch(_ from: LatticePoint, _ to: LatticePoint) -> ClosedRange<Int64>? {
        let isAlong =
            (from.x == to.x && (from.x == left || from.x == right))
            || (from.y == to.y && (from.y == top || from.y == bottom))
        guard isAlong, let one = place(from), let other = place(to) else { return nil }
        let (low, high) = (min(one, other), max(one, other))
        // Up the left side the upper left corner comes last.
        let isAtEnd = low == 0 && from.x == left && to.x == left
        return isAtEnd ? high...2 * (Int64(right - left) + Int64(bottom - top)) : low...high
    }

    /// Whether no place of the border is met twice and no edge along it passes over a vertex.
    private mutating func isPlain() -> Bool {
        places.removeAll(keepingCapacity: true)
        for point in cut.points { if let place = place(point) { places.append(place) } }
        places.sort()
        for index in places.indices.dropFirst() where places[index] == places[index - 1] { return false }
        for ring in cut.ringStarts.indices.dropLast() {
            var previous = cut.points[Int(cut.ringStarts[ring + 1]) - 1]
            for point in cut.points[Int(cut.ringStarts[ring])..<Int(cut.ringStarts[ring + 1])] {
                if let stretch = stretch(previous, point), !between(stretch).isEmpty { return false }
                previous = point
            }
        }
        return true
    }

    /// The vertices strictly inside a stretch.
    private func between(_ stretch: ClosedRange<Int64>) -> Range<Int> {
        func first(_ isBeyond: (Int64) -> Bool) -> Int {
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if isBeyond(places[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let low = first { $0 > stretch.lowerBound }
        return low..<max(low, first { $0 >= stretch.upperBound })
    }

    /// Adds an edge to the walk, in pieces where it passes over vertices of the border.
    private mutating func addEdge(_ from: LatticePoint, _ to: LatticePoint) {
        guard let stretch = stretch(from, to) else { return walk.add(from, to) }
        let passed = between(stretch)
        let isClockwise = place(from) == stretch.lowerBound
        var previous = from
        for index in passed {
            let place = places[isClockwise ? index : passed.upperBound - 1 - (index - passed.lowerBound)]
            let point = point(at: place)
            walk.add(previous, point)
            previous = point
        }
        walk.add(previous, to)
    }

    private func point(at place: Int64) -> LatticePoint {
        let (width, height) = (Int64(right - left), Int64(bottom - top))
        if place <= width { return LatticePoint(x: left + Int32(place), y: top) }
        if place <= width + height { return LatticePoint(x: right, y: top + Int32(place - width)) }
        if place <= 2 * width + height { return LatticePoint(x: right - Int32(place - width - height), y: bottom) }
        return LatticePoint(x: left, y: bottom - Int32(place - 2 * width - height))
    }
}
