import Planar

/// The grounds of findings, arranged so that those holding an address are found quickly. Grounds may overlap.
struct DisputedGrounds: Sendable {
    private let grounds: Areas
    private let boxes: [Box]
    private let findings: [Int]
    private let locator: PointLocator

    /// Takes the grounds of those findings that propose a repair that moves ground.
    init(_ all: [Finding], threads: Int) {
        var builder = Areas.Builder()
        var numbers: [Int] = []
        for (number, finding) in all.enumerated()
        where finding.metric.ground.count > 0 && finding.repair != nil {
            builder.addArea(0, of: finding.metric.ground)
            numbers.append(number)
        }
        let grounds = builder.finish()
        self.grounds = grounds
        boxes = (0..<grounds.count).map { grounds.box(of: $0) }
        findings = numbers
        locator = PointLocator(grounds, threads: threads)
    }

    /// Calls `body` with the number of each finding whose ground holds a point.
    func forEach(atX x: Double, y: Double, _ body: (Int) -> Void) {
        let location = locator.locate(x: x, y: y)
        guard location.area >= 0 else { return }
        body(findings[Int(location.area)])
        guard location.isInOverlap else { return }
        for ground in 0..<grounds.count
        where ground != Int(location.area) && boxes[ground].contains(x: x, y: y) && holds(ground, x, y) {
            body(findings[ground])
        }
    }

    /// The even-odd rule over all edges: for the few points where grounds overlap.
    private func holds(_ ground: Int, _ x: Double, _ y: Double) -> Bool {
        var isInside = false
        for ring in grounds.rings(of: ground) {
            for vertex in grounds.vertices(ofRing: ring).dropLast() {
                let (oneX, oneY) = (grounds.x[vertex], grounds.y[vertex])
                let (otherX, otherY) = (grounds.x[vertex + 1], grounds.y[vertex + 1])
                guard (oneY > y) != (otherY > y) else { continue }
                let side = Orientation.side(ax: oneX, ay: oneY, bx: otherX, by: otherY, px: x, py: y)
                if (side > 0) == (otherY > oneY) { isInside.toggle() }
            }
        }
        return isInside
    }
}
