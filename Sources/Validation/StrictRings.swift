import Planar

/// Closed rings of segments, to be asked whether no segment touches another but its two neighbours at their ends.
///
/// Such rings are simple and apart from each other, so that an area of a single one is valid without further question.
/// Rings that touch at a vertex may be valid too, but that is for GEOS to say.
struct StrictRings {
    private var segments: [Segment] = []
    private var next: [Int32] = []
    private var ringStart = 0

    /// Forgets all rings.
    mutating func removeAll() {
        segments.removeAll(keepingCapacity: true)
        next.removeAll(keepingCapacity: true)
        ringStart = 0
    }

    /// Adds a segment to the open ring; one without length is left out.
    @inline(__always) mutating func add(_ segment: Segment) {
        guard segment.ax != segment.bx || segment.ay != segment.by else { return }
        segments.append(segment)
        next.append(Int32(truncatingIfNeeded: segments.count))
    }

    /// Ends the open ring.
    mutating func closeRing() {
        if let last = next.indices.last, last >= ringStart { next[last] = Int32(truncatingIfNeeded: ringStart) }
        ringStart = segments.count
    }

    /// Whether there are too few segments for any ground.
    var isTooShort: Bool { segments.count < 3 }

    /// Whether no two segments touch except where they follow each other.
    ///
    /// - Parameter sorted: Whether the rings may lie in any order: false for the rings of one area.
    /// - Complexity: O(*n* log *n*) for borders as they occur; exact for any.
    func areStrict(sorted: Bool) -> Bool {
        let boxes = PackedBoxes(segments.map(\.sides), sorted: sorted)
        return segments.withUnsafeBufferPointer { segments in
            next.withUnsafeBufferPointer { next in
                boxes.pairs { one, other in
                    let (isFollowed, isFollowing) = (Int(next[one]) == other, Int(next[other]) == one)
                    if isFollowed || isFollowing {
                        // A ring of two segments runs back over itself.
                        if isFollowed && isFollowing { return false }
                        let (first, second) = isFollowed ? (one, other) : (other, one)
                        return !segments[first].isFolded(by: segments[second])
                    }
                    return !segments[one].touches(segments[other])
                }
            }
        }
    }
}
