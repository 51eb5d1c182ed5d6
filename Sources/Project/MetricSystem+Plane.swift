import Diagnostics
import Planar
import Projection

extension MetricSystem {
    /// The plane in metres of a project: its own, or the ETRS89/UTM zone of the middle of the first level.
    ///
    /// - Throws: `InputError` for a system without true metres, or boundaries where there is no zone.
    static func plane(of project: ProjectFile, levels: [LevelAreas]) throws(InputError) -> ReferenceSystem {
        if let code = project.referenceSystem {
            let system = try ReferenceSystem(code: code)
            // Web Mercator counts metres that are too long everywhere but at the equator.
            guard system.isMetric, code != 3857 else {
                throw InputError(
                    .referenceSystem, "\(system.label) has no true metres, so that scale bars would lie",
                    remedy: "take one such as EPSG:25832",
                    at: Place(file: ProjectFile.name, field: "reference_system"))
            }
            return system
        }
        let first = levels[0]
        let box = first.areas.box
        var x = [(box.minX + box.maxX) / 2]
        var y = [(box.minY + box.maxY) / 2]
        try Transformation(from: first.system, to: try ReferenceSystem("OGC:CRS84")).apply(x: &x, y: &y)
        guard let zone = MetricSystem.utm(longitude: x[0]) else {
            throw InputError(
                .referenceSystem, "the boundaries lie at longitude \(x[0]), outside the ETRS89/UTM zones",
                remedy: "state a metric system with 'reference_system:'", at: Place(file: ProjectFile.name))
        }
        return try ReferenceSystem(code: zone)
    }
}
