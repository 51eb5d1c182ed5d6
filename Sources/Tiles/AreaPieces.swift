/// Polygons on the lattice, collected ring by ring: area → part → ring → point.
///
/// Rings do not repeat their first point. Shells have a positive size by the surveyor's formula on lattice coordinates,
/// so they run clockwise to the eye, whose y runs upwards; holes run the other way.
struct AreaPieces: Sendable, Equatable {
    var points: [LatticePoint] = []
    /// Ring → first point; one longer than there are rings.
    var ringStarts: [Int32] = [0]
    /// Part → first ring; one longer than there are parts.
    var partStarts: [Int32] = [0]
    /// Area → first part; one longer than there are areas.
    var areaStarts: [Int32] = [0]

    mutating func addRing(_ ring: ArraySlice<LatticePoint>) {
        points.append(contentsOf: ring)
        closeRing()
    }

    mutating func closeRing() { ringStarts.append(Int32(points.count)) }

    /// Ends a polygon; one without rings leaves no trace.
    mutating func closePart() {
        if Int(partStarts[partStarts.count - 1]) < ringStarts.count - 1 {
            partStarts.append(Int32(ringStarts.count - 1))
        }
    }

    mutating func closeArea() { areaStarts.append(Int32(partStarts.count - 1)) }

    /// Whether the open area has a polygon.
    var hasParts: Bool { Int(areaStarts[areaStarts.count - 1]) < partStarts.count - 1 }

    /// Forgets what the open area has collected.
    mutating func reopenArea() {
        partStarts.removeSubrange(Int(areaStarts[areaStarts.count - 1]) + 1..<partStarts.count)
        ringStarts.removeSubrange(Int(partStarts[partStarts.count - 1]) + 1..<ringStarts.count)
        points.removeSubrange(Int(ringStarts[ringStarts.count - 1])..<points.count)
    }

    /// Forgets everything and keeps the room.
    mutating func removeAll() {
        points.removeAll(keepingCapacity: true)
        ringStarts.removeSubrange(1...)
        partStarts.removeSubrange(1...)
        areaStarts.removeSubrange(1...)
    }

    /// Appends all polygons of another collection to the open area.
    mutating func addParts(of other: AreaPieces) {
        let (point, ring) = (Int32(points.count), Int32(ringStarts.count - 1))
        points.append(contentsOf: other.points)
        for start in other.ringStarts.dropFirst() { ringStarts.append(start + point) }
        for start in other.partStarts.dropFirst() { partStarts.append(start + ring) }
    }

    /// Appends an area's polygons of another collection to the open area.
    mutating func addArea(_ area: Int, of other: AreaPieces) {
        for part in Int(other.areaStarts[area])..<Int(other.areaStarts[area + 1]) {
            for ring in Int(other.partStarts[part])..<Int(other.partStarts[part + 1]) {
                addRing(other.points[Int(other.ringStarts[ring])..<Int(other.ringStarts[ring + 1])])
            }
            closePart()
        }
    }

    /// Appends areas of another collection.
    mutating func append(_ other: AreaPieces) {
        let (point, ring, part) = (Int32(points.count), Int32(ringStarts.count - 1), Int32(partStarts.count - 1))
        points.append(contentsOf: other.points)
        for start in other.ringStarts.dropFirst() { ringStarts.append(start + point) }
        for start in other.partStarts.dropFirst() { partStarts.append(start + ring) }
        for start in other.areaStarts.dropFirst() { areaStarts.append(start + part) }
    }
}
