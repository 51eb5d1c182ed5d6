public import Planar

/// Where a finding is, in one reference system: a place, the ground and the lines concerned.
public struct FindingShape: Sendable, Equatable {
    /// The place's easting or longitude; NaN where a finding has no place.
    public var x: Double
    /// The place's northing or latitude.
    public var y: Double
    /// The ground concerned; `Areas.none` where there is none.
    public var ground: Areas
    /// The lines or points concerned.
    public var lines: CoverageFault.Lines

    /// Creates a shape.
    public init(x: Double, y: Double, ground: Areas = .none, lines: CoverageFault.Lines = .init()) {
        self.x = x
        self.y = y
        self.ground = ground
        self.lines = lines
    }

    /// No place at all.
    public static let nowhere = FindingShape(x: .nan, y: .nan)

    /// The box of place, ground and lines; empty where there is nothing.
    public var box: Box {
        var box = ground.box
        if x.isFinite && y.isFinite { box.add(x: x, y: y) }
        for index in lines.x.indices { box.add(x: lines.x[index], y: lines.y[index]) }
        return box
    }

    /// A place that moves no more than the shape does, however its rings and lines are ordered: the ground's centre of
    /// mass, else the middle of the lines' box, else the place. It may lie beside the ground.
    var middle: (x: Double, y: Double) {
        if ground.count > 0, let centroid = ground.centroid(of: 0), centroid.x.isFinite { return centroid }
        var box = Box.empty
        for index in lines.x.indices { box.add(x: lines.x[index], y: lines.y[index]) }
        return box.isEmpty ? (x, y) : ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    }
}
