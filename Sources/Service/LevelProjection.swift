import Planar
import Projection
import Synchronization

/// A transformation with PROJ's handles open, to be used by whoever comes, one after the other.
final class LevelProjection: Sendable {
    private let projector: Mutex<Projector>

    /// Opens the handles, about 10 ms.
    ///
    /// - Throws: `InputError` where PROJ knows no way between two EPSG codes.
    init(from source: Int, to target: Int, around area: Box) throws {
        let transformation = try Transformation(
            from: ReferenceSystem(code: source), to: ReferenceSystem(code: target), areaOfInterest: area)
        projector = Mutex(try Projector(transformation))
    }

    /// Transforms points in place; those that cannot be become NaN.
    func apply(x: inout [Double], y: inout [Double]) {
        projector.withLock { projector in _ = projector.apply(x: &x, y: &y) }
    }

    /// The box around a transformed box; empty where nothing of it can be transformed.
    ///
    /// Sides become curves, so points all along them are taken.
    func box(_ box: Box) -> Box {
        let steps = 32
        var x: [Double] = []
        var y: [Double] = []
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            let (middleX, middleY) = (box.minX + share * box.width, box.minY + share * box.height)
            x += [middleX, middleX, box.minX, box.maxX]
            y += [box.minY, box.maxY, middleY, middleY]
        }
        apply(x: &x, y: &y)
        var result = Box.empty
        for point in x.indices where x[point].isFinite { result.add(x: x[point], y: y[point]) }
        return result
    }
}
