/// One release as the server holds it: everything that was published together, immutable, in memory.
///
/// It is read from a release file by ``ReleaseFile`` and made only from values that passed the protection gate. Two
/// releases with the same content have the same ``id``, whenever and wherever they were built.
public struct Release: Sendable {
    /// The SHA-256 of the canonical content, in hexadecimal: what an ETag starts with.
    public var id: String
    /// Title, publisher, licence, notices.
    public var header: ReleaseHeader
    /// The area systems with their levels.
    public var levels: [ReleasedLevel]
    /// What is shown, sorted by ``ReleasedLayer/id``.
    public var layers: [ReleasedLayer]
    /// Documents that go with it, sorted by name.
    public var documents: [ReleasedDocument]

    /// Creates a release from its parts.
    public init(
        id: String, header: ReleaseHeader, levels: [ReleasedLevel], layers: [ReleasedLayer],
        documents: [ReleasedDocument] = []
    ) {
        self.id = id
        self.header = header
        self.levels = levels
        self.layers = layers
        self.documents = documents
    }

    /// The layer of an id, if the release has it.
    public func layer(_ id: String) -> ReleasedLayer? { layers.first { $0.id == id } }

    /// The level that a layer is drawn on.
    public func level(of layer: ReleasedLayer) -> ReleasedLevel? {
        levels.first { $0.division == layer.division && $0.level == layer.level }
    }
}
