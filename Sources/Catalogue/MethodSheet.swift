import Diagnostics
import Formats

/// How the numbers of a layer were made, in German and English: definition, parameters, sources, seed, warnings.
///
///     let sheet = MethodSheet([.init(german: ("Verfahren", "Lokaler Moran"), english: ("Method", "Local Moran"))])
///     let document = sheet.document(of: "gliederung.distrikt.sgb2_rate")
///     MethodSheet(document)?.entries[0].english.text  // "Local Moran"
///
/// A sheet is a document of the release, `methods/LAYER.json`.
public struct MethodSheet: Sendable, Equatable {
    /// A heading and what it says.
    public struct Text: Sendable, Equatable {
        /// What the text is about.
        public var title: String
        /// The text.
        public var text: String
    }

    /// The same in both languages.
    public struct Entry: Sendable, Equatable {
        /// In German.
        public var german: Text
        /// In English.
        public var english: Text

        /// Creates an entry.
        public init(german: (title: String, text: String), english: (title: String, text: String)) {
            self.german = Text(title: german.title, text: german.text)
            self.english = Text(title: english.title, text: english.text)
        }
    }

    /// What the sheet says, in order.
    public var entries: [Entry]

    /// Creates a sheet.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// The name of the document that holds the sheet of a layer.
    public static func name(of layer: String) -> String { "methods/\(layer).json" }

    /// The sheet as a document of a release.
    public func document(of layer: String) -> ReleasedDocument {
        var out = OutputBuffer()
        out.write("[")
        for (place, entry) in entries.enumerated() {
            out.write(place == 0 ? "\n{" : ",\n{")
            for (index, (name, text)) in [("de", entry.german), ("en", entry.english)].enumerated() {
                if index > 0 { out.write(",") }
                out.write(json: name)
                out.write(":{\"title\":")
                out.write(json: text.title)
                out.write(",\"text\":")
                out.write(json: text.text)
                out.write("}")
            }
            out.write("}")
        }
        out.write("\n]\n")
        return ReleasedDocument(name: MethodSheet.name(of: layer), mediaType: "application/json", body: out.bytes)
    }

    /// The sheet in a document; `nil` where the document is none.
    public init?(_ document: ReleasedDocument) {
        guard let value = MethodSheet.tree(of: document.body), case .array(let entries) = value else { return nil }
        self.entries = []
        for entry in entries {
            guard let german = MethodSheet.text(entry["de"]), let english = MethodSheet.text(entry["en"]) else {
                return nil
            }
            self.entries.append(Entry(german: german, english: english))
        }
    }

    private static func tree(of bytes: [UInt8]) -> JSONValue? {
        do {
            return try JSONValue.parse(bytes)
        } catch {
            // Whatever it is, it is no sheet.
            return nil
        }
    }

    private static func text(_ value: JSONValue?) -> (title: String, text: String)? {
        guard let title = value?["title"]?.string, let text = value?["text"]?.string else { return nil }
        return (title, text)
    }
}
