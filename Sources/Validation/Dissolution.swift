import Coverage
public import Diagnostics
import Overlay
public import Planar

/// Areas made one by group: districts from blocks.
///
///     let dissolution = try Dissolution(blocks, groups: [0, 0, 1, -1], groupCount: 2)
///     dissolution.areas.count  // 2; the fourth block belongs to none
///     dissolution.isExact      // true: the blocks share all their borders
///
/// Where the areas share their borders, the borders inside a group are taken out and no vertex moves. Where some overlap,
/// lack a vertex of a neighbour or are no valid polygons, what comes of that may be no valid polygon; then GEOS unites
/// the areas, which may put vertices where borders cross. A group without members comes out without geometry.
public struct Dissolution: Sendable {
    /// The united areas, one for each group.
    public let areas: Areas
    /// Whether the result is made of the areas' own borders and of nothing else.
    public let isExact: Bool

    /// Unites areas.
    ///
    /// - Parameters:
    ///   - groups: The group of each area, `0 ..< groupCount`; a negative number is no group.
    /// - Throws: ``InputError`` when a coordinate is not finite or GEOS can unite a group in no way.
    /// - Precondition: There is one group number for each area.
    public init(_ areas: Areas, groups: [Int], groupCount: Int, threads: Int = 1) throws(InputError) {
        // Any overlap counts here, however small: the unit may be degrees.
        let faults = try CoverageFaults(areas, smallest: 0, threads: threads).faults
        let sharesBorders = faults.allSatisfy {
            $0.kind == .gap || $0.kind == .repeatedVertex || $0.kind == .unmatchedEdge
        }
        if sharesBorders {
            // A gap's rim, or a vertex that a neighbour lacks, can lie inside a group or along its border; only the
            // result tells whether it matters.
            let dissolved = Coverage(areas, threads: threads).dissolved(groups: groups, groupCount: groupCount)
            if try Overlay.validity(dissolved, threads: threads).isEmpty {
                (self.areas, isExact) = (dissolved, true)
                return
            }
        }
        isExact = false
        self.areas = try Overlay.dissolve(areas, groups: groups, groupCount: groupCount, threads: threads)
    }
}
