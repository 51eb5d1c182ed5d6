import Formats
import Planar

/// The bare map as SVG: areas in the legend's colours, nothing around them.
public enum MapDrawing {
    /// Draws a map, north up.
    ///
    ///     let svg = MapDrawing.map(subject, legend, width: 900, height: 700)
    ///
    /// Each area with geometry is a `<path>` with `data-key`, `data-state`, with a value also `data-value` and
    /// `data-class` (from 0), and a `<title>` for pointers and screen readers. The drawing as a whole has `role="img"`,
    /// a `<title>` and a `<desc>` that repeats the protection notice.
    ///
    /// - Parameters:
    ///   - subject: What is mapped.
    ///   - legend: Its legend; of the same subject.
    ///   - width: In CSS pixels.
    ///   - height: In CSS pixels; `nil` for as high as the areas are at this width, at most three times the width.
    ///   - prefix: What every `id` starts with, so that several maps can stand in one page.
    /// - Precondition: `width` and `height` are positive.
    /// - Complexity: O(*v*) for *v* vertices; the same bytes every time.
    public static func map(
        _ subject: MapSubject, _ legend: Legend, width: Double, height: Double? = nil, prefix: String = "map"
    ) -> [UInt8] {
        let box = subject.areas.box
        let height = height ?? MapLayout.height(of: box, width: width)
        precondition(width > 0 && height > 0, "a map has a size")
        let margin = min(width, height) * 0.01
        let lattice = Lattice(
            fitting: box, width: width - 2 * margin, height: height - 2 * margin, fineness: 10)
        let layer = AreaLayer(
            subject: subject, legend: legend, lattice: lattice, prefix: prefix, millimetres: 25.4 / 96)
        var out = OutputBuffer()
        MapDrawing.writeHead(subject, legend, width: width, height: height, prefix: prefix, to: &out)
        out.write("<defs>")
        layer.writePatterns(to: &out)
        out.write("</defs>\n<g transform=\"translate(")
        out.write(margin, decimals: 2)
        out.write(" ")
        out.write(margin, decimals: 2)
        out.write(")\">\n")
        layer.write(to: &out)
        out.write("</g>\n</svg>\n")
        return out.bytes
    }

    /// Opens a drawing of so many pixels and says what it shows.
    ///
    /// - Parameter attributes: What else the root has, with a blank before it.
    static func writeHead(
        _ subject: MapSubject, _ legend: Legend, width: Double, height: Double, attributes: String = "",
        prefix: String, to out: inout OutputBuffer
    ) {
        out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        out.write(width, decimals: 2)
        out.write("\" height=\"")
        out.write(height, decimals: 2)
        out.write("\"\(attributes) viewBox=\"0 0 ")
        out.write(width, decimals: 2)
        out.write(" ")
        out.write(height, decimals: 2)
        out.writeAccessibleName(
            legend.heading, description: legend.description(of: subject), language: legend.language, prefix: prefix)
    }
}
