public import Formats

extension TileMatrixSet {
    /// Writes the set's definition as JSON: OGC 17-083r4, requirements class `json-tilematrixset`.
    ///
    ///     var out = OutputBuffer()
    ///     TileMatrixSet.adv25832.write(into: &out)  // {"id":"AdV_25832","title":"Kachelschema der AdV…
    public func write(into out: inout OutputBuffer) {
        func member(_ name: StaticString, _ value: String) {
            out.write(name)
            out.write(json: value)
        }
        member("{\"id\":", id)
        member(",\"title\":", title)
        if let uri { member(",\"uri\":", uri) }
        member(",\"crs\":", crs)
        out.write(",\"orderedAxes\":[" as StaticString)
        for (index, axis) in orderedAxes.enumerated() { member(index == 0 ? "" : ",", axis) }
        out.write("]" as StaticString)
        if let wellKnownScaleSet { member(",\"wellKnownScaleSet\":", wellKnownScaleSet) }
        out.write(",\"tileMatrices\":[" as StaticString)
        for matrix in matrices {
            member(matrix.zoom == 0 ? "{\"id\":" : ",{\"id\":", String(matrix.zoom))
            out.write(",\"scaleDenominator\":" as StaticString)
            out.write(matrix.scaleDenominator)
            out.write(",\"cellSize\":" as StaticString)
            out.write(matrix.cellSize)
            out.write(",\"cornerOfOrigin\":\"topLeft\",\"pointOfOrigin\":[" as StaticString)
            out.write(originX)
            out.write(byte: UInt8(ascii: ","))
            out.write(originY)
            out.write("],\"tileWidth\":256,\"tileHeight\":256,\"matrixWidth\":" as StaticString)
            out.write(matrix.matrixWidth)
            out.write(",\"matrixHeight\":" as StaticString)
            out.write(matrix.matrixHeight)
            out.write(byte: UInt8(ascii: "}"))
        }
        out.write("]}" as StaticString)
    }
}
