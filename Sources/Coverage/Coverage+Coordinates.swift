public import Planar

extension Coverage {
    /// For each vertex a vertex of the areas that the coverage was built from, at the same place: how coordinates in
    /// other systems, kept beside the areas, come to the coverage's vertices.
    ///
    ///     let coverage = Coverage(areas)
    ///     let longitudes = coverage.sources(in: areas).map { geographic.x[$0] }
    ///
    /// - Precondition: The coverage was built from these areas.
    /// - Complexity: O(*n*) expected for the *n* vertices of areas and coverage.
    public func sources(in areas: Areas) -> [Int] {
        let count = areas.x.count
        let (allX, allY) = (areas.x + x, areas.y + y)
        return allX.withUnsafeBufferPointer { allX in
            allY.withUnsafeBufferPointer { allY in
                let table = VertexTable(x: allX, y: allY)
                defer { table.deallocate() }
                for vertex in 0..<count { _ = table.insert(vertex) }
                return x.indices.map { vertex in
                    let source = table.insert(count + vertex)
                    precondition(source < count, "the coverage is of other areas")
                    return source
                }
            }
        }
    }
}
