import Formats

/// Text for places that read HTML and are to show what was written: the attribution of map libraries.
enum PlainMarkup {
    /// Text whose marks mean nothing.
    static func escaped(_ text: String) -> String {
        var out = OutputBuffer()
        out.write(xml: text)
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
