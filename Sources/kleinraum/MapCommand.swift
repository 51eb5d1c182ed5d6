public import ArgumentParser
public import Cartography
import Diagnostics
import Formats
import Service
import Statistics

/// `kleinraum map`: the print sheet of a layer, as SVG, PDF or PNG.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draw a layer's print sheet: SVG, and PDF or PNG through rsvg-convert.",
        discussion: "It draws the published release, never the confidential file.")

    @Argument(help: "The project folder.")
    var folder: String

    @Option(help: "The layer: division.level.indicator.")
    var layer: String

    @Option(help: "The reference date; by default the newest.")
    var date: String?

    @Option(help: "The paper: \(Paper.choices).")
    var paper: Paper?

    @Option(help: "The classification: \(Classification.Method.choices).")
    var method: String?

    @Option(help: "How many classes, 1 to 9.")
    var classes: Int?

    @Option(help: "The language of words and numbers: de or en.")
    var lang = Language.german

    @Option(help: "The resolution of a PNG, in dots per inch.")
    var dpi = 200

    @Option(name: .short, help: "The file to write: .svg, .pdf or .png.")
    var output: String

    func validate() throws {
        if let method, Classification.Method(method) == nil {
            throw ValidationError("--method takes \(Classification.Method.choices)")
        }
        if let classes, !(1...9).contains(classes) { throw ValidationError("--classes takes 1 to 9") }
        if !(20...1200).contains(dpi) { throw ValidationError("--dpi takes 20 to 1200") }
    }

    func run() throws {
        let drawing = LayerDrawing(
            layer: layer, date: date, method: method.flatMap { Classification.Method($0) }, classes: classes,
            language: lang, styles: try Served.styles(of: folder))
        let svg = try drawing.sheet(of: try Served.release(of: folder), paper: paper)
        if output.lowercased().hasSuffix(".svg") {
            try AtomicFile.write(output, svg)
        } else if PrintConversion.Format(path: output) == nil {
            throw InputError(
                .malformed, "'\(output)' names no form that a map has", remedy: "end it in .svg, .pdf or .png")
        } else {
            try PrintConversion.convert(svg, to: output, dotsPerInch: dpi)
        }
    }
}

extension Paper: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
