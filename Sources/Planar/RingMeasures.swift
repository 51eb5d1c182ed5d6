extension Areas {
    /// The signed area of a ring: positive when its vertices run counter-clockwise.
    ///
    /// Gauss's shoelace formula with coordinates relative to the first vertex, so that eight-digit eastings do not
    /// eat the digits of the result.
    ///
    /// - Complexity: O(*n*).
    public func signedArea(ofRing ring: Int) -> Double {
        let vertices = vertices(ofRing: ring)
        guard vertices.count > 2 else { return 0 }
        let x = x.span
        let y = y.span
        let (originX, originY) = (x[vertices.lowerBound], y[vertices.lowerBound])
        var doubled = 0.0
        var (previousX, previousY) = (0.0, 0.0)
        for vertex in vertices.dropFirst() {
            let (nextX, nextY) = (x[vertex] - originX, y[vertex] - originY)
            doubled += previousX * nextY - nextX * previousY
            (previousX, previousY) = (nextX, nextY)
        }
        return doubled / 2
    }

    /// The area of a part: its shell less its holes, whichever way the rings run.
    public func area(ofPart part: Int) -> Double {
        let rings = rings(ofPart: part)
        var area = abs(signedArea(ofRing: rings.lowerBound))
        for hole in rings.dropFirst() { area -= abs(signedArea(ofRing: hole)) }
        return area
    }

    /// The area of an area, in the square of the coordinates' unit; 0 without geometry.
    ///
    ///     square.area(of: 0)  // 1.0
    ///
    /// Coordinates in degrees give square degrees, which mean nothing: project first.
    public func area(of area: Int) -> Double {
        var sum = 0.0
        for part in parts(of: area) { sum += self.area(ofPart: part) }
        return sum
    }

    /// The length of all rings of an area, holes included, in the coordinates' unit.
    ///
    ///     square.perimeter(of: 0)  // 4.0
    public func perimeter(of area: Int) -> Double {
        let x = x.span
        let y = y.span
        var sum = 0.0
        for ring in rings(of: area) {
            let vertices = vertices(ofRing: ring)
            for vertex in vertices.dropFirst() {
                let (width, height) = (x[vertex] - x[vertex - 1], y[vertex] - y[vertex - 1])
                sum += (width * width + height * height).squareRoot()
            }
        }
        return sum
    }

    /// The centre of mass of an area; nil without geometry. It may lie outside: for a label see `labelPoint(of:)`.
    ///
    ///     square.centroid(of: 0)  // (x: 0.5, y: 0.5)
    ///
    /// Where the area is zero, it is the middle of the box. Formula: P. Bourke, Calculating the area and centroid of
    /// a polygon, 1988, relative to the first vertex.
    public func centroid(of area: Int) -> (x: Double, y: Double)? {
        let all = vertices(of: area)
        guard let first = all.first else { return nil }
        let (originX, originY) = (x[first], y[first])
        var (sixfoldX, sixfoldY, doubled) = (0.0, 0.0, 0.0)
        for part in parts(of: area) {
            let rings = rings(ofPart: part)
            for ring in rings {
                let moments = moments(ofRing: ring, originX: originX, originY: originY)
                // A shell counts in, a hole counts out, whichever way it runs.
                let isShell = ring == rings.lowerBound
                let sign = (moments.doubled < 0) == isShell ? -1.0 : 1.0
                doubled += sign * moments.doubled
                sixfoldX += sign * moments.x
                sixfoldY += sign * moments.y
            }
        }
        guard doubled != 0 else {
            let box = box(of: area)
            return ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
        }
        return (originX + sixfoldX / (3 * doubled), originY + sixfoldY / (3 * doubled))
    }

    /// Twice the area and six times the first moments of a ring about an origin.
    private func moments(
        ofRing ring: Int, originX: Double, originY: Double
    ) -> (doubled: Double, x: Double, y: Double) {
        var (doubled, momentX, momentY) = (0.0, 0.0, 0.0)
        for vertex in vertices(ofRing: ring).dropFirst() {
            let (ax, ay) = (x[vertex - 1] - originX, y[vertex - 1] - originY)
            let (bx, by) = (x[vertex] - originX, y[vertex] - originY)
            let cross = ax * by - bx * ay
            doubled += cross
            momentX += (ax + bx) * cross
            momentY += (ay + by) * cross
        }
        return (doubled, momentX, momentY)
    }
}
