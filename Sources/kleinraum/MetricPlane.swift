import Analysis
import ArgumentParser
import Diagnostics
import Planar
import Projection

/// The plane in which a desk command measures metres.
enum MetricPlane {
    /// Refuses a stated system that is none, or no plane in metres.
    ///
    /// - Throws: `ValidationError`, which ends the program with status 64.
    static func validate(_ stated: String?) throws {
        guard let stated else { return }
        do {
            let system = try ReferenceSystem(stated)
            guard !system.isMetric else { return }
            throw ValidationError(
                "--metric-crs: \(system.label) is no plane in metres; state one such as EPSG:25832")
        } catch let error as InputError {
            throw ValidationError(error)
        }
    }

    /// The system that was stated, else the layer's own if it is in metres, else the ETRS89/UTM zone of its centre.
    static func system(for layer: BoundaryLayer, stated: String?) throws(InputError) -> ReferenceSystem {
        if let stated {
            let system = try ReferenceSystem(stated)
            guard system.isMetric else {
                throw InputError(
                    .referenceSystem, "\(system.label) is no plane in metres",
                    remedy: "give --metric-crs a system such as EPSG:25832")
            }
            return system
        }
        let box = layer.areas.box
        guard !layer.system.isMetric, !box.isEmpty else { return layer.system }
        var (x, y) = ([(box.minX + box.maxX) / 2], [(box.minY + box.maxY) / 2])
        try Transformation(from: layer.system, to: ReferenceSystem("OGC:CRS84")).apply(x: &x, y: &y)
        guard let code = MetricSystem.utm(longitude: x[0]) else {
            throw InputError(
                .referenceSystem, "the areas lie at longitude \(x[0]), where there is no ETRS89/UTM zone to measure in",
                remedy: "state a plane in metres with --metric-crs", at: Place(file: layer.file))
        }
        return try ReferenceSystem(code: code)
    }
}
