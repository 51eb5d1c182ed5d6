import Formats
import Planar

/// The small map of one finding: its ground or lines in the middle, the areas concerned in two fills, the others in
/// outline; and where the ground is too thin to be seen at that scale, a second map at its place.
struct FindingInset {
    let areas: Areas
    let boxes: [Box]
    let keys: [String]
    let language: FindingLanguage

    /// The sheet's side.
    private static let side = 160.0

    func write(_ finding: Finding, into out: inout OutputBuffer) {
        guard finding.metric.x.isFinite else { return out.write("<div class=\"insets\"></div>" as StaticString) }
        out.write("<div class=\"insets\">" as StaticString)
        let box = finding.metric.box
        let extent = max(box.width, box.height)
        // A metre around the smallest, a third more around the largest.
        let half = max(extent * 0.7, 2)
        write(finding, atX: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2, half: half, into: &out)
        let width = FindingInset.width(of: finding)
        if width > 0, width < half / 40 {
            write(finding, atX: finding.metric.x, y: finding.metric.y, half: max(width * 6, 0.05), into: &out)
        }
        out.write("</div>" as StaticString)
    }

    /// The width of the ground: the one measured, else that of a strip of its area and perimeter; 0 without ground.
    private static func width(of finding: Finding) -> Double {
        if finding.width.isFinite { return finding.width }
        let ground = finding.metric.ground
        guard ground.count > 0 else { return 0 }
        let perimeter = ground.perimeter(of: 0)
        return perimeter > 0 ? 2 * ground.area(of: 0) / perimeter : 0
    }

    private func write(_ finding: Finding, atX x: Double, y: Double, half: Double, into out: inout OutputBuffer) {
        let window = Box(minX: x - half, minY: y - half, maxX: x + half, maxY: y + half)
        let frame = MapFrame(window, width: FindingInset.side, tallest: FindingInset.side, margin: 0)
        // Areas are cut a little outside the window, so that the cut does not show.
        let cut = Box(minX: x - 1.2 * half, minY: y - 1.2 * half, maxX: x + 1.2 * half, maxY: y + 1.2 * half)
        let span = language.measure(FindingInset.rounded(2 * half), unit: "m")
        out.write("<figure><svg viewBox=\"0 0 160 160\" role=\"img\" aria-label=\"")
        out.write(xml: language("Ausschnitt, \(span) breit", "Detail, \(span) wide"))
        out.write("\">" as StaticString)
        let involved = Set(finding.keys)
        for area in 0..<areas.count where boxes[area].intersects(cut) {
            let isFirst = keys[area] == finding.keys.first
            let style = isFirst ? "one" : involved.contains(keys[area]) ? "two" : "other"
            out.write("<path class=\"\(style)\" d=\"")
            for ring in areas.rings(of: area) {
                let vertices = areas.vertices(ofRing: ring)
                let clipped = RingClipping.clip(areas.x[vertices], areas.y[vertices], to: cut)
                frame.write(clipped.x[...], clipped.y[...], isClosed: true, into: &out)
            }
            out.write("\"/>" as StaticString)
        }
        if finding.metric.ground.count > 0 {
            out.write("<path class=\"ground\" d=\"" as StaticString)
            for ring in finding.metric.ground.rings(of: 0) {
                let vertices = finding.metric.ground.vertices(ofRing: ring)
                let clipped = RingClipping.clip(
                    finding.metric.ground.x[vertices], finding.metric.ground.y[vertices], to: cut)
                frame.write(clipped.x[...], clipped.y[...], isClosed: true, into: &out)
            }
            out.write("\"/>" as StaticString)
        }
        write(finding.metric.lines, frame, window, into: &out)
        if finding.metric.ground.count == 0 && finding.metric.lines.starts.count < 2 {
            out.write("<circle class=\"place\" cx=\"80\" cy=\"80\" r=\"5\"/>" as StaticString)
        }
        out.write("</svg><figcaption>\(span)</figcaption></figure>")
    }

    private func write(
        _ lines: CoverageFault.Lines, _ frame: MapFrame, _ window: Box, into out: inout OutputBuffer
    ) {
        for line in lines.starts.indices.dropLast() {
            let vertices = Int(lines.starts[line])..<Int(lines.starts[line + 1])
            var box = Box.empty
            for vertex in vertices { box.add(x: lines.x[vertex], y: lines.y[vertex]) }
            guard box.intersects(window) else { continue }
            if vertices.count == 1 {
                let x = FindingFormat.plain(frame.x(lines.x[vertices.lowerBound]), decimals: 1)
                let y = FindingFormat.plain(frame.y(lines.y[vertices.lowerBound]), decimals: 1)
                out.write("<circle class=\"place\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/>")
            } else {
                out.write("<path class=\"line\" d=\"" as StaticString)
                frame.write(lines.x[vertices], lines.y[vertices], isClosed: false, into: &out)
                out.write("\"/>" as StaticString)
            }
        }
    }

    /// A length with two digits.
    private static func rounded(_ length: Double) -> Double {
        var unit = 1.0
        while length / unit >= 100 { unit *= 10 }
        while length / unit < 10 && unit > 0.01 { unit /= 10 }
        return unit < 1 ? (length / unit).rounded() / (1 / unit).rounded() : (length / unit).rounded() * unit
    }
}
