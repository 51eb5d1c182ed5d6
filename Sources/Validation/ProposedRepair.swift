/// What could be done about a finding, and what it would change. Proposing changes nothing.
public struct ProposedRepair: Sendable, Equatable {
    /// What is done.
    public enum Action: String, Sendable, CaseIterable {
        /// Leave out vertices that repeat the one before.
        case dropRepeatedVertices = "drop-repeated-vertices"
        /// Turn rings the usual way.
        case orientRings = "orient-rings"
        /// Give an area the vertices that its neighbour has on their border.
        case insertVertices = "insert-vertices"
        /// Split a ring that touches itself into shell and holes or several parts: the same ground.
        case splitTouchingRing = "split-touching-ring"
        /// Make an area valid by structure: its ground changes.
        case makeValid = "make-valid"
        /// Give the ground of a gap to the area of `key`.
        case fillGap = "fill-gap"
        /// Leave the ground of an overlap to the area of `key` and take it from the other.
        case assignOverlap = "assign-overlap"
    }

    /// What is done.
    public var action: Action
    /// The area that gains, where there is one.
    public var key: String?
    /// Whether no ground moves, so that no confirmation is needed.
    public var isSafe: Bool
    /// How much ground changes its area, in m².
    public var squareMetres: Double
    /// How many addresses would change their area; nil where no addresses were given.
    public var addresses: Int?

    /// Creates a proposal.
    public init(action: Action, key: String? = nil, isSafe: Bool, squareMetres: Double, addresses: Int? = nil) {
        self.action = action
        self.key = key
        self.isSafe = isSafe
        self.squareMetres = squareMetres
        self.addresses = addresses
    }
}
