import Formats

extension OutputBuffer {
    /// Writes terms with what they mean as a list of HTML; a term without a text is left out.
    mutating func write(facts: [(term: String, text: String)]) {
        write("<dl>\n")
        for (term, text) in facts where !text.isEmpty {
            write("<dt>")
            write(xml: term)
            write("</dt><dd>")
            write(xml: text)
            write("</dd>\n")
        }
        write("</dl>\n")
    }

    /// Writes the beginning of a table of HTML that may be wider than the page, up to its first row.
    ///
    /// - Parameter language: The language of the columns' names where it is another than that around the table.
    mutating func writeTableHead(_ columns: [String], language: String? = nil) {
        write("<div class=\"scroll\"><table>\n<thead")
        if let language { write(" lang=\"\(language)\"") }
        write("><tr>")
        for column in columns {
            write("<th scope=\"col\">")
            write(xml: column)
            write("</th>")
        }
        write("</tr></thead>\n<tbody>\n")
    }
}
