package import Planar

extension Areas {
    /// The same areas with closed rings in which no vertex repeats the one before it.
    ///
    /// A ring of a single place keeps its place in the part and comes out without vertices. Where there is nothing to
    /// leave out, which is the rule, these are the same arrays.
    ///
    /// - Complexity: O(*n*).
    package func withoutRepeatedVertices() -> Areas {
        if !hasRepeatsOrOpenRings { return self }
        var (keptX, keptY): ([Double], [Double]) = ([], [])
        keptX.reserveCapacity(x.count)
        keptY.reserveCapacity(y.count)
        var starts: [Int32] = [0]
        starts.reserveCapacity(ringStarts.count)
        for ring in 0..<ringStarts.count - 1 {
            let first = keptX.count
            for vertex in vertices(ofRing: ring) {
                if let lastX = keptX.last, keptX.count > first, lastX == x[vertex], keptY[keptY.count - 1] == y[vertex]
                {
                    continue
                }
                keptX.append(x[vertex])
                keptY.append(y[vertex])
            }
            if keptX.count - first == 1 {
                keptX.removeLast()
                keptY.removeLast()
            } else if keptX.count > first,
                keptX[first] != keptX[keptX.count - 1] || keptY[first] != keptY[keptY.count - 1]
            {
                keptX.append(keptX[first])
                keptY.append(keptY[first])
            }
            starts.append(Int32(keptX.count))
        }
        return Areas(x: keptX, y: keptY, ringStarts: starts, partStarts: partStarts, areaStarts: areaStarts)
    }

    private var hasRepeatsOrOpenRings: Bool {
        let (x, y, starts) = (x.span, y.span, ringStarts.span)
        for ring in 0..<starts.count - 1 {
            let (first, end) = (Int(starts[ring]), Int(starts[ring + 1]))
            guard first < end else { continue }
            if end - first < 3 || x[first] != x[end - 1] || y[first] != y[end - 1] { return true }
            var repeats = false
            for vertex in first + 1..<end {
                repeats = repeats || (x[vertex] == x[vertex - 1] && y[vertex] == y[vertex - 1])
            }
            if repeats { return true }
        }
        return false
    }
}
