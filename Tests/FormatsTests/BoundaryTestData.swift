import Diagnostics
import Formats
import Glibc
import Planar
import Testing

/// What the tests of boundary files share: the research data beside the package, and a folder for files they make.
enum BoundaryTestData {
    /// `../shared/data`, beside the package.
    static let folder: String = {
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/") + "/shared/data"
    }()

    /// Whether a file of the research data is there.
    static func has(_ path: String) -> Bool { FileBytes.exists("\(folder)/\(path)") }

    /// Whether ogr2ogr is installed.
    static let hasConverter = ExternalProgram("ogr2ogr") != nil

    /// Runs a test body with a fresh folder, which is gone afterwards.
    static func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/kleinraum-test-XXXXXX".utf8CString)
        _ = try #require(mkdtemp(&template))
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { system("rm -rf '\(path)'") }
        try body(path)
    }

    /// Reads GeoJSON text.
    static func geoJSON(_ text: String) throws(InputError) -> FeatureFile {
        try GeoJSONReader.read(Array(text.utf8), file: "test.geojson")
    }

    /// A FeatureCollection of geometries without properties.
    static func collection(_ geometries: String...) -> String {
        let features = geometries.map { #"{"type":"Feature","properties":{},"geometry":\#($0)}"# }
        return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    /// The unit square as GeoJSON.
    static let square = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}"#
}

extension FeatureFile {
    /// The areas; an issue is recorded where there are points.
    func requireAreas() throws -> Areas {
        guard case .areas(let areas) = geometry else {
            Issue.record("the file holds points")
            return .none
        }
        return areas
    }
}
