import Analysis
import ArgumentParser
import Diagnostics
import Formats
import Projection
import Validation

/// `kleinraum dissolve`: coarser areas from finer ones, or the outer border of all.
struct DissolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dissolve",
        abstract: "Make areas one wherever a field agrees, or all of them one.",
        discussion: """
            Where the areas share their borders, those borders are the result's and no vertex moves; else GEOS unites \
            them, which is said. The result is in the file's system, one feature for each value of the field, sorted \
            bytewise; the value is the feature's id and its property. The ending of the output's name says the format: \
            .geojson, or .gpkg, .shp, … through ogr2ogr.
            """)

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(help: "The field whose equal values belong together; without it the outer border of all areas results.")
    var by: String?

    @Option(help: "The boundaries' reference system, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write; by default GeoJSON to standard output.")
    var output: String?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        try Output.refuse(overwriting: [file], output: output)
        _ = try OutputFormat(path: output)
    }

    func run() throws {
        let layer = try BoundaryLayer.read(
            path: file, key: "@row", system: try areasCrs.map { try ReferenceSystem($0) })
        // Without a field all areas are one group.
        let (keys, groups) = try by.map { try layer.groups(by: $0) } ?? ([""], layer.keys.map { _ in 0 })
        let dissolution = try Dissolution(
            layer.areas, groups: groups, groupCount: keys.count, threads: threads ?? DelimitedFile.processors)
        let code = layer.system.code
        let system: DeclaredSystem =
            code == 4326 ? .crs84 : code.map { .epsg($0) } ?? .wkt(layer.system.definition)
        var out = OutputBuffer()
        GeoJSONWriter(decimals: nil, system: system).write(
            dissolution.areas, ids: by == nil ? [] : keys,
            columns: by.map { [GeoJSONWriter.Column($0, .text(keys))] } ?? [], into: &out)
        if let output, try OutputFormat(path: output) == .converted {
            for warning in try FeatureConversion.write(out.bytes, to: output, system: system) { Message.write(warning) }
        } else {
            try Output.write(out.bytes, to: output)
        }
        if !dissolution.isExact {
            Message.write(
                "\(file): no coverage whose borders can be taken over; united by GEOS; kleinraum check lists the faults"
            )
        }
    }
}
