import Analysis
import ArgumentParser
import Coverage
import Diagnostics
import Formats
import Planar
import Projection
import Statistics

/// `kleinraum neighbours`: who is next to whom, as a spatial weights file.
struct NeighboursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbours",
        abstract: "Neighbours of areas, as a GAL or GWT file.",
        discussion: """
            queen: areas that share at least a vertex · rook: at least an edge · knn:K: the K nearest by centroid, of \
            equally far ones those whose keys come first · distance:METRES: centroids at most so far apart.

            Vertices are compared exactly: where a corner of one area lies on an edge of the other that has no vertex \
            there, they do not touch; 'kleinraum check' reports such places. Areas are sorted bytewise by key. GWT, \
            which a name ending in .gwt or --lengths asks for, adds the length of the shared border (0 where areas \
            meet in points only) or the distance, in metres.
            """)

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "Which neighbours: queen, rook, knn:K or distance:METRES.")
    var kind: String

    @Flag(help: "Write GWT, with lengths or distances, whatever the file's name.")
    var lengths = false

    @Option(help: "The reference system of the boundaries, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure in; by default the boundaries' own, or the ETRS89/UTM zone of their centre.")
    var metricCrs: String?

    @Option(parsing: .unconditional, help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        guard NeighbourKind(kind) != nil else {
            throw ValidationError("--kind takes queen, rook, knn:K with K from 1, or distance:METRES above zero")
        }
        try Output.refuse(overwriting: [file, OutputFormat.withoutLayer(file)], output: output)
        try MetricPlane.validate(metricCrs)
        if lengths, let output, output.lowercased().hasSuffix(".gal") {
            throw ValidationError("GAL holds no lengths; let the file's name end in .gwt")
        }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
    }

    func run() throws {
        guard let kind = NeighbourKind(kind) else { return }
        let layer = try BoundaryLayer.read(path: file, key: key, system: try areasCrs.map { try ReferenceSystem($0) })
        if let wrong = layer.keys.first(where: { !GALWriter.canWrite(key: $0) }) {
            throw InputError(
                .invalidKey, "the key '\(wrong)' holds white space, which GAL and GWT separate keys by",
                remedy: "take another field, or --key @row", at: Place(file: file, field: key))
        }
        let isWeighted = lengths || output?.lowercased().hasSuffix(".gwt") == true
        let neighbours = try neighbours(of: layer, kind: kind, isWeighted: isWeighted)
        var out = OutputBuffer()
        let writer = GALWriter(file: name, key: key)
        if isWeighted {
            writer.writeWeights(neighbours, keys: layer.keys, into: &out)
        } else {
            writer.write(neighbours, keys: layer.keys, into: &out)
        }
        try Output.write(out.bytes, to: output)
        report(neighbours, of: layer, isWeighted: isWeighted)
    }

    private func neighbours(
        of layer: BoundaryLayer, kind: NeighbourKind, isWeighted: Bool
    ) throws(InputError) -> Neighbours {
        // Only what is measured needs the plane.
        if case .contiguous(let contiguity) = kind, !isWeighted {
            return contiguity.neighbours(of: layer.areas, threads: threads)
        }
        let plane = try MetricPlane.system(for: layer, stated: metricCrs)
        let areas = try Transformation(from: layer.system, to: plane).apply(to: layer.areas, threads: threads ?? 1)
        if case .contiguous(let contiguity) = kind { return contiguity.neighbours(of: areas, threads: threads) }
        let centroids = (0..<areas.count).map { areas.centroid(of: $0) ?? (.nan, .nan) }
        let (x, y) = (centroids.map(\.x), centroids.map(\.y))
        if case .nearest(let count) = kind {
            let others = x.count { !$0.isNaN } - 1
            if others < 1 {
                throw InputError(
                    .invalidNumber, "without a second area that has a geometry there are no neighbours by distance",
                    remedy: "take a file with more areas", at: Place(file: file))
            }
            if count > others {
                throw InputError(
                    .invalidNumber, "an area has only \(others) others, not \(count)",
                    remedy: "take knn:\(others) at most", at: Place(file: file))
            }
            return .nearest(count, x: x, y: y)
        }
        guard case .within(let distance) = kind else { return .nearest(0, x: x, y: y) }
        return .within(distance, x: x, y: y)
    }

    /// Tells which areas have no neighbours, and why where there is a reason.
    private func report(_ neighbours: Neighbours, of layer: BoundaryLayer, isWeighted: Bool) {
        let pairs = neighbours.targets.count
        Message.write("\(neighbours.count) areas, \(pairs) neighbours in all")
        let islands = neighbours.islands
        let empty = islands.filter { layer.areas.parts(of: $0).isEmpty }
        let lonely = islands.filter { !layer.areas.parts(of: $0).isEmpty }
        for (members, what) in [(lonely, "without neighbours"), (empty, "without geometry")] where !members.isEmpty {
            let more = members.count > 10 ? " … and \(members.count - 10) more" : ""
            let keys = members.prefix(10).map { layer.keys[$0] }.joined(separator: ", ")
            Message.write("\(members.count) areas \(what): \(keys)\(more)")
        }
        if isWeighted && !islands.isEmpty {
            Message.write("GWT cannot name areas without neighbours, only count them; a .gal file keeps them")
        }
    }

    /// The file's name without folders and ending, as the header of GAL has it.
    private var name: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
        return String(last[..<dot])
    }
}
