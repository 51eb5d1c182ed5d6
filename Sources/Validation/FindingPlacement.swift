import Diagnostics
import Planar
import Projection

/// Carries findings from the plane on which they were measured into the file's system and into WGS 84, all in one batch.
enum FindingPlacement {
    /// Fills `shape` and `geographic` of each finding from `metric`.
    ///
    /// - Throws: ``InputError`` when a place cannot be transformed.
    static func place(
        _ findings: inout [Finding], from plane: ReferenceSystem, to system: ReferenceSystem
    ) throws(InputError) {
        let world = try ReferenceSystem(code: 4326)
        let own = try transformed(findings, from: plane, to: system)
        let geographic = try transformed(findings, from: plane, to: world)
        for index in findings.indices {
            findings[index].shape = own[index]
            findings[index].geographic = geographic[index]
        }
    }

    private static func transformed(
        _ findings: [Finding], from source: ReferenceSystem, to target: ReferenceSystem
    ) throws(InputError) -> [FindingShape] {
        let transformation = try Transformation(from: source, to: target)
        guard !transformation.isIdentity else { return findings.map(\.metric) }
        var x: [Double] = []
        var y: [Double] = []
        for finding in findings {
            x.append(finding.metric.x)
            y.append(finding.metric.y)
            x += finding.metric.ground.x
            y += finding.metric.ground.y
            x += finding.metric.lines.x
            y += finding.metric.lines.y
        }
        // Findings without a place come back as NaN, which is what they were.
        try transformation.apply(x: &x, y: &y)
        var next = 0
        func take(_ count: Int) -> (x: [Double], y: [Double]) {
            defer { next += count }
            return (Array(x[next..<next + count]), Array(y[next..<next + count]))
        }
        return findings.map { finding in
            let place = take(1)
            let old = finding.metric.ground
            let ground = take(old.x.count)
            let lines = take(finding.metric.lines.x.count)
            var shape = FindingShape(x: place.x[0], y: place.y[0])
            shape.ground = Areas(
                x: ground.x, y: ground.y, ringStarts: old.ringStarts, partStarts: old.partStarts,
                areaStarts: old.areaStarts)
            shape.lines = finding.metric.lines
            (shape.lines.x, shape.lines.y) = lines
            return shape
        }
    }
}
