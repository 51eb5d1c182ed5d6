import Diagnostics
import Planar
import Projection

/// Repaired areas carried from the plane of measurement back into the file's system.
enum RepairPlacement {
    /// The areas in the file's system and in the order of its features.
    ///
    /// Areas that were not touched are the file's, bit for bit, and so is every vertex that the file had. Only vertices
    /// where borders cross are new, and are transformed.
    ///
    /// - Throws: ``InputError`` when a new vertex cannot be transformed.
    static func areas(of repair: Repair, in layer: CheckedLayer) throws(InputError) -> Areas {
        let (x, y) = try coordinates(of: repair, in: layer)
        var features = [Int](repeating: 0, count: layer.count)
        for (area, feature) in layer.features.enumerated() { features[feature - 1] = area }
        var builder = Areas.Builder()
        builder.reserve(vertices: layer.areas.x.count)
        for area in features {
            guard repair.touched[area] else {
                builder.addArea(area, of: layer.areas)
                continue
            }
            for part in repair.areas.parts(of: area) {
                for ring in repair.areas.rings(ofPart: part) {
                    let vertices = repair.areas.vertices(ofRing: ring)
                    builder.addRing(x: x[vertices], y: y[vertices])
                }
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }

    /// The coordinates of the repaired areas' vertices in the file's system.
    private static func coordinates(
        of repair: Repair, in layer: CheckedLayer
    ) throws(InputError) -> (x: [Double], y: [Double]) {
        var (x, y) = (repair.areas.x, repair.areas.y)
        let transformation = try Transformation(from: layer.metricSystem, to: layer.system)
        guard !transformation.isIdentity else { return (x, y) }
        var places: [VertexPlace: Int] = [:]
        places.reserveCapacity(layer.metric.x.count / 2)
        // Areas at impossible places have no vertices on the plane.
        for area in 0..<layer.count where !layer.metric.parts(of: area).isEmpty {
            for (vertex, own) in zip(layer.metric.vertices(of: area), layer.areas.vertices(of: area)) {
                let place = VertexPlace(layer.metric.x[vertex], layer.metric.y[vertex])
                if places[place] == nil { places[place] = own }
            }
        }
        var fresh: [Int] = []
        for vertex in x.indices {
            if let own = places[VertexPlace(x[vertex], y[vertex])] {
                (x[vertex], y[vertex]) = (layer.areas.x[own], layer.areas.y[own])
            } else {
                fresh.append(vertex)
            }
        }
        var (freshX, freshY) = (fresh.map { x[$0] }, fresh.map { y[$0] })
        guard try transformation.apply(x: &freshX, y: &freshY) == 0 else {
            throw InputError(
                .referenceSystem, "a point where borders cross cannot be transformed to \(layer.system.label)",
                remedy: "repair the boundaries in a system in metres")
        }
        for (place, vertex) in fresh.enumerated() { (x[vertex], y[vertex]) = (freshX[place], freshY[place]) }
        return (x, y)
    }
}
