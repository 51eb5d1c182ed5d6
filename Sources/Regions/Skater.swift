public import Algebra

/// Regions by SKATER: the map as a tree of the links between neighbours most alike, cut where the parts become most
/// alike within.
///
///     let division = Skater.divide(matrix, contiguity: graph, regions: 12, sizes: residents, minimum: 5000)
///     division?.regions.classes
///
/// Assunção, Neves, Câmara, Da Costa Freitas, Efficient regionalization techniques for socio-economic geographical units
/// using minimum spanning trees, International Journal of Geographical Information Science 20 (2006). Each step takes the
/// cut that lowers the sum of dissimilarity within all regions most, of those that leave both parts their minimum; of
/// equal ones the first by the numbers of its areas. All cuts are tried, as in spopt, while the paper's heuristic tries
/// some. Cuts are never taken back: the result is good, not optimal. Standardise first.
///
/// Parts of the map that do not touch stay apart: they are regions from the beginning and count among the regions wanted.
public enum Skater {
    /// Cuts the map.
    ///
    /// - Parameters:
    ///   - matrix: One row for each area; finite numbers.
    ///   - contiguity: Which areas touch.
    ///   - regions: How many are wanted, parts of the map that lie apart included.
    ///   - sizes: What the minimum is of, residents say; by default each area counts 1.
    ///   - minimum: The least size of a region that a cut makes; 0 for none.
    ///   - dissimilarity: Of areas, and within regions.
    /// - Returns: nil where more parts of the map lie apart than regions are wanted, or fewer areas are there.
    /// - Precondition: There is one row, and one size from 0, for each area.
    /// - Complexity: O(*r n p*) for *r* regions with Euclidean dissimilarity, O(*r n*² *p*) with Manhattan at worst.
    public static func divide(
        _ matrix: Matrix, contiguity: ContiguityGraph, regions: Int, sizes: [Double]? = nil, minimum: Double = 0,
        dissimilarity: Dissimilarity = .euclidean
    ) -> RegionDivision? {
        precondition(matrix.rows == contiguity.count, "one row for each area")
        let sizes = sizes ?? Array(repeating: 1, count: matrix.rows)
        precondition(sizes.count == matrix.rows && sizes.allSatisfy { $0 >= 0 }, "one size for each area")
        let components = contiguity.components
        guard components.count <= regions, regions <= matrix.rows else { return nil }
        let matrix = Standardisation.centred(matrix)
        var forest = SpanningForest(contiguity, matrix, dissimilarity)
        let search = CutSearch(matrix: matrix, sizes: sizes, minimum: minimum, dissimilarity: dissimilarity)
        var labels = components.classes
        var cuts = components.members.map { search.best(in: forest.tree(from: $0[0])) }
        while cuts.count < regions {
            // Cuts of equal gain: the tree with the smaller label.
            var chosen: (label: Int, cut: CutSearch.Cut)?
            for (label, cut) in cuts.enumerated() {
                guard let cut else { continue }
                if let chosen, chosen.cut.gain >= cut.gain { continue }
                chosen = (label, cut)
            }
            guard let (label, cut) = chosen else { break }
            forest.cut(cut.parent, cut.child)
            let branch = forest.tree(from: cut.child)
            for area in branch.areas { labels[area] = cuts.count }
            cuts[label] = search.best(in: forest.tree(from: cut.parent))
            cuts.append(search.best(in: branch))
        }
        return RegionDivision(labels: labels, wanted: regions, sizes: sizes, minimum: minimum)
    }
}
