extension Areas {
    /// Collects areas vertex by vertex, as a reader meets them.
    ///
    /// Call `addVertex` and `closeRing` (or `addRing`), then `closePart` after a polygon's last ring and `closeArea`
    /// after an area's last polygon. A ring that does not repeat its first vertex is closed for the caller: whether
    /// that is an error is the format's business.
    public struct Builder: Sendable {
        var x: [Double] = []
        var y: [Double] = []
        var ringStarts: [Int32] = [0]
        var partStarts: [Int32] = [0]
        var areaStarts: [Int32] = [0]

        /// An empty builder.
        public init() {}

        /// Makes room for vertices to come.
        public mutating func reserve(vertices: Int) {
            x.reserveCapacity(vertices)
            y.reserveCapacity(vertices)
        }

        /// Adds a vertex to the open ring.
        @inline(__always) public mutating func addVertex(x vertexX: Double, y vertexY: Double) {
            x.append(vertexX)
            y.append(vertexY)
        }

        /// Ends the open ring, repeating its first vertex if the input did not.
        public mutating func closeRing() {
            let first = Int(ringStarts[ringStarts.count - 1])
            guard first < x.count else { return }
            if x[first] != x[x.count - 1] || y[first] != y[y.count - 1] { addVertex(x: x[first], y: y[first]) }
            ringStarts.append(Int32(x.count))
        }

        /// Adds a whole ring.
        public mutating func addRing(x ringX: some Sequence<Double>, y ringY: some Sequence<Double>) {
            x.append(contentsOf: ringX)
            y.append(contentsOf: ringY)
            closeRing()
        }

        /// Ends the open polygon; one without rings leaves no trace.
        public mutating func closePart() {
            guard Int(partStarts[partStarts.count - 1]) < ringStarts.count - 1 else { return }
            partStarts.append(Int32(ringStarts.count - 1))
        }

        /// Ends the open area, with or without geometry.
        public mutating func closeArea() {
            areaStarts.append(Int32(partStarts.count - 1))
        }

        /// Adds an area of another collection as a new area.
        public mutating func addArea(_ area: Int, of areas: Areas) {
            for part in areas.parts(of: area) {
                for ring in areas.rings(ofPart: part) {
                    let vertices = areas.vertices(ofRing: ring)
                    addRing(x: areas.x[vertices], y: areas.y[vertices])
                }
                closePart()
            }
            closeArea()
        }

        /// The areas collected so far.
        public func finish() -> Areas {
            Areas(x: x, y: y, ringStarts: ringStarts, partStarts: partStarts, areaStarts: areaStarts)
        }
    }
}
