import Cartography
import Catalogue
import Formats
import Hummingbird
import Planar
import Tiles

/// `/collections/{layer}/viewer`: a layer's tiles in a map library, with its legend.
///
/// The page loads the library from this server, and everything else too: it works in an office without internet.
struct ViewerPage: Document {
    private let inquiry: Inquiry
    private let selection: DatedSelection
    private let library: ViewerLibrary

    /// - Throws: A 404 where the server has not the library's files.
    init(_ inquiry: Inquiry, _ selection: DatedSelection) throws(Problem) {
        self.inquiry = inquiry
        self.selection = selection
        let asked = try inquiry.parameters.word("library", of: ViewerLibrary.allCases.map(\.rawValue))
        library = asked.flatMap(ViewerLibrary.init) ?? inquiry.libraries.viewers.first ?? .leaflet
        for file in library.files where inquiry.libraries.file(file) == nil { throw ViewerLibraries.missing(file) }
    }

    var question: String {
        "viewer\u{0}\(library.rawValue)\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)"
    }

    /// Scripts from this server, and whatever a library makes itself: worker scripts and pictures.
    var fields: HTTPFields {
        let origin = inquiry.base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
        let policy = [
            "default-src 'none'", "script-src 'self'",
            "style-src 'self'\(library.writesStyles ? " 'unsafe-inline'" : "")", "img-src 'self' data: blob:",
            "connect-src 'self' \(origin.joined(separator: "/"))", "worker-src blob:", "child-src blob:",
            "form-action 'self'", "base-uri 'none'",
        ]
        return [.contentSecurityPolicy: policy.joined(separator: "; ")]
    }

    func bytes() throws -> [UInt8] {
        let language = inquiry.language
        let indicator = selection.layer.indicator
        let other = language == .german ? language.other.rawValue : nil
        let frame = PageFrame(
            title: indicator.title, root: "../../", otherLanguage: link(setting: ["lang": other]),
            sources: [selection.values.source, selection.level.boundarySource].filter { !$0.isEmpty },
            inquiry: inquiry)
        let drawn = try selection.drawn()
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            writeStyles(to: &out)
            out.write("<p class=\"quiet\">")
            out.write(xml: "\(selection.level.divisionTitle): \(selection.level.levelTitle), ")
            out.write(xml: language.say("Stichtag ", "reference date ") + language.date(selection.values.date))
            out.write("</p>\n")
            writeChoice(to: &out)
            out.write("<div class=\"viewer\">\n<div id=\"map\" role=\"application\" aria-label=\"")
            out.write(xml: language.say("Karte: ", "Map: ") + indicator.title)
            out.write("\" data-view=\"")
            out.write(xml: String(decoding: view(drawn).bytes, as: UTF8.self))
            out.write("\"></div>\n<div>\n<h2>")
            let isUnit = !indicator.unit.isEmpty && selection.layer.categories.isEmpty
            out.write(xml: isUnit ? indicator.unit : language.say("Legende", "Legend"))
            out.write("</h2>\n")
            LegendList.write(drawn.legendRows(), to: &out)
            out.write("<p id=\"area\" role=\"status\"></p>\n</div>\n</div>\n")
            for file in library.files where file.hasSuffix(".js") {
                out.write("<script src=\"../../assets/lib/\(file)\"></script>\n")
            }
            out.write("<script src=\"../../assets/viewers/\(library.script.name)\"></script>\n")
        }
        return out.bytes
    }

    private func writeStyles(to out: inout OutputBuffer) {
        var files = library.files.filter { $0.hasSuffix(".css") }.map { "lib/" + $0 }
        if let optional = library.optionalFile, inquiry.libraries.file(optional) != nil {
            files.append("lib/" + optional)
        }
        files.append("viewers/" + ViewerScript.look.name)
        for file in files { out.write("<link rel=\"stylesheet\" href=\"../../assets/\(file)\">\n") }
    }

    /// Links to the same map in the other libraries that the server has.
    private func writeChoice(to out: inout OutputBuffer) {
        out.write("<p class=\"libraries\">")
        for each in inquiry.libraries.viewers {
            if each == library {
                out.write("<strong>\(each.title)</strong> ")
            } else {
                out.write("<a href=\"")
                out.write(xml: link(setting: ["library": each.rawValue]))
                out.write("\">\(each.title)</a> ")
            }
        }
        out.write("</p>\n")
    }

    private func link(setting changes: [String: String?]) -> String {
        "viewer" + inquiry.parameters.query(setting: changes)
    }

    /// What the scripts need to know, as JSON.
    private func view(_ drawn: LayerRendering) -> OutputBuffer {
        let id = PercentEncoding.encode(selection.layer.id)
        let shared = inquiry.parameters.query(keeping: ["classes", "datetime", "lang", "method"])
        let tiles = "../../releases/\(inquiry.version)/tiles/\(id)/{z}/{x}/{y}"
        let box = selection.selection.served.tiles(of: selection.level).geographicBox
        let header = selection.release.header
        let style = selection.selection.rendering.style
        var out = OutputBuffer()
        out.write("{\"geojson\":")
        out.write(json: "\(tiles).geojson\(shared)")
        out.write(member: "mvt", text: "\(tiles).mvt\(shared)")
        out.write(
            member: "style", text: "styles/" + PercentEncoding.encode(inquiry.styleName(of: selection.layer)) + shared)
        out.write(
            member: "attribution",
            text: PlainMarkup.escaped("\(selection.values.source); \(header.publisher), \(header.licence)"))
        out.write(member: "outline", text: style.outline.hexadecimal)
        out.write(",\"outlineWidth\":")
        out.write(max(0.5, style.outlineWidth * 96 / 25.4), decimals: 2)
        out.write(",\"maxzoom\":\(TileZooms.last(of: .webMercatorQuad)),\"colours\":[")
        let rows = drawn.legendRows(withAbsentStates: true)
        for (index, colour) in rows.compactMap(\.colour).enumerated() {
            out.write(index == 0 ? "\"\(colour)\"" : ",\"\(colour)\"")
        }
        out.write("],\"hatchings\":{\"picture\":\"../../assets/sprites/\(SpriteSheet.name).png\",\"side\":")
        out.write(SpriteSheet.side)
        out.write(",\"columns\":{")
        let states = rows.filter { $0.state != nil }
        for (index, row) in states.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: row.state ?? "")
            out.write(":\(SpriteSheet.column(of: row.hatching))")
        }
        out.write("}}")
        if !box.isEmpty {
            out.write(",\"bounds\":")
            out.write(bounds: box, decimals: 6)
            out.write(",\"mercator\":")
            out.write(bounds: WebMercator.box(box), decimals: 2)
        }
        out.write("}")
        return out
    }
}
