import Formats
import Planar
import Statistics

/// The areas of a map as SVG, coloured or hatched by a legend.
struct AreaLayer {
    let subject: MapSubject
    let legend: Legend
    let lattice: Lattice
    /// What every `id` starts with, so that several drawings can stand in one page.
    let prefix: String
    /// How many millimetres of paper (or screen) a drawing unit is.
    let millimetres: Double
    /// What is shown; areas wholly outside are left out. `nil` for everything.
    var section: Box?

    /// Writes the hatchings that ``write(to:)`` refers to.
    func writePatterns(to out: inout OutputBuffer) {
        for entry in legend.states where entry.count > 0 {
            entry.hatching.write(
                pattern: "\(prefix)-\(entry.state.name)", scale: lattice.fineness / millimetres, to: &out)
        }
    }

    /// Writes one group with a path per area, in the order of the areas; areas without geometry have none.
    func write(to out: inout OutputBuffer) {
        out.reserve(out.bytes.count + subject.areas.x.count * 4 + subject.keys.count * 220)
        out.write("<g transform=\"scale(")
        out.write(1 / lattice.fineness, decimals: 6)
        out.write(")\" fill-rule=\"evenodd\" stroke=\"")
        out.write(legend.style.outline.hexadecimal)
        out.write("\" stroke-width=\"")
        out.write(outlineWidth * lattice.fineness, decimals: 2)
        out.write("\" stroke-linejoin=\"round\">\n")
        let fills = legend.colours.map(\.hexadecimal)
        var outline = AreaOutline()
        var path = OutputBuffer()
        for area in 0..<subject.areas.count {
            if let section, !subject.areas.box(of: area).intersects(section) { continue }
            path.clear()
            guard outline.write(area, of: subject.areas, on: lattice, to: &path) else { continue }
            write(area, path: path, fills: fills, to: &out)
        }
        out.write("</g>\n")
    }

    private func write(_ area: Int, path: OutputBuffer, fills: [String], to out: inout OutputBuffer) {
        let state = legend.state(ofArea: area)
        out.write("<path id=\"")
        out.write(xml: prefix)
        out.write("-")
        writeIdentifier(subject.keys[area], to: &out)
        out.write("\" data-key=\"")
        out.write(xml: subject.keys[area])
        if state == .value {
            out.write("\" data-value=\"")
            out.write(subject.values[area])
        }
        out.write("\" data-state=\"")
        out.write(state.name)
        if let index = legend.classIndex(ofArea: area) {
            out.write("\" data-class=\"")
            out.write(index)
            out.write("\" fill=\"")
            out.write(fills[index])
        } else {
            out.write("\" fill=\"url(#")
            out.write(xml: prefix)
            out.write("-")
            out.write(state.name)
            out.write(")")
        }
        out.write("\" d=\"")
        out.write(bytes: path.bytes)
        out.write("\"><title>")
        out.write(xml: legend.title(ofArea: area, in: subject))
        out.write("</title></path>\n")
    }

    /// The outlines' width in drawing units: the style's, but never more than a small part of a typical area.
    private var outlineWidth: Double {
        let box = subject.areas.box
        guard !box.isEmpty, lattice.metresPerUnit > 0 else { return legend.style.outlineWidth / millimetres }
        let surface = box.width * box.height / (lattice.metresPerUnit * lattice.metresPerUnit)
        let side = (surface / Double(max(1, subject.areas.count))).squareRoot()
        return min(legend.style.outlineWidth / millimetres, 0.05 * side)
    }

    /// Writes a key so that it may be part of an XML `id`: bytes that may not are written as `_` and two digits.
    private func writeIdentifier(_ key: String, to out: inout OutputBuffer) {
        for byte in key.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."):
                out.write(byte: byte)
            default: out.write((byte < 16 ? "_0" : "_") + String(byte, radix: 16))
            }
        }
    }
}
