import Cartography
import Catalogue
import Formats

/// The conformance classes that the service passes. Each has tests ported from the abstract tests of its standard.
enum Conformance {
    /// The classes of OGC API - Common, Features, CQL2 and JSON-FG.
    static let features = [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
        "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
        "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
        "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
        "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
        "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
        "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
        "http://www.opengis.net/spec/json-fg-1/1.0/conf/core",
    ]

    /// All classes.
    static let all = features + TileRoute.conformanceClasses + PortrayalRoute.conformanceClasses
}

/// `/conformance`: the conformance classes.
struct ConformanceDocument: Document {
    var question: String { "conformance" }

    func bytes() -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"conformsTo\":[")
        for (index, name) in Conformance.all.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            out.write(json: name)
        }
        out.write("\n]}\n")
        return out.bytes
    }
}

/// `/conformance` for people.
struct ConformancePage: Document {
    let inquiry: Inquiry

    var question: String { "conformance page\u{0}\(inquiry.language.rawValue)" }

    func bytes() -> [UInt8] {
        let language = inquiry.language
        let frame = PageFrame(
            title: language.say("Konformität", "Conformance"), root: "./",
            otherLanguage: "conformance?f=html" + (language == .german ? "&lang=en" : ""), sources: [],
            inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            out.write("<ul>\n")
            for name in Conformance.all {
                out.write("<li>")
                out.write(xml: name)
                out.write("</li>\n")
            }
            out.write("</ul>\n")
        }
        return out.bytes
    }
}
