import Formats
import Planar

/// The paper of a sheet and where its parts lie, in millimetres.
struct SheetPage {
    let width: Double
    let height: Double
    let margin: Double
    /// How large type is compared with A4.
    let scale: Double
    let isLandscape: Bool

    init(_ paper: Paper) {
        width = paper.width
        height = paper.height
        scale = paper.scale
        margin = 14 * paper.scale
        isLandscape = paper.isLandscape
    }

    /// The width between the margins.
    var textWidth: Double { width - 2 * margin }
    /// The space between parts.
    var gap: Double { 6 * scale }

    /// The width of the legend: a column beside the map, or the full width below it.
    var keyWidth: Double { isLandscape ? 74 * scale : textWidth }

    /// The map's frame: what head, foot and legend leave.
    func frame(below head: Double, above foot: Double, key: SheetKey) -> Box {
        let top = margin + head + gap
        let bottom = height - margin - foot - gap
        guard !isLandscape else {
            return Box(minX: margin, minY: top, maxX: width - margin - keyWidth - 1.5 * gap, maxY: bottom)
        }
        return Box(minX: margin, minY: top, maxX: width - margin, maxY: bottom - key.height - gap)
    }

    /// The legend's place: beside the map, or below it.
    func keyPlace(frame: Box, above foot: Double, key: SheetKey) -> Box {
        let bottom = height - margin - foot - gap
        guard !isLandscape else {
            return Box(minX: width - margin - keyWidth, minY: frame.minY, maxX: width - margin, maxY: bottom)
        }
        return Box(minX: margin, minY: bottom - key.height, maxX: width - margin, maxY: bottom)
    }

    /// Writes the `<svg>` tag with the names for screen readers.
    func open(heading: String, description: String, legend: Legend, to out: inout OutputBuffer) {
        out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        out.write(width, decimals: 2)
        out.write("mm\" height=\"")
        out.write(height, decimals: 2)
        out.write("mm\" viewBox=\"0 0 ")
        out.write(width, decimals: 2)
        out.write(" ")
        out.write(height, decimals: 2)
        out.write("\" font-family=\"DejaVu Sans, Arial, sans-serif")
        out.writeAccessibleName(heading, description: description, language: legend.language, prefix: "sheet")
    }
}
