extension InputError {
    /// A kind of fault. A struct, so that new kinds do not break a `switch` elsewhere.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The kind in words, as scripts may see it.
        public let rawValue: String

        /// Creates a code from its words.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The words.
        public var description: String { rawValue }

        /// A file is absent or cannot be read.
        public static let unreadableFile = Code(rawValue: "unreadable-file")
        /// A result could not be written; what stood there before still stands.
        public static let unwritableFile = Code(rawValue: "unwritable-file")
        /// The bytes are not of the format they claim.
        public static let malformed = Code(rawValue: "malformed")
        /// A column, field, variable or id that was asked for does not exist, or exists twice.
        public static let unknownName = Code(rawValue: "unknown-name")
        /// A key is missing or occurs twice.
        public static let invalidKey = Code(rawValue: "invalid-key")
        /// A value that should be a number is none.
        public static let invalidNumber = Code(rawValue: "invalid-number")
        /// A geometry is missing, open, or of the wrong kind.
        public static let invalidGeometry = Code(rawValue: "invalid-geometry")
        /// A reference system is unknown, or coordinates cannot be in it.
        public static let referenceSystem = Code(rawValue: "reference-system")
        /// A formula does not parse or names what does not exist.
        public static let formula = Code(rawValue: "formula")
        /// The project file says something impossible.
        public static let project = Code(rawValue: "project")
        /// A program that is not part of Kleinraum is needed and not installed.
        public static let missingProgram = Code(rawValue: "missing-program")
        /// Another process holds the lock.
        public static let locked = Code(rawValue: "locked")
    }
}
