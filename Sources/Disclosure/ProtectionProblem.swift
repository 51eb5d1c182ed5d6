/// Everything a protection has to know: the atoms, the cells that are to be published as sums of atoms, what each
/// source demands, and what is public already.
public struct ProtectionProblem: Sendable {
    /// The counts in their smallest pieces.
    public var atoms: Atoms
    /// The tables to be published.
    public var tables: [Table]
    /// What each source demands, by source id.
    public var rules: [String: SourceRule]
    /// Tables that earlier releases have made public; a joint protection must hold against them too.
    public var earlier: [EarlierTable]

    /// Creates a problem.
    public init(
        atoms: Atoms, tables: [Table], rules: [String: SourceRule], earlier: [EarlierTable] = []
    ) {
        self.atoms = atoms
        self.tables = tables
        self.rules = rules
        self.earlier = earlier
    }

    /// One variable on one geography: a cell per area, each the sum of the atoms that lie in the area.
    public struct Table: Sendable, Hashable {
        /// The geography, as an index into ``Atoms/geographies``.
        public var geography: Int
        /// The variable, as an index into ``Atoms/variables``.
        public var variable: Int

        /// Creates a table.
        public init(geography: Int, variable: Int) {
            self.geography = geography
            self.variable = variable
        }
    }

    /// A table that is public already.
    public struct EarlierTable: Sendable {
        /// The geography it was published on.
        public var geography: Geography
        /// The variable.
        public var variable: CountVariable
        /// The values as they were released.
        public var column: ProtectedColumn

        /// Creates an earlier table.
        public init(geography: Geography, variable: CountVariable, column: ProtectedColumn) {
            self.geography = geography
            self.variable = variable
            self.column = column
        }
    }
}
