import Planar
import Statistics

/// The areas' keys as labels inside their areas: as large as they fit, left out where they do not, never one over another.
struct AreaNumbers {
    /// A key with the middle of its place, in drawing units.
    struct Label {
        let area: Int
        let x: Double
        let y: Double
        let size: Double
    }

    /// The labels, in the order of the areas.
    private(set) var labels: [Label] = []
    /// How many areas with geometry have no label for want of room.
    private(set) var omitted = 0

    /// The height of a figure as a share of the size of type.
    static let figureHeight = 0.73

    /// Finds places around the label points.
    ///
    /// - Parameter sizes: Sizes of type to try, largest first.
    /// - Complexity: O(*v*) for *v* vertices, a small constant number of times.
    init(_ subject: MapSubject, on lattice: Lattice, sizes: [Double]) {
        var taken = TakenPlaces(cell: 10)
        for area in 0..<subject.areas.count where !subject.areas.parts(of: area).isEmpty {
            guard let label = AreaNumbers.place(area, of: subject, on: lattice, sizes: sizes, beside: taken) else {
                omitted += 1
                continue
            }
            taken.insert(AreaNumbers.extent(of: label, text: subject.keys[area]))
            labels.append(label)
        }
    }

    private static func place(
        _ area: Int, of subject: MapSubject, on lattice: Lattice, sizes: [Double], beside taken: TakenPlaces
    ) -> Label? {
        guard subject.labelX[area].isFinite, subject.labelY[area].isFinite, lattice.metresPerUnit > 0 else {
            return nil
        }
        let centreX = lattice.across(subject.labelX[area])
        let centreY = lattice.down(subject.labelY[area])
        // An area smaller than its number needs no look at its vertices.
        let box = subject.areas.box(of: area)
        for size in sizes {
            let height = figureHeight * size
            let width = Typeface.regular.width(of: subject.keys[area], size: size)
            guard width < box.width / lattice.metresPerUnit && height < box.height / lattice.metresPerUnit else {
                continue
            }
            for (right, below) in shifts {
                let label = Label(area: area, x: centreX + right * width, y: centreY + below * height, size: size)
                let extent = extent(of: label, text: subject.keys[area])
                if isInside(extent, area, of: subject.areas, on: lattice) && !taken.intersects(extent) { return label }
            }
        }
        return nil
    }

    /// The label point first, then around it, in widths and heights of the label.
    private static let shifts: [(Double, Double)] = [
        (0, 0), (0, 0.5), (0, -0.5), (0.25, 0), (-0.25, 0), (0.25, 0.5), (-0.25, -0.5), (0.25, -0.5), (-0.25, 0.5),
    ]

    /// The room of a label with a little air.
    private static func extent(of label: Label, text: String) -> Box {
        let air = 0.16 * label.size
        let across = Typeface.regular.width(of: text, size: label.size) / 2 + air
        let down = figureHeight * label.size / 2 + air
        return Box(minX: label.x - across, minY: label.y - down, maxX: label.x + across, maxY: label.y + down)
    }

    /// Whether a rectangle lies inside an area: its middle does, and no edge of the area enters it.
    private static func isInside(_ extent: Box, _ area: Int, of areas: Areas, on lattice: Lattice) -> Bool {
        let middleX = (extent.minX + extent.maxX) / 2
        let middleY = (extent.minY + extent.maxY) / 2
        var isInside = false
        for ring in areas.rings(of: area) {
            let vertices = areas.vertices(ofRing: ring)
            var previousX = lattice.across(areas.x[vertices.lowerBound])
            var previousY = lattice.down(areas.y[vertices.lowerBound])
            for vertex in vertices.dropFirst() {
                let x = lattice.across(areas.x[vertex])
                let y = lattice.down(areas.y[vertex])
                if extent.isCut(byX: previousX, y: previousY, toX: x, y: y) { return false }
                if (y > middleY) != (previousY > middleY) {
                    let crossing = previousX + (middleY - previousY) / (y - previousY) * (x - previousX)
                    if middleX < crossing { isInside.toggle() }
                }
                previousX = x
                previousY = y
            }
        }
        return isInside
    }
}

extension Box {
    /// Whether a line segment has a point in the box (Liang and Barsky 1984).
    fileprivate func isCut(byX x0: Double, y y0: Double, toX x1: Double, y y1: Double) -> Bool {
        if max(x0, x1) < minX || min(x0, x1) > maxX || max(y0, y1) < minY || min(y0, y1) > maxY { return false }
        var enter = 0.0
        var leave = 1.0
        for (step, before, after) in [(x1 - x0, minX - x0, maxX - x0), (y1 - y0, minY - y0, maxY - y0)] {
            guard step != 0 else { continue }
            enter = max(enter, min(before / step, after / step))
            leave = min(leave, max(before / step, after / step))
        }
        return enter <= leave
    }
}

/// The rectangles that labels have taken, in a grid of cells.
private struct TakenPlaces {
    let cell: Double
    private var places: [Int: [Box]] = [:]

    init(cell: Double) { self.cell = cell }

    mutating func insert(_ box: Box) {
        for key in cells(of: box) { places[key, default: []].append(box) }
    }

    func intersects(_ box: Box) -> Bool {
        cells(of: box).contains { key in places[key]?.contains { $0.intersects(box) } ?? false }
    }

    private func cells(of box: Box) -> [Int] {
        let rows = Int(box.minY / cell)...Int(box.maxY / cell)
        let columns = Int(box.minX / cell)...Int(box.maxX / cell)
        return rows.flatMap { row in columns.map { row * 10_000 + $0 } }
    }
}
