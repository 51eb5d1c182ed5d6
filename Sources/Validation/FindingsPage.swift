import Formats
import Planar

extension FindingsReport {
    /// The report as one page that needs no network: a map with every finding marked, and the list, each leading to the
    /// other, with a small map of each finding's ground.
    public func html(language: FindingLanguage = .german) -> [UInt8] {
        var page = FindingsPage(report: self, language: language)
        return page.make()
    }
}

/// The page of a report: head, totals, map with legend, findings by kind.
struct FindingsPage {
    let report: FindingsReport
    let language: FindingLanguage
    var out = OutputBuffer()
    /// The boxes of the areas, for the small maps.
    let boxes: [Box]

    /// Findings beyond so many are listed without a small map: a page of hundreds of megabytes helps nobody.
    static let insets = 2_000

    init(report: FindingsReport, language: FindingLanguage) {
        self.report = report
        self.language = language
        boxes = (0..<report.areas.count).map { report.areas.box(of: $0) }
    }

    /// The page's bytes.
    mutating func make() -> [UInt8] {
        let title = language("Prüfung der Gebietsgrenzen", "Check of boundaries")
        out.write("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        out.write(xml: "\(title): \(report.file)")
        out.write("</title>\n<style>\n\(FindingsStylesheet.text)</style>\n</head>\n<body>\n<header>\n<h1>")
        out.write(xml: title)
        out.write("</h1>\n<p>")
        out.write(xml: report.summary(in: language))
        out.write("</p>\n<p class=\"quiet\">")
        out.write(xml: language("Bezugssystem: ", "Reference system: ") + report.system)
        out.write("</p>\n</header>\n<main>\n")
        if report.findings.isEmpty {
            writeText("p", language("Es gibt nichts zu beanstanden.", "There is nothing to object to."))
        } else {
            writeTotals()
        }
        let map = FindingsMap(report: report, language: language)
        map.write(into: &out)
        writeLists()
        out.write("</main>\n</body>\n</html>\n")
        return out.bytes
    }

    private mutating func writeText(_ element: String, _ text: String) {
        out.write("<\(element)>")
        out.write(xml: text)
        out.write("</\(element)>\n")
    }

    private mutating func writeTotals() {
        out.write("<section aria-labelledby=\"totals\">\n<h2 id=\"totals\">")
        out.write(xml: language("Übersicht", "Summary"))
        out.write("</h2>\n<table>\n<thead><tr>")
        for title in [
            language("Art", "Kind"), language("Schwere", "Severity"), language("Anzahl", "Count"),
            language("akzeptiert", "accepted"), language("zusammen", "together"),
        ] {
            out.write("<th scope=\"col\">")
            out.write(xml: title)
            out.write("</th>")
        }
        out.write("</tr></thead>\n<tbody>\n")
        for total in report.totals {
            let severity = total.kind.severity
            out.write("<tr><th scope=\"row\"><a href=\"#kind-\(total.kind.rawValue)\">")
            out.write(xml: total.kind.title(in: language))
            out.write("</a></th><td><span class=\"\(severity.rawValue)\">\(FindingsMap.sign(severity))</span> ")
            out.write(xml: severity.word(1, language))
            out.write("</td><td class=\"number\">\(language.number(Double(total.count)))</td><td class=\"number\">")
            out.write("\(language.number(Double(total.accepted)))</td><td class=\"number\">")
            let isCount = total.unit == "areas" || total.unit.isEmpty
            out.write(xml: isCount ? "" : language.measure(total.measure, unit: total.unit))
            out.write("</td></tr>\n")
        }
        out.write("</tbody>\n</table>\n</section>\n")
    }

    private mutating func writeLists() {
        var number = 0
        for total in report.totals {
            out.write("<section aria-labelledby=\"kind-\(total.kind.rawValue)\">\n")
            out.write("<h2 id=\"kind-\(total.kind.rawValue)\">")
            out.write(xml: "\(total.kind.title(in: language)) (\(language.number(Double(total.count))))")
            out.write("</h2>\n<ol class=\"findings\">\n")
            for finding in report.findings where finding.kind == total.kind {
                number += 1
                write(finding, hasInset: number <= FindingsPage.insets)
            }
            out.write("</ol>\n</section>\n")
        }
    }

    private mutating func write(_ finding: Finding, hasInset: Bool) {
        out.write(
            "<li id=\"f-\(finding.id)\" class=\"\(finding.severity.rawValue)\(finding.isAccepted ? " done" : "")\">")
        if hasInset {
            let inset = FindingInset(areas: report.areas, boxes: boxes, keys: report.keys, language: language)
            inset.write(finding, into: &out)
        }
        out.write("<div><p>")
        out.write(xml: finding.sentence(in: language))
        out.write("</p>")
        if let repair = finding.repair {
            out.write("<p class=\"quiet\">")
            out.write(xml: language("Vorschlag: ", "Proposal: ") + repair.sentence(in: language) + ".")
            out.write("</p>")
        }
        out.write("<p class=\"quiet\"><code>\(finding.id)</code>")
        if finding.isAccepted { out.write(language(" · akzeptiert", " · accepted")) }
        if finding.metric.x.isFinite {
            let decimals = abs(finding.x) <= 360 ? 7 : 2
            let place = [finding.x, finding.y].map { FindingFormat.plain($0, decimals: decimals) }
            out.write(" · x \(place[0]), y \(place[1]) · <a href=\"#m-\(finding.id)\">")
            out.write(language("auf der Karte", "on the map"))
            out.write("</a>")
        }
        out.write("</p></div></li>\n")
    }
}
