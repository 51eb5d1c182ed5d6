import Cartography
import Catalogue
import Formats

/// What all pages have around their content: head, title, the notice about protection, and where it all comes from.
///
/// Pages use relative links only and no script, so they can be saved as files and read with any browser.
struct PageFrame {
    /// The page's own title, before the atlas's; empty on the first page.
    var title = ""
    /// The way from the page to `/`: empty or `../`.
    let root: String
    /// The page in the other language, relative.
    let otherLanguage: String
    /// The sources to name.
    let sources: [String]
    let inquiry: Inquiry

    /// Writes a page around its content.
    func write(to out: inout OutputBuffer, content: (inout OutputBuffer) throws -> Void) rethrows {
        let language = inquiry.language
        let header = inquiry.served.release.header
        out.write("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        if !title.isEmpty {
            out.write(xml: title)
            out.write(" – ")
        }
        out.write(xml: header.title)
        out.write("</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"\(root)favicon.svg\">\n")
        out.write("<link rel=\"stylesheet\" href=\"\(root)assets/\(Stylesheet.name)\">\n</head>\n<body>\n")
        out.write("<a class=\"skip\" href=\"#content\">")
        out.write(xml: language.say("Zum Inhalt", "Skip to content"))
        out.write("</a>\n<header class=\"top\"><div class=\"width\">\n")
        writeHeading(to: &out)
        out.write("<p>")
        out.write(xml: header.publisher)
        out.write("</p>\n<p><a hreflang=\"\(language.other.rawValue)\" lang=\"\(language.other.rawValue)\" href=\"")
        out.write(xml: otherLanguage)
        out.write("\">")
        out.write(xml: language.say("English", "Deutsch"))
        out.write("</a></p>\n</div></header>\n<main id=\"content\" class=\"width\">\n")
        out.write("<p class=\"notice\" role=\"note\"><strong>")
        out.write(xml: language.say("Geheimhaltung:", "Statistical disclosure control:"))
        out.write("</strong> ")
        out.write(xml: language.protection(header.protectionNotice))
        out.write("</p>\n")
        try content(&out)
        out.write("</main>\n<footer class=\"width\">\n")
        for source in sources {
            out.write("<p>")
            out.write(xml: language.say("Quelle: ", "Source: ") + source)
            out.write("</p>\n")
        }
        out.write("<p>")
        out.write(xml: language.say("Herausgeber: ", "Publisher: ") + header.publisher)
        out.write("</p>\n<p>")
        out.write(xml: language.say("Lizenz: ", "Licence: ") + header.licence)
        out.write("</p>\n</footer>\n</body>\n</html>\n")
    }

    private func writeHeading(to out: inout OutputBuffer) {
        let header = inquiry.served.release.header
        guard !title.isEmpty else {
            out.write("<h1>")
            out.write(xml: header.title)
            return out.write("</h1>\n")
        }
        out.write("<h1>")
        out.write(xml: title)
        out.write("</h1>\n<p><a href=\"")
        out.write(xml: root + inquiry.languageQuery)
        out.write("\">")
        out.write(xml: header.title)
        out.write("</a></p>\n")
    }
}

extension Language {
    /// One of two texts.
    func say(_ german: String, _ english: String) -> String { self == .german ? german : english }

    /// The language that a page offers to change to.
    var other: Language { self == .german ? .english : .german }
}

extension Inquiry {
    /// What relative links append so that the language stays: nothing in German, which is the default.
    var languageQuery: String { language == .german ? "" : "?lang=\(language.rawValue)" }
}
