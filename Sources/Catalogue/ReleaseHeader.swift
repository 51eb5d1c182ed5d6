/// What a release says about itself as a whole.
public struct ReleaseHeader: Sendable, Equatable, Codable {
    /// The title of the atlas, e.g. `Sozialatlas Essen`.
    public var title: String
    /// Who publishes.
    public var publisher: String
    /// The licence of the values and maps, e.g. `dl-de/by-2-0`.
    public var licence: String
    /// What protection the values had, in the words every output repeats.
    public var protectionNotice: String

    /// Creates a header.
    public init(title: String, publisher: String, licence: String, protectionNotice: String) {
        self.title = title
        self.publisher = publisher
        self.licence = licence
        self.protectionNotice = protectionNotice
    }
}
