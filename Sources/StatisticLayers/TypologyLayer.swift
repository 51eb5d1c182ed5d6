import Algebra
public import Catalogue
public import Diagnostics
public import Disclosure
import Regions
public import Statistics

/// Types of areas by several indicators, or regions of neighbouring ones: a layer whose categories are numbered groups.
///
///     let types = TypologyLayer(.kMeans, groups: 5, seed: 1)
///     ProtectedColumn.computed(from: [rate, share, aged], by: types)  // number of the type, its category
///
/// Indicators are standardised first. Types are numbered by the mean of the first indicator, rising; regions by their
/// first area.
public struct TypologyLayer: LayerStatistic {
    /// How groups are found.
    public enum Method: Sendable, Equatable {
        /// Types around means, wherever the areas lie.
        case kMeans
        /// Types by Ward's method.
        case ward
        /// Contiguous regions by SKATER; the last operand is the population, of which each region has the minimum.
        case skater(neighbours: Neighbours, minimum: Double)
        /// Contiguous regions of about the same population, which is the last operand.
        case balanced(neighbours: Neighbours)
    }

    /// How groups are found.
    public let way: Method
    /// How many are wanted.
    public let groups: Int
    /// What k-means starts from.
    public let seed: UInt64
    /// The indicators' titles, for the method sheet.
    public let names: [String]

    /// Prepares a layer.
    public init(_ way: Method, groups: Int, seed: UInt64, names: [String] = []) {
        self.way = way
        self.groups = groups
        self.seed = seed
        self.names = names
    }

    /// A category for each group wanted.
    public var columns: LayerColumns {
        let colours = ClassColours.distinct(groups)
        return LayerColumns(
            categories: (0..<groups).map { number in
                let (german, english) = isRegional ? ("Region", "Region") : ("Typ", "Type")
                return ReleasedCategory(
                    id: String(number + 1), german: "\(german) \(number + 1)", english: "\(english) \(number + 1)",
                    colour: colours[number])
            })
    }

    var isRegional: Bool {
        switch way {
        case .kMeans, .ward: false
        case .skater, .balanced: true
        }
    }

    /// The number of the group from 1, and its category.
    public func results(
        of operands: [ProtectedColumn]
    ) throws(InputError) -> [(values: [Double], states: [ValueState])] {
        let sample = LayerSample(operands)
        let found = try partition(of: sample, operands: operands.count)
        let numbers = found.map { Double($0) }
        return [sample.column(numbers.map { $0 + 1 }), sample.column(numbers.map { $0 })]
    }

    /// Member of the sample → its group.
    private func partition(of sample: LayerSample, operands: Int) throws(InputError) -> [Int] {
        let indicators = isRegional ? operands - 1 : operands
        let numbers = (0..<indicators).map { sample.values(of: $0) }
        let rows = sample.members.indices.map { member in numbers.map { $0[member] } }
        guard rows.count >= groups, let matrix = Standardisation.z(of: Matrix(rows: rows)) else {
            throw InputError(
                .project,
                "\(rows.count) areas with values cannot be sorted into \(groups) groups, or an indicator is constant",
                remedy: "ask for fewer groups, or take the constant indicator away")
        }
        switch way {
        case .kMeans: return ordered(KMeans.partition(matrix, classes: groups, seed: seed), by: matrix)
        case .ward:
            guard let partition = Ward.dendrogram(matrix).partition(into: groups) else {
                throw InputError(.project, "the areas cannot be sorted into \(groups) types", remedy: "ask for fewer")
            }
            return ordered(partition, by: matrix)
        case .skater(let neighbours, let minimum):
            return try classes(
                of: Skater.divide(
                    matrix, contiguity: ContiguityGraph(neighbours.restricted(to: sample.members)), regions: groups,
                    sizes: sample.values(of: indicators), minimum: minimum))
        case .balanced(let neighbours):
            return try classes(
                of: BalancedRegions.divide(
                    matrix, contiguity: ContiguityGraph(neighbours.restricted(to: sample.members)), regions: groups,
                    sizes: sample.values(of: indicators)))
        }
    }

    private func classes(of division: RegionDivision?) throws(InputError) -> [Int] {
        guard let division else {
            throw InputError(
                .project,
                "the map falls into more parts than the \(groups) regions that are wanted, or nobody lives there",
                remedy: "ask for more regions, or join the parts by other neighbours, such as knn:6")
        }
        return division.regions.classes
    }

    /// The classes, numbered by the mean of the first indicator.
    private func ordered(_ partition: Partition, by matrix: Matrix) -> [Int] {
        let centres = partition.centres(of: matrix)
        let order = (0..<partition.count).sorted { (centres[$0, 0], $0) < (centres[$1, 0], $1) }
        var numbers = [Int](repeating: 0, count: partition.count)
        for (number, found) in order.enumerated() { numbers[found] = number }
        return partition.classes.map { numbers[$0] }
    }
}
