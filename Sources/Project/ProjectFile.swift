import Disclosure

/// What `kleinraum.yaml` says: where the counts come from, which areas they are summed over, what is computed and
/// shown, and how it is protected. Every name in it that points to something points to something that exists.
///
///     let project = try ProjectFile.read("lindenau")
///     project.sources[0].rule.threshold   // 3.0
///     project.layers.map(\.indicator)     // ["sgb2_rate", "residents", …]
///
/// Paths stay as they are written, relative to the folder; ``path(_:)`` makes them usable. Lists keep the order of
/// the file, except that a source's deliveries are sorted by date.
public struct ProjectFile: Sendable, Equatable {
    /// The name of the file within a project folder.
    public static let name = "kleinraum.yaml"
    /// The version of the file's format that this program reads, the value of the key `kleinraum`.
    public static let formatVersion = 1

    /// The folder that relative paths start from.
    public var folder: String
    /// The title of the atlas, e.g. `Sozialatlas Lindenau`.
    public var title: String
    /// Who publishes; may be empty.
    public var publisher: String
    /// The licence of what is published, e.g. `dl-de/by-2-0`; may be empty.
    public var licence: String
    /// The EPSG code of the metric system of maps and areas; `nil` for the ETRS89/UTM zone of the boundaries.
    public var referenceSystem: Int?
    /// The sources of counts per address; never empty.
    public var sources: [Source]
    /// The counts; never empty.
    public var variables: [Variable]
    /// Totals with the parts that add up to them.
    public var categories: [Category]
    /// The area systems; never empty.
    public var divisions: [Division]
    /// What is computed from the counts; never empty.
    public var indicators: [Indicator]
    /// How released numbers are protected.
    public var protection: ProtectionMethod
    /// What is shown, one entry per level and indicator, each once; never empty. Where the file names no layers, or
    /// statistics only, every indicator on every level.
    public var layers: [Layer]
    /// What is computed over the areas of a level, in the file's order.
    public var statistics: [StatisticLayer]

    /// How released numbers are protected.
    public enum ProtectionMethod: String, Sendable, CaseIterable {
        /// Counts above zero and below their source's threshold are hidden, and rates of hidden counts.
        case threshold
    }

    /// The source of an id, if there is one.
    public func source(_ id: String) -> Source? { sources.first { $0.id == id } }

    /// The variable of an id, if there is one.
    public func variable(_ id: String) -> Variable? { variables.first { $0.id == id } }

    /// The division of an id, if there is one.
    public func division(_ id: String) -> Division? { divisions.first { $0.id == id } }

    /// The indicator of an id, if there is one.
    public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }

    /// The reference dates that an indicator has values for, oldest first: those for which every source of its
    /// variables has a delivery. Never empty for an indicator of this project.
    public func dates(of indicator: Indicator) -> [String] {
        let sources = indicator.formula.variables.compactMap { variable($0) }.compactMap { source($0.source) }
        guard let first = sources.first else { return [] }
        return first.files.map(\.date).filter { date in
            sources.allSatisfy { $0.files.contains { $0.date == date } }
        }
    }

    /// A path of the file as the process can open it: as it is when absolute, else from the project folder.
    public func path(_ path: String) -> String {
        path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
    }
}
