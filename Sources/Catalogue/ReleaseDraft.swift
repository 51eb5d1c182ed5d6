/// What a build hands over to become a release file.
///
///     let draft = ReleaseDraft(header: header, levels: [districts], layers: [rate])
///     let written = try ReleaseFile.write(draft, in: "releases")
///
/// The values of its layers can only be made from columns that passed the protection gate. It has no id and no clock
/// time: the id is the hash of its content.
public struct ReleaseDraft: Sendable {
    /// Title, publisher, licence, notices.
    public let header: ReleaseHeader
    /// The area systems with their levels, in the order in which they are shown.
    public let levels: [ReleasedLevel]
    /// What is shown, sorted by id.
    public let layers: [ReleasedLayer]
    /// Documents that go with it, sorted by name.
    public let documents: [ReleasedDocument]

    /// Creates a draft. Layers and documents may come in any order.
    public init(
        header: ReleaseHeader, levels: [ReleasedLevel], layers: [ReleasedLayer], documents: [ReleasedDocument] = []
    ) {
        self.header = header
        self.levels = levels
        self.layers = layers.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        self.documents = documents.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
