public import Disclosure

extension ProjectFile {
    /// A register or other provider of counts per address, with a delivery for each reference date.
    public struct Source: Sendable, Equatable {
        /// The id, e.g. `register`.
        public var id: String
        /// The title, e.g. `Einwohnermelderegister`.
        public var title: String
        /// Who provides it; may be empty.
        public var provider: String
        /// What it demands of everything that is published from it.
        public var rule: SourceRule
        /// The EPSG code of the coordinates; `nil` for that of the first division's first boundaries.
        public var referenceSystem: Int?
        /// The columns of easting and northing; `nil` where the files are point files.
        public var coordinates: CoordinateColumns?
        /// The columns that name an address in reports for the desk, e.g. street and house number; may be empty.
        public var label: [String]
        /// Texts that mean a missing value, besides the signs that every table knows.
        public var missing: [String]
        /// Addresses at which a count of this source is larger than this are listed; with `nil` those
        /// with at least 50, and 50 times the mean of the addresses that have any.
        public var massAddress: Int?
        /// The deliveries, oldest first; never empty, one per date.
        public var files: [Delivery]
    }

    /// The columns of an address table that hold its coordinates.
    public struct CoordinateColumns: Sendable, Equatable {
        /// The column of the easting or longitude.
        public var x: String
        /// The column of the northing or latitude.
        public var y: String
    }

    /// The file of one reference date.
    public struct Delivery: Sendable, Equatable {
        /// The reference date (Stichtag), `YYYY-MM-DD`.
        public var date: String
        /// The file, as it is written in the project file.
        public var path: String
    }

    /// A count per address.
    public struct Variable: Sendable, Equatable {
        /// The id, as formulas name it, e.g. `residents_15_64`.
        public var id: String
        /// The title, e.g. `Einwohnerinnen und Einwohner`.
        public var title: String
        /// The id of its source.
        public var source: String
        /// The column of the source's files.
        public var column: String
        /// The variable that this one is a part of: as declared, else the total of the first category it belongs to.
        public var partOf: String?
    }

    /// A total and the parts that add up to it exactly: age groups, say.
    ///
    /// A hidden part is the total less the others; a joint protection has to know.
    public struct Category: Sendable, Equatable {
        /// The id, e.g. `age`.
        public var id: String
        /// The id of the variable that is the total.
        public var total: String
        /// The ids of the parts; two or more.
        public var parts: [String]
    }
}
