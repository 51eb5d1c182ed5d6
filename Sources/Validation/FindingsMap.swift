import Formats
import Planar

/// The large map of a report: the outlines of all areas, and a mark of constant size at each finding, whose sign shows
/// how grave it is without colour.
struct FindingsMap {
    let report: FindingsReport
    let language: FindingLanguage

    /// The sign of a severity in text, as its mark on the map.
    static func sign(_ severity: FindingSeverity) -> String {
        switch severity {
        case .error: "◯"
        case .warning: "△"
        case .info: "◇"
        }
    }

    func write(into out: inout OutputBuffer) {
        var box = report.areas.box
        for finding in report.findings where finding.metric.x.isFinite {
            // Addresses in another country must not shrink the city to a dot.
            if !finding.kind.concernsAddresses { box.add(finding.metric.box) }
        }
        guard !box.isEmpty else { return }
        let frame = MapFrame(box, width: 960, tallest: 960, margin: 14)
        let height = FindingFormat.plain(frame.height, decimals: 0)
        out.write("<section aria-labelledby=\"map\">\n<h2 id=\"map\">")
        out.write(xml: language("Karte", "Map"))
        out.write("</h2>\n<figure>\n<svg class=\"map\" viewBox=\"0 0 960 \(height)\" role=\"group\" aria-label=\"")
        out.write(xml: language("Karte der Flächen mit den Befunden", "Map of the areas with the findings"))
        out.write("\">\n<path class=\"areas\" d=\"")
        for area in 0..<report.areas.count { frame.write(report.areas, area, into: &out) }
        out.write("\"/>\n")
        // The gravest are drawn last, on top.
        for severity in FindingSeverity.allCases.reversed() {
            for finding in report.findings where finding.severity == severity && finding.metric.x.isFinite {
                write(finding, frame, into: &out)
            }
        }
        out.write("</svg>\n")
        writeLegend(into: &out)
        out.write("</figure>\n</section>\n")
    }

    private func write(_ finding: Finding, _ frame: MapFrame, into out: inout OutputBuffer) {
        let x = min(max(frame.x(finding.metric.x), 3), 957)
        let y = min(max(frame.y(finding.metric.y), 3), frame.height - 3)
        out.write("<a id=\"m-\(finding.id)\" href=\"#f-\(finding.id)\" class=\"\(finding.severity.rawValue)")
        out.write(finding.isAccepted ? " done\">" : "\">")
        let (left, top) = (FindingFormat.plain(x, decimals: 1), FindingFormat.plain(y, decimals: 1))
        let transform = "transform=\"translate(\(left) \(top))\""
        switch finding.severity {
        case .error: out.write("<circle r=\"5\" \(transform)>")
        case .warning: out.write("<path d=\"M0-6 5.5 4h-11z\" \(transform)>")
        case .info: out.write("<path d=\"M0-5 5 0 0 5-5 0z\" \(transform)>")
        }
        out.write("<title>")
        out.write(xml: finding.sentence(in: language))
        out.write(finding.severity == .error ? "</title></circle></a>\n" : "</title></path></a>\n")
    }

    private func writeLegend(into out: inout OutputBuffer) {
        out.write("<figcaption>")
        for severity in FindingSeverity.allCases where report.count(severity) > 0 {
            out.write("<span class=\"\(severity.rawValue)\">\(FindingsMap.sign(severity))</span> ")
            out.write(xml: severity.word(2, language) + " ")
        }
        out.write("<span class=\"one\">■</span> ")
        out.write(xml: language("erste Fläche ", "first area "))
        out.write("<span class=\"two\">■</span> ")
        out.write(xml: language("weitere beteiligte Flächen ", "other areas concerned "))
        out.write("<span class=\"ground\">■</span> ")
        out.write(xml: language("betroffener Grund ", "ground concerned "))
        out.write(xml: language("(Akzeptiertes ist grau.)", "(What is accepted is grey.)"))
        out.write("</figcaption>\n")
    }
}
