import Analysis
import ArgumentParser
import Diagnostics
import Formats
import Planar
import Projection
import Statistics
import Weights

/// `kleinraum neighbours`: who is next to whom, as a spatial weights file.
struct NeighboursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbours",
        abstract: "Neighbours of areas, as a GAL or GWT file.",
        discussion: """
            queen: areas that share at least a vertex · rook: at least an edge · queen:ORDER, rook:ORDER: areas so many \
            steps apart · knn:K: the K nearest by centroid, of equally far ones those whose keys come first · \
            distance:METRES: centroids at most so far apart; distance:least: as far as it takes that none is alone · \
            inverse-distance:METRES[:POWER]: the same, weighted by 1/d^POWER, less than a metre counting as one · \
            kernel:NAME:METRES, kernel:NAME:knn:K: weights that fall to the bandwidth, fixed or to the K-th nearest; \
            uniform, triangular, epanechnikov, quartic, gaussian · block:FIELD: areas with the same value.

            Vertices are compared exactly: where a corner of one area lies on an edge of the other that has no vertex \
            there, they do not touch; 'kleinraum check' reports such places. Touching needs no reference system, all \
            that is measured does. Areas are sorted bytewise by key. GWT, \
            which a name ending in .gwt, --lengths, --style or a kind with weights of its own asks for, adds the length \
            of the shared border (0 where areas meet in points only), the distance in metres, or the weight.

            --barriers cuts areas that touch where their common border runs along a barrier, at most \
            --barrier-tolerance from it; a river through both areas cuts nobody. Other kinds lose a link whose straight \
            line between the centroids crosses a barrier. A gate opens the barrier as far as --gate-width.
            """)

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "Which neighbours: \(NeighbourKind.forms).")
    var kind: String

    @Flag(help: "With queen:ORDER or rook:ORDER, also the areas fewer steps apart.")
    var includeLowerOrders = false

    @Flag(help: "Write GWT, with lengths or distances, whatever the file's name.")
    var lengths = false

    @Option(
        help: """
            Write GWT with weights scaled: row (sum 1), binary, global, unit, variance-stabilising, min-max. Links by \
            contiguity, distance or block weigh the same before it, unless --lengths is given.
            """)
    var style: String?

    @Flag(help: "With a kernel, also what an area weighs to itself, as smoothers need it.")
    var diagonal = false

    @OptionGroup var barrierOptions: BarrierOptions

    @Option(parsing: .unconditional, help: "How far from a barrier a border may lie that runs along it, in metres.")
    var barrierTolerance = NeighbourKind.barrierTolerance

    @Option(help: "The reference system of the boundaries, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure in; by default the boundaries' own, or the ETRS89/UTM zone of their centre.")
    var metricCrs: String?

    @Option(parsing: .unconditional, help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        guard let kind = NeighbourKind(kind) else { throw ValidationError("--kind takes \(NeighbourKind.forms)") }
        if includeLowerOrders {
            guard case .contiguous(_, let order) = kind, order > 1 else {
                throw ValidationError("--include-lower-orders belongs to queen:ORDER or rook:ORDER with ORDER from 2")
            }
        }
        if diagonal {
            guard case .kernel = kind else { throw ValidationError("--diagonal belongs to a kernel") }
        }
        if lengths, kind.hasWeights {
            throw ValidationError("--lengths does not go with \(self.kind), which has weights")
        }
        if let style, NeighboursCommand.style(style) == nil {
            let names = WeightStyle.allCases.filter { $0 != .asGiven }.map(\.rawValue)
            throw ValidationError("--style takes \(names.joined(separator: ", ")), not '\(style)'")
        }
        guard barrierTolerance > 0, barrierTolerance.isFinite else {
            throw ValidationError("--barrier-tolerance takes metres above zero")
        }
        try Output.refuse(
            overwriting: [file, OutputFormat.withoutLayer(file)] + barrierOptions.files, output: output)
        try MetricPlane.validate(metricCrs)
        if let output, output.lowercased().hasSuffix(".gal"), lengths || style != nil || kind.hasWeights {
            throw ValidationError("GAL holds no weights; let the file's name end in .gwt")
        }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
    }

    func run() throws {
        guard let kind = NeighbourKind(kind) else { return }
        if let (contiguity, order) = touching(kind) {
            let read = try TouchingAreas(path: file, key: key)
            try check(read.keys)
            try write(links(of: read.areas, contiguity, order: order), of: read.areas, keys: read.keys, kind: kind)
        } else {
            let system = try areasCrs.map { try ReferenceSystem($0) }
            let layer = try BoundaryLayer.read(path: file, key: key, system: system)
            try check(layer.keys)
            try write(links(of: layer, kind: kind), of: layer.areas, keys: layer.keys, kind: kind)
        }
    }

    /// Refuses keys that a weights file cannot hold.
    private func check(_ keys: [String]) throws(InputError) {
        guard let wrong = keys.first(where: { !GALWriter.canWrite(key: $0) }) else { return }
        throw InputError(
            .invalidKey, "the key '\(wrong)' holds white space, which GAL and GWT separate keys by",
            remedy: "take another field, or --key @row", at: Place(file: file, field: key))
    }

    /// Writes the file, and tells what it holds.
    private func write(_ found: NeighbourLinks, of areas: Areas, keys: [String], kind: NeighbourKind) throws {
        var links = found
        if let style = style.flatMap(NeighboursCommand.style) {
            links.neighbours = style.apply(to: kind.hasWeights || lengths ? links.neighbours : links.neighbours.binary)
        }
        var out = OutputBuffer()
        let writer = GALWriter(file: name, key: key)
        if isWeighted(kind) {
            writer.writeWeights(links.neighbours, keys: keys, into: &out)
        } else {
            writer.write(links.neighbours, keys: keys, into: &out)
        }
        try Output.write(out.bytes, to: output)
        report(links, of: areas, keys: keys, kind: kind)
    }

    /// Whether the file holds weights.
    func isWeighted(_ kind: NeighbourKind) -> Bool {
        let ending = output?.lowercased() ?? ""
        return lengths || style != nil || kind.hasWeights || ending.hasSuffix(".gwt") || ending.hasSuffix(".kwt")
    }

    /// A style by its name; nil where it is none that can be asked for.
    private static func style(_ name: String) -> WeightStyle? {
        WeightStyle(rawValue: name).flatMap { $0 == .asGiven ? nil : $0 }
    }

    /// The file's name without folders and ending, as the header of GAL has it.
    private var name: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
        return String(last[..<dot])
    }
}
