public import Diagnostics

/// What is asked to be repaired: findings of some kinds, or with some ids, or both.
///
///     RepairSelection(kinds: [.gap])                     // all gaps
///     RepairSelection(kinds: [], ids: ["3f2a1b4c5d6e"])  // one finding
public struct RepairSelection: Sendable {
    /// A kind of finding that can be repaired, by the word of the command line.
    public enum Kind: String, Sendable, CaseIterable {
        /// Vertices that repeat the one before.
        case repeatedVertex = "repeated-vertex"
        /// Rings that turn the wrong way.
        case orientation
        /// Vertices that a neighbour lacks.
        case unmatchedEdge = "unmatched-edge"
        /// Rings that touch themselves: those invalid rings that become valid over the same ground.
        case touchingRing = "touching-ring"
        /// Invalid rings, those that touch themselves included.
        case invalidRing = "invalid-ring"
        /// Holes of the union.
        case gap
        /// Ground of two areas.
        case overlap
        /// Narrow gaps and overlaps.
        case sliver
    }

    /// The kinds; none where only ids choose.
    public let kinds: [Kind]
    /// The ids; none where only kinds choose.
    public let ids: [String]

    /// Selects findings.
    public init(kinds: [Kind], ids: [String] = []) {
        self.kinds = kinds
        self.ids = ids
    }

    /// Reads words separated by commas.
    ///
    /// - Throws: ``InputError`` when a word is no kind, or one that is never repaired.
    public init(kinds text: String, ids: String = "") throws(InputError) {
        var kinds: [Kind] = []
        for word in text.split(separator: ",").map({ $0.filter { $0 != " " } }) {
            if let kind = Kind(rawValue: word) {
                kinds.append(kind)
            } else if word == FindingKind.duplicateGeometry.rawValue {
                throw InputError(
                    .unknownName,
                    "'\(word)' is never repaired by the program: which of two equal areas is the right "
                        + "one, only a person can say", remedy: "delete or redraw one of them")
            } else {
                let isKnown = FindingKind(rawValue: word) != nil
                throw InputError(
                    .unknownName, isKnown ? "'\(word)' has no repair" : "'\(word)' is no kind of finding",
                    remedy: "the kinds are \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
        }
        self.init(
            kinds: kinds, ids: ids.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() })
    }

    /// Whether a finding is meant; an accepted one only where its id is named.
    func includes(_ finding: Finding, isTouching: Bool) -> Bool {
        (!finding.isAccepted || !ids.isEmpty) && matches(finding, isTouching: isTouching)
    }

    /// Whether a finding is of the kinds and ids, accepted or not.
    func matches(_ finding: Finding, isTouching: Bool) -> Bool {
        if !ids.isEmpty {
            guard ids.contains(finding.id) else { return false }
            if kinds.isEmpty { return true }
        }
        switch finding.kind {
        case .repeatedVertex: return kinds.contains(.repeatedVertex)
        case .orientation: return kinds.contains(.orientation)
        case .unmatchedEdge: return kinds.contains(.unmatchedEdge)
        case .invalidRing: return kinds.contains(.invalidRing) || (isTouching && kinds.contains(.touchingRing))
        case .gap: return kinds.contains(.gap)
        case .overlap: return kinds.contains(.overlap)
        case .sliver: return kinds.contains(.sliver)
        default: return false
        }
    }
}
