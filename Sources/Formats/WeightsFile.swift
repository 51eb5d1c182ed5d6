public import Diagnostics
public import Statistics

/// Spatial weights as a file holds them: GAL, with neighbours alone, or GWT (also `.kwt`), with a weight for each.
///
///     let file = try WeightsFile.read(path: "districts.gal")
///     file.keys               // ["01", "02", …] in the file's order
///     file.neighbours.islands // who has nobody beside it
///     let neighbours = try file.neighbours(orderedBy: table.keys, in: "districts.csv")
///
/// The order of a weights file is its own, and its ids are keys, not row numbers: always put it into the order of the
/// values by ``neighbours(orderedBy:in:)``. Files that number areas from 1 or 0 go with the keys `@row` or `@row0`.
///
/// Formats: L. Anselin, GeoDa workbook, Contiguity-based and Distance-based spatial weights; spdep `read.gal`,
/// `read.gwt2nb`; libpysal.io. Links need not be symmetric: ``isSymmetric`` tells. What an area is to itself, as in
/// kernels with a diagonal, is kept apart from the neighbours, in ``selfWeights``.
public struct WeightsFile: Sendable {
    /// The file as the user named it; it appears in messages.
    public let path: String
    /// The areas' keys in the order of the file.
    ///
    /// A GWT file names only areas that have or are neighbours; ``statedCount`` counts the others too.
    public let keys: [String]
    /// The links in the order of ``keys``, without any from an area to itself; in GAL each weighs 1.
    public let neighbours: Neighbours
    /// What each area weighs to itself, parallel to ``keys``; 0 where the file has no such link.
    public let selfWeights: [Double]
    /// Whether the file gives weights (GWT) or links alone (GAL).
    public let isWeighted: Bool
    /// How many areas the header states.
    public let statedCount: Int
    /// The line on which each key appears first, for messages.
    let lines: [Int]

    /// Whether each link goes both ways with the same weight. Nearest neighbours, say, do not.
    ///
    /// - Complexity: O(*n* + *k*) for *k* links.
    public var isSymmetric: Bool { neighbours == neighbours.transposed }

    /// Whether some area has a link to itself.
    public var hasSelfWeights: Bool { selfWeights.contains { $0 != 0 } }

    /// The links in the order of a table's rows.
    ///
    /// - Parameters:
    ///   - keys: The table's keys, each once.
    ///   - table: The table's name, for messages.
    /// - Throws: ``InputError`` as ``ordered(by:in:)``.
    public func neighbours(orderedBy keys: [String], in table: String = "the table") throws(InputError) -> Neighbours {
        try ordered(by: keys, in: table).neighbours
    }

    /// The same weights in the order of a table's rows.
    ///
    /// Areas that a GWT file only counts in its header become islands.
    ///
    /// - Throws: ``InputError`` (invalid key), with the line, where the file has a key that the table lacks, and with the
    ///   table's row where the table has one that the file lacks, or one twice.
    /// - Complexity: O(*n* + *k* log *k*).
    public func ordered(by keys: [String], in table: String = "the table") throws(InputError) -> WeightsFile {
        var rows: [String: Int] = [:]
        rows.reserveCapacity(keys.count)
        for (row, key) in keys.enumerated() where rows.updateValue(row, forKey: key) != nil {
            throw InputError(
                .invalidKey, "the key '\(key)' occurs twice", remedy: "keep one row per key",
                at: Place(file: table, row: row + 1))
        }
        var members = [Int](repeating: -1, count: keys.count)
        for (member, key) in self.keys.enumerated() {
            guard let row = rows[key] else { throw missing(key, line: lines[member], in: table, example: keys.first) }
            members[row] = member
        }
        let absent = members.indices.filter { members[$0] < 0 }
        let counted = statedCount - self.keys.count
        if let row = absent.first, absent.count != counted {
            throw InputError(
                .invalidKey, "the key '\(keys[row])' of \(table), row \(row + 1), is not in the weights file",
                remedy: counted > 0
                    ? "the file counts \(counted) areas without neighbours, but \(absent.count) keys are not in it; "
                        + "make it again from the same areas"
                    : "make the weights file again from the same areas, or leave the row out",
                at: Place(file: path))
        }
        for (island, row) in absent.enumerated() { members[row] = self.keys.count + island }
        let starts = neighbours.starts + repeatElement(neighbours.targets.count, count: absent.count)
        let whole = Neighbours(starts: starts, targets: neighbours.targets, weights: neighbours.weights)
        let ownWeights = selfWeights + repeatElement(0, count: absent.count)
        let ownLines = lines + repeatElement(1, count: absent.count)
        return WeightsFile(
            path: path, keys: keys, neighbours: whole.restricted(to: members),
            selfWeights: members.map { ownWeights[$0] },
            isWeighted: isWeighted, statedCount: statedCount, lines: members.map { ownLines[$0] })
    }

    /// The error for a key that only the weights file has, with both spellings, for `7` is not `07`.
    private func missing(_ key: String, line: Int, in table: String, example: String?) -> InputError {
        InputError(
            .invalidKey, "the key '\(key)' is not in \(table)" + (example.map { ", where the first is '\($0)'" } ?? ""),
            remedy: "name the field that the file was made with by --key; files that number the areas need --key @row, "
                + "or @row0 from 0",
            at: Place(file: path, row: line))
    }
}
