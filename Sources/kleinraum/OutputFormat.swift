import ArgumentParser
import Diagnostics
import Formats

/// The format of a boundary file that a command writes, by the ending of its name.
enum OutputFormat: Equatable {
    case geoJSON
    case topoJSON
    /// What `ogr2ogr` writes.
    case converted

    /// The format of a path; GeoJSON for standard output.
    ///
    /// - Throws: `ValidationError`, which ends the program with status 64, where no format has the ending.
    init(path: String?, allowsTopoJSON: Bool = false) throws {
        guard let path else {
            self = .geoJSON
            return
        }
        if allowsTopoJSON, path.lowercased().hasSuffix(".topojson") {
            self = .topoJSON
            return
        }
        do {
            self = try FeatureConversion.driver(for: path) == nil ? .geoJSON : .converted
        } catch {
            throw ValidationError(error)
        }
    }

    /// The file of `city.gpkg:layer`, where that names no file itself.
    static func withoutLayer(_ path: String) -> String {
        guard SameFile(path: path) == nil, let colon = path.lastIndex(of: ":") else { return path }
        return String(path[..<colon])
    }
}
