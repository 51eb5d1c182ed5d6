public import Diagnostics
import Glibc

/// Boundary files in other formats than GeoJSON, written through GDAL's `ogr2ogr` where it is installed.
///
///     try FeatureConversion.write(geoJSON, to: "areas.gpkg")
public enum FeatureConversion {
    /// The format that a file name asks for, by `ogr2ogr`'s name; nil where it is GeoJSON's.
    ///
    /// - Throws: ``InputError`` when the ending is that of no known format.
    public static func driver(for path: String) throws(InputError) -> String? {
        let drivers = [
            ".geojson": "", ".json": "", ".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".fgb": "FlatGeobuf",
            ".gml": "GML", ".kml": "KML", ".sqlite": "SQLite",
        ]
        let name = path.lowercased()
        guard let cut = name.lastIndex(of: "."), !name[cut...].contains("/") else { return nil }
        guard let driver = drivers[String(name[cut...])] else {
            throw InputError(
                .unknownName, "'\(name[cut...])' is no ending of a boundary file",
                remedy: "the endings are \(drivers.keys.sorted().joined(separator: ", "))", at: Place(file: path))
        }
        return driver.isEmpty ? nil : driver
    }

    /// Writes GeoJSON bytes to a file of the format that its name asks for. Files appear only when all are whole.
    ///
    /// - Returns: What `ogr2ogr` warns of, a line each: a field's name that had to be shortened, a text that was cut.
    /// - Parameter system: The reference system, where the bytes name it by a text that GDAL does not read there.
    /// - Throws: ``InputError`` when `ogr2ogr` is needed and absent, or cannot write them.
    public static func write(
        _ geoJSON: [UInt8], to path: String, system: DeclaredSystem? = nil, mode: UInt32 = 0o666
    ) throws(InputError) -> [String] {
        guard let driver = try driver(for: path) else {
            try AtomicFile.write(path, geoJSON, mode: mode)
            return []
        }
        let folder = try TemporaryFolder()
        let results = try TemporaryFolder()
        let source = folder.file("source.geojson")
        try AtomicFile.write(source, geoJSON, mode: 0o600)
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = String(path[cut...])
        let stem = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
        let lists = ["String", "Integer", "Integer64", "Real"].map { "\($0)List=String" }.joined(separator: ",")
        var arguments = ["-f", driver, results.file(name), source, "-nln", stem, "-mapFieldType", lists]
        // A layer of one kind is what desktop programs want.
        if driver == "GPKG" || driver == "FlatGeobuf" { arguments += ["-nlt", "PROMOTE_TO_MULTI"] }
        if driver == "ESRI Shapefile" { arguments += ["-lco", "ENCODING=UTF-8"] }
        switch system {
        case .epsg(let code): arguments += ["-a_srs", "EPSG:\(code)"]
        case .wkt(let text): arguments += ["-a_srs", text]
        default: break
        }
        let warnings = try run(arguments, messages: folder.file("messages.txt"), about: path)
        var files: [(path: String, bytes: [UInt8])] = []
        // The file that is opened comes last.
        for file in try names(in: results.path).sorted(by: { ($0 == name ? 1 : 0, $0) < ($1 == name ? 1 : 0, $1) }) {
            files.append((path[..<cut] + file, try FileBytes.read(results.file(file))))
        }
        try AtomicFile.write(files, mode: mode)
        return warnings
    }

    private static func run(
        _ arguments: [String], messages: String, about path: String
    ) throws(InputError) -> [String] {
        guard let program = ExternalProgram("ogr2ogr") else {
            throw InputError(
                .missingProgram, "a file of this format is written through ogr2ogr, which is not installed",
                remedy: "install the Debian package gdal-bin, or name a .geojson file", at: Place(file: path))
        }
        let outcome = try program.run(arguments, messages: messages)
        let lines = outcome.messages.split(whereSeparator: \.isNewline).map(String.init)
        guard outcome.status == 0 else {
            let line = lines.first { !$0.hasPrefix("Warning") } ?? lines.first
            throw InputError(
                .unwritableFile, "ogr2ogr cannot convert it: \(line ?? "status \(outcome.status)")",
                remedy: "name a .geojson file", at: Place(file: path))
        }
        return lines.filter { $0.hasPrefix("Warning") }
    }

    private static func names(in folder: String) throws(InputError) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}
