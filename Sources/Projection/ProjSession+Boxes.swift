import Planar

extension ProjSession {
    /// The box, in a system's units, of a box in degrees of the system's own ellipsoid or WGS 84.
    ///
    /// A grid of points is projected rather than the corners: the sides of a box bend. One percent is added for what
    /// lies between the points.
    mutating func project(_ degrees: Box, to system: ReferenceSystem) -> Box {
        guard !system.isGeographic else { return degrees }
        let steps = 16
        var x: [Double] = []
        var y: [Double] = []
        for column in 0...steps {
            for row in 0...steps {
                x.append(degrees.minX + degrees.width * Double(column) / Double(steps))
                y.append(degrees.minY + degrees.height * Double(row) / Double(steps))
            }
        }
        project(from: "EPSG:4326", to: system.definition, x: &x, y: &y)
        var box = Box.empty
        for index in x.indices where x[index].isFinite && y[index].isFinite { box.add(x: x[index], y: y[index]) }
        guard !box.isEmpty else { return box }
        let (marginX, marginY) = (box.width / 100, box.height / 100)
        return Box(
            minX: box.minX - marginX, minY: box.minY - marginY, maxX: box.maxX + marginX, maxY: box.maxY + marginY)
    }
}
