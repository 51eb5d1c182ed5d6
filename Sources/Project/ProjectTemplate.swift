/// What `kleinraum new` knows of a new project, and the commented `kleinraum.yaml` that it makes of it.
///
///     let template = ProjectTemplate(
///         title: "Sozialatlas Lindenau", areas: "bezirke.geojson", key: "NR", addresses: "adressen.csv",
///         x: "Rechtswert", y: "Hochwert", referenceSystem: 25832,
///         counts: ["Einwohner", "unter15"].map { .init(column: $0) }, date: "2023-12-31")
///     template.text  // "# Projektdatei von Kleinraum …"
///
/// The text is German: it is read and changed by people of the office. ``ProjectFile`` reads it without an error,
/// whatever the columns are called.
public struct ProjectTemplate: Sendable, Equatable {
    /// The title of the atlas.
    public var title: String
    /// The file of boundaries, as the project file should name it.
    public var areas: String
    /// The field of the areas' keys; `@row` and `@row0` number the rows.
    public var key: String
    /// The field of the areas' names, where one was found.
    public var name: String?
    /// The address table, as the project file should name it.
    public var addresses: String
    /// The column of the easting; `nil` for a point file.
    public var x: String?
    /// The column of the northing; `nil` for a point file.
    public var y: String?
    /// The EPSG code of the coordinates; `nil` for that of the boundaries.
    public var referenceSystem: Int?
    /// The columns to sum, the whole population first; not empty.
    public var counts: [Count]
    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// The threshold that is written out: counts above zero and below it are secret.
    public var threshold = 3
    /// The EPSG code of the boundaries, where their file is wrong or silent.
    public var areasReferenceSystem: Int?

    /// A column to sum.
    public struct Count: Sendable, Equatable {
        /// The column.
        public var column: String
        /// Whether it may be a part of the first column, so that a share is suggested.
        public var isPart: Bool

        /// Creates a count.
        public init(column: String, isPart: Bool = true) {
            self.column = column
            self.isPart = isPart
        }
    }

    /// Creates a template.
    ///
    /// - Precondition: There is a count, and `x` and `y` are both given or both not.
    public init(
        title: String, areas: String, key: String, name: String? = nil, addresses: String, x: String? = nil,
        y: String? = nil, referenceSystem: Int? = nil, counts: [Count], date: String
    ) {
        precondition(!counts.isEmpty, "a project needs a count")
        precondition((x == nil) == (y == nil), "x and y come together")
        self.title = title
        self.areas = areas
        self.key = key
        self.name = name
        self.addresses = addresses
        self.x = x
        self.y = y
        self.referenceSystem = referenceSystem
        self.counts = counts
        self.date = date
    }
}
