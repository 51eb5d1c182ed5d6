import Formats
import Tiles

/// `/tileMatrixSets`: the sets that tiles come in.
struct TileMatrixSetsDocument: Document {
    let base: String

    var question: String { "tile matrix sets\u{0}\(base)" }

    func bytes() -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"tileMatrixSets\":[")
        for (index, set) in TileMatrixSet.all.enumerated() {
            out.write(index == 0 ? "\n{\"id\":" : ",\n{\"id\":")
            out.write(json: set.id)
            out.write(member: "title", text: set.title)
            if let uri = set.uri { out.write(member: "uri", text: uri) }
            out.write(member: "crs", text: set.crs)
            out.write(",\"links\":")
            let href = "\(base)/tileMatrixSets/\(set.id)"
            TileLink.write(
                [
                    TileLink(relation: "self", type: "application/json", title: set.title, href: href),
                    TileLink(relation: TileLink.scheme, type: "application/json", title: set.title, href: href),
                ], to: &out)
            out.write("}")
        }
        out.write("],\"links\":")
        TileLink.write(
            [
                TileLink(
                    relation: "self", type: "application/json", title: "Tile matrix sets",
                    href: "\(base)/tileMatrixSets")
            ], to: &out)
        out.write("}\n")
        return out.bytes
    }
}

/// `/tileMatrixSets/{tileMatrixSetId}`: the definition of one.
struct TileMatrixSetDocument: Document {
    let set: TileMatrixSet

    var question: String { "tile matrix set\u{0}\(set.id)" }

    func bytes() -> [UInt8] {
        var out = OutputBuffer()
        set.write(into: &out)
        out.write("\n")
        return out.bytes
    }
}

extension TileMatrixSet {
    /// The set of an id in a path.
    ///
    /// - Throws: A 404 that names those there are.
    static func named(_ id: String) throws(Problem) -> TileMatrixSet {
        guard let set = all.first(where: { $0.id == id }) else {
            let names = all.map(\.id).joined(separator: ", ")
            throw .notFound("there is no tile matrix set '\(id)'; tiles come in \(names)")
        }
        return set
    }
}
