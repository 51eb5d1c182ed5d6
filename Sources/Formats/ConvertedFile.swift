import Diagnostics

/// Reads what Kleinraum has no reader for, by letting GDAL's `ogr2ogr` convert it to a temporary GeoPackage, reference
/// system included.
enum ConvertedFile {
    /// The primary key that ogr2ogr adds, under a name that no source has.
    private static let addedKey = "kleinraum_row"

    /// Reads a file through ogr2ogr.
    ///
    /// - Throws: ``InputError`` with ``InputError/Code/missingProgram`` where it is not installed, with what it says
    ///   where it fails.
    static func read(
        path: String, layer: String?, attributesOnly: Bool
    ) throws(InputError) -> FeatureFile {
        guard FileBytes.exists(path) else { throw FileBytes.fault(path, 2) }
        // GDAL would take a name that begins with a hyphen for an option.
        var source = path.hasPrefix("-") ? "./" + path : path
        var layer = layer
        if path.lowercased().hasSuffix(".zip") {
            let entry = try ZipListing.entry(layer, in: path)
            source = "/vsizip/{\(path)}/\(entry)"
            layer = nil
        }
        let folder = try TemporaryFolder()
        let target = folder.file("converted.gpkg")
        var arguments = [
            "-f", "GPKG", target, source, "-nlt", "CONVERT_TO_LINEAR", "-lco", "FID=\(addedKey)", "-lco",
            "GEOMETRY_NAME=kleinraum_geometry", "-lco", "SPATIAL_INDEX=NO", "--config", "OGR_SQLITE_SYNCHRONOUS", "OFF",
        ]
        for format in ["XLSX", "ODS"] {
            arguments += ["--config", "OGR_\(format)_HEADERS", "FORCE"]
        }
        if let layer { arguments.append(layer) }
        try convert(path, arguments, to: target, in: folder)
        var file = try GeoPackageReader.read(
            path: target, named: path, layer: nil, attributesOnly: attributesOnly)
        if let index = file.fields.firstIndex(of: addedKey) {
            file.fields.remove(at: index)
            file.columns.remove(at: index)
            file.kinds.remove(at: index)
        }
        return file
    }

    /// Runs ogr2ogr, which must make the target.
    private static func convert(
        _ path: String, _ arguments: [String], to target: String, in folder: borrowing TemporaryFolder
    ) throws(InputError) {
        guard let program = ExternalProgram("ogr2ogr") else {
            throw InputError(
                .missingProgram, "a file of this format is read through ogr2ogr, which is not installed",
                remedy: "install the Debian package gdal-bin, or save the file in another format",
                at: Place(file: path))
        }
        let outcome = try program.run(arguments, messages: folder.file("messages.txt"))
        guard outcome.status == 0, FileBytes.exists(target) else {
            throw InputError(
                .malformed, "ogr2ogr cannot read the file: \(firstMessage(outcome.messages))",
                remedy: "see what ogrinfo says about it", at: Place(file: path))
        }
    }

    /// The first line that says something.
    private static func firstMessage(_ messages: String) -> String {
        let lines = messages.split(whereSeparator: \.isNewline).map(String.init)
        let telling = lines.filter { $0 != "FAILURE:" && !$0.hasPrefix("Warning") }
        return telling.first ?? lines.first ?? "it does not say why"
    }
}
