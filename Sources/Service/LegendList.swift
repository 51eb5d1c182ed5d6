import Cartography
import Formats

/// The legend in a page that shows a layer in a map library: swatches and what they mean.
enum LegendList {
    /// Writes the legend as a list; states that no area is in are left out.
    static func write(_ rows: [LayerRendering.LegendRow], to out: inout OutputBuffer) {
        out.write("<ul class=\"legend\">\n")
        for row in rows {
            out.write("<li>")
            if let colour = row.colour {
                out.write("<svg class=\"swatch\" aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\" fill=\"")
                out.write(colour)
                out.write("\"/></svg>")
            } else {
                out.write("<span class=\"swatch \(row.hatching)\"></span>")
            }
            out.write("<span>")
            out.write(xml: row.text)
            out.write("</span></li>\n")
        }
        out.write("</ul>\n")
    }
}
