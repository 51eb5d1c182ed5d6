import Formats
import Planar

/// A stretch of the plane on a sheet of so many units: north is up, and shapes keep their proportions.
struct MapFrame {
    /// The height of the sheet.
    let height: Double
    private let left: Double
    private let top: Double
    private let scale: Double
    private let margin: Double

    /// A frame around a box, `width` wide and as high as it needs, or less wide where that would be above `tallest`.
    init(_ box: Box, width: Double, tallest: Double, margin: Double) {
        let (spanX, spanY) = (max(box.width, 1e-9), max(box.height, 1e-9))
        scale = min((width - 2 * margin) / spanX, (tallest - 2 * margin) / spanY)
        height = (box.height * scale + 2 * margin).rounded(.up)
        // In the middle where the height decides.
        left = box.minX - (width - 2 * margin - box.width * scale) / 2 / scale
        top = box.maxY
        self.margin = margin
    }

    /// An easting on the sheet.
    func x(_ x: Double) -> Double { (x - left) * scale + margin }

    /// A northing on the sheet.
    func y(_ y: Double) -> Double { (top - y) * scale + margin }

    /// Writes an area's rings as path data, in tenths; vertices that fall together are left out.
    func write(_ areas: Areas, _ area: Int, into out: inout OutputBuffer) {
        for ring in areas.rings(of: area) {
            let vertices = areas.vertices(ofRing: ring)
            write(areas.x[vertices], areas.y[vertices], isClosed: true, into: &out)
        }
    }

    /// Writes a line, or a ring without its repeated vertex.
    func write(_ lineX: ArraySlice<Double>, _ lineY: ArraySlice<Double>, isClosed: Bool, into out: inout OutputBuffer) {
        var last: (Int, Int)?
        for (east, north) in zip(lineX, lineY) {
            let point = (Int((x(east) * 10).rounded()), Int((y(north) * 10).rounded()))
            if let last {
                if last == point { continue }
                out.write("l" as StaticString)
                write(tenths: point.0 - last.0, into: &out)
                out.write(" " as StaticString)
                write(tenths: point.1 - last.1, into: &out)
            } else {
                out.write("M" as StaticString)
                write(tenths: point.0, into: &out)
                out.write(" " as StaticString)
                write(tenths: point.1, into: &out)
            }
            last = point
        }
        if isClosed && last != nil { out.write("z" as StaticString) }
    }

    private func write(tenths: Int, into out: inout OutputBuffer) {
        if tenths % 10 == 0 { return out.write(tenths / 10) }
        if tenths < 0 { out.write("-" as StaticString) }
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        if whole > 0 { out.write(Int(whole)) }
        out.write(".\(rest)")
    }
}
