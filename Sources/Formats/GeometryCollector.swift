import Diagnostics
import Planar

/// Collects the geometries of a file, feature by feature, and sees to it that all are of one kind.
///
/// For an area: `begin(.areas, …)`, vertices into `x` and `y`, `closeRing` and `closePart`; for a point `begin(.points,
/// …)` and `addPoint`; in the end `endFeature`, also for a feature without geometry.
struct GeometryCollector {
    enum Kind {
        case areas
        case points
    }

    /// The open and the closed rings' vertices; of a point file, the points of the features that have one.
    var x: [Double] = []
    var y: [Double] = []
    private var ringStarts: [Int32] = [0]
    private var partStarts: [Int32] = [0]
    private var areaStarts: [Int32] = [0]
    private var kind: Kind?
    /// The type's name in the feature that decided the kind.
    private var kindName = ""
    /// How many features have ended.
    private(set) var count = 0

    /// The number of the open feature, counted from 1.
    var feature: Int { count + 1 }

    /// Makes room for so many vertices.
    mutating func reserve(_ vertices: Int) {
        x.reserveCapacity(vertices)
        y.reserveCapacity(vertices)
    }

    /// Starts a geometry of the open feature; its kind must be that of the file.
    mutating func begin(_ kind: Kind, named name: String) throws(InputError) {
        if let known = self.kind {
            guard known == kind else {
                throw fault(
                    "feature \(feature) is a \(name), but earlier ones are \(kindName)s",
                    remedy: "a file must hold areas or points, not both")
            }
            return
        }
        self.kind = kind
        kindName = name
        switch kind {
        case .areas: areaStarts.append(contentsOf: repeatElement(0, count: count))
        case .points:
            x.append(contentsOf: repeatElement(.nan, count: count))
            y.append(contentsOf: repeatElement(.nan, count: count))
        }
    }

    /// Ends the open ring, which must be closed and have four points.
    mutating func closeRing() throws(InputError) {
        let first = Int(ringStarts[ringStarts.count - 1])
        let last = x.count - 1
        guard last - first >= 3 else {
            throw fault(
                "ring \(ring) of feature \(feature) has \(last - first + 1) points",
                remedy: "a ring has at least four, the first repeated as the last")
        }
        guard x[first] == x[last], y[first] == y[last] else {
            throw fault(
                "ring \(ring) of feature \(feature) ends at \(x[last]) \(y[last]) but starts at \(x[first]) \(y[first])",
                remedy: "a ring must end at its first point")
        }
        guard x.count <= Int(Int32.max) else {
            throw InputError(.malformed, "the file has more than \(Int32.max) vertices", remedy: "split it")
        }
        ringStarts.append(Int32(x.count))
    }

    /// Ends the open polygon; one without rings leaves no trace.
    mutating func closePart() {
        guard Int(partStarts[partStarts.count - 1]) < ringStarts.count - 1 else { return }
        partStarts.append(Int32(ringStarts.count - 1))
    }

    /// Gives the open feature its point; NaN is none.
    mutating func addPoint(x pointX: Double, y pointY: Double) throws(InputError) {
        if pointX.isNaN || pointY.isNaN { return }
        guard x.count == count else {
            throw fault(
                "feature \(feature) has more than one point", remedy: "split it into features of one point each")
        }
        x.append(pointX)
        y.append(pointY)
    }

    /// Ends the open feature, with or without geometry.
    mutating func endFeature() {
        switch kind {
        case .areas: areaStarts.append(Int32(partStarts.count - 1))
        case .points where x.count == count:
            x.append(.nan)
            y.append(.nan)
        default: break
        }
        count += 1
    }

    /// The geometries; where no feature had any, areas without parts.
    consuming func finish() -> FeatureFile.Geometry {
        switch kind {
        case .points: return .points(x: x, y: y)
        case .areas: break
        case nil: areaStarts.append(contentsOf: repeatElement(0, count: count))
        }
        return .areas(Areas(x: x, y: y, ringStarts: ringStarts, partStarts: partStarts, areaStarts: areaStarts))
    }

    /// The open ring's number within its feature, from 1.
    var ring: Int {
        let firstRing = kind == .areas ? Int(partStarts[Int(areaStarts[areaStarts.count - 1])]) : 0
        return ringStarts.count - firstRing
    }

    /// An error about the open feature.
    func fault(_ message: String, remedy: String) -> InputError {
        InputError(.invalidGeometry, message, remedy: remedy, at: Place(row: feature))
    }

    /// A vertex that is infinite or no number.
    func notFinite() -> InputError {
        fault("feature \(feature) has a vertex that is no number", remedy: "mend the geometry in a desktop program")
    }

    /// A geometry of a kind that is neither area nor point.
    func unsupported(_ type: String) -> InputError {
        fault(
            "feature \(feature) is a \(type)",
            remedy: "areas (Polygon, MultiPolygon) or points (Point, MultiPoint of one point) are needed")
    }
}
