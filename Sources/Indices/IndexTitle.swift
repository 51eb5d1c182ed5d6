/// A name for people, in the two languages of maps and method sheets.
///
///     IndexTitle(german: "Kinderarmut", english: "child poverty").english  // "child poverty"
public struct IndexTitle: Sendable, Equatable {
    /// In German.
    public let german: String
    /// In English.
    public let english: String

    /// A title in both languages.
    public init(german: String, english: String) {
        self.german = german
        self.english = english
    }
}
