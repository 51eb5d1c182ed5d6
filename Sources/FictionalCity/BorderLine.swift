import Statistics

/// The course of a border between two corners: a line broken at random, finer and finer.
///
/// Midpoint displacement whose displacements shrink, so that the line stays in a slim diamond between its ends and
/// two lines that share an end do not cross.
struct BorderLine: Sendable {
    /// The x of the points between the ends, in the order from the lower-numbered corner.
    private(set) var x: [Double] = []
    /// The y of the same points.
    private(set) var y: [Double] = []

    private static let roughness = 0.11
    private static let decay = 0.74

    /// Draws the line in so many pieces, forgetting the one before.
    mutating func draw(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), pieces: Int, generator: SplitMix64
    ) {
        x.removeAll(keepingCapacity: true)
        y.removeAll(keepingCapacity: true)
        var generator = generator
        halve(start.x, start.y, end.x, end.y, pieces, BorderLine.roughness, &generator)
    }

    private mutating func halve(
        _ startX: Double, _ startY: Double, _ endX: Double, _ endY: Double, _ pieces: Int, _ roughness: Double,
        _ generator: inout SplitMix64
    ) {
        guard pieces > 1 else { return }
        let first = pieces / 2
        let share = Double(first) / Double(pieces)
        let aside = roughness * (2 * generator.uniform() - 1) * 2 * share
        let middleX = startX + (endX - startX) * share - (endY - startY) * aside
        let middleY = startY + (endY - startY) * share + (endX - startX) * aside
        halve(startX, startY, middleX, middleY, first, roughness * BorderLine.decay, &generator)
        x.append(middleX)
        y.append(middleY)
        halve(middleX, middleY, endX, endY, pieces - first, roughness * BorderLine.decay, &generator)
    }
}
