public import Planar

extension Coverage {
    /// The areas, put together from their arcs: shells counter-clockwise, holes clockwise, each ring from a node on.
    ///
    ///     Coverage(areas).areas == areas  // but for where rings begin, and which way they run
    ///
    /// A ring without arcs comes out without vertices.
    ///
    /// - Complexity: O(*n*) for *n* vertices.
    public var areas: Areas {
        var (areaX, areaY): ([Double], [Double]) = ([], [])
        var total = 0
        for arc in ringArcs { total += vertices(ofArc: Int(arc < 0 ? ~arc : arc)).count }
        areaX.reserveCapacity(total)
        areaY.reserveCapacity(total)
        var starts: [Int32] = [0]
        starts.reserveCapacity(ringStarts.count)
        for ring in 0..<ringStarts.count - 1 {
            let arcs = ringArcs[Int(ringStarts[ring])..<Int(ringStarts[ring + 1])]
            for arc in arcs { appendOpen(arc, x: &areaX, y: &areaY) }
            if !arcs.isEmpty {
                areaX.append(areaX[Int(starts[ring])])
                areaY.append(areaY[Int(starts[ring])])
            }
            starts.append(Int32(areaX.count))
        }
        return Areas(x: areaX, y: areaY, ringStarts: starts, partStarts: partStarts, areaStarts: areaStarts)
    }

    /// Appends an arc's vertices but the last, backwards where its number is a complement.
    func appendOpen(_ arc: Int32, x arcX: inout [Double], y arcY: inout [Double]) {
        if arc >= 0 {
            let open = vertices(ofArc: Int(arc)).dropLast()
            arcX.append(contentsOf: x[open])
            arcY.append(contentsOf: y[open])
        } else {
            let open = vertices(ofArc: Int(~arc)).dropFirst()
            arcX.append(contentsOf: x[open].reversed())
            arcY.append(contentsOf: y[open].reversed())
        }
    }
}
