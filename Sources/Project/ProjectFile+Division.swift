extension ProjectFile {
    /// An area system (Gliederung) in one version, with its levels.
    public struct Division: Sendable, Equatable {
        /// The id, e.g. `gliederung`.
        public var id: String
        /// The title, e.g. `Statistische Gliederung`.
        public var title: String
        /// The version of the boundaries, e.g. `2021`.
        public var version: String
        /// The source line of the boundaries; may be empty.
        public var source: String
        /// The levels, in the file's order; never empty.
        public var levels: [Level]
        /// Whether the release tells what is wrong with the boundaries.
        public var findings: Findings
        /// The file of accepted findings, as the project file names it; `nil` where there is none.
        public var accepted: String?

        /// The level of an id, if there is one.
        public func level(_ id: String) -> Level? { levels.first { $0.id == id } }
    }

    /// What becomes of the findings on a division's boundaries.
    public enum Findings: String, Sendable, CaseIterable {
        /// The boundaries are not checked; `kleinraum check` does it at the desk.
        case none
        /// The build checks them, and the release carries the findings, without any figure on addresses.
        case publish
    }

    /// A level of a division, e.g. its Stadtteile.
    public struct Level: Sendable, Equatable {
        /// The id, e.g. `stadtteil`.
        public var id: String
        /// The title, e.g. `Stadtteile`.
        public var title: String
        /// Where its areas come from.
        public var origin: Origin
        /// The field that holds the areas' names; `nil` where they have none. For a dissolved level it is a field of
        /// the finer areas.
        public var name: String?
        /// How the areas lie in those of a coarser level, where the file says so.
        public var parent: Parent?
    }

    /// Where the areas of a level come from.
    public enum Origin: Sendable, Equatable {
        /// A file of boundaries; `referenceSystem` is the EPSG code that overrides the file's own.
        case boundaries(path: String, key: String, referenceSystem: Int?)
        /// The areas of a finer level of the same division, which has boundaries of its own, made one wherever its
        /// field `by` agrees; that value is the key.
        case dissolved(level: String, by: String)
    }

    /// The coarser level that an area lies in.
    public struct Parent: Sendable, Equatable {
        /// The id of the coarser level, of the same division.
        public var level: String
        /// The field that holds the key of the coarser area.
        public var field: String
    }
}
