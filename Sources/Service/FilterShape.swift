import Planar

/// A geometry of a filter, in the system of `filter-crs`, with x to the east whatever the order of its axes there.
struct FilterShape: Sendable {
    /// A line of at least two positions.
    struct Line: Sendable {
        let x: [Double]
        let y: [Double]
        let box: Box

        init(x: [Double], y: [Double]) {
            self.x = x
            self.y = y
            var box = Box.empty
            for index in x.indices { box.add(x: x[index], y: y[index]) }
            self.box = box
        }
    }

    /// One of the simple geometries that it is made of.
    enum Member: Sendable {
        /// A rectangle; two where it crosses the 180th meridian.
        case rectangles([Box])
        case point(x: Double, y: Double)
        case line(Line)
        /// One area of one part, its rings also as lines.
        case polygon(Areas, rings: [Line])
    }

    /// The system of the coordinates.
    let system: OfferedSystem
    /// What it is made of.
    let members: [Member]

    /// Whether an area shares a point with the shape; a border counts as part of it.
    ///
    /// - Complexity: O(*n* · *m*) for the area's *n* vertices and the *m* segments of the shape that come near it, at
    ///   most ``FilterParser/maximumPositions``; O(1) where their boxes are apart.
    func intersects(_ area: Int, of geometry: ServedGeometry) -> Bool {
        members.contains { FilterShape.member($0, intersects: area, of: geometry) }
    }

    private static func member(_ member: Member, intersects area: Int, of geometry: ServedGeometry) -> Bool {
        let areas = geometry.areas
        let box = geometry.boxes[area]
        switch member {
        case .rectangles(let rectangles): return geometry.area(area, intersects: rectangles)
        case .point(let x, let y): return box.contains(x: x, y: y) && areas.area(area, containsX: x, y: y)
        case .line(let line):
            return box.intersects(line.box)
                && (areas.border(of: area, in: box, meets: line)
                    || areas.area(area, containsX: line.x[0], y: line.y[0]))
        case .polygon(let polygon, let rings):
            guard let shell = rings.first, box.intersects(shell.box) else { return false }
            if rings.contains(where: { areas.border(of: area, in: box, meets: $0) }) { return true }
            // No borders meet: one lies wholly inside the other, or they are apart.
            if areas.area(area, containsX: shell.x[0], y: shell.y[0]) { return true }
            return areas.parts(of: area).contains { part in
                let vertex = areas.vertices(ofRing: areas.rings(ofPart: part).lowerBound).lowerBound
                return polygon.area(0, containsX: areas.x[vertex], y: areas.y[vertex])
            }
        }
    }
}
