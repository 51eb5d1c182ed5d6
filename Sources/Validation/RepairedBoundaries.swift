public import Diagnostics
public import Formats
import Planar

/// A boundary file with repaired areas, as GeoJSON in the file's own reference system.
///
/// Features stand in the file's order with all their attributes. What was GeoJSON before keeps every byte but the
/// geometries of the areas that were repaired; from other formats numbers and truth values stay such.
public struct RepairedBoundaries: Sendable {
    /// The GeoJSON.
    public let bytes: [UInt8]

    /// Writes repaired areas and reads them again: keys and attributes must be the file's, the areas those of the
    /// repair, and a check must find nothing that the repair did not tell.
    ///
    /// - Parameters:
    ///   - file: The file as it was read.
    ///   - layer: Its areas.
    /// - Throws: ``InputError`` when what was written is not what was meant; then it must not be used.
    public init(
        _ repair: Repair, of file: FeatureFile, layer: CheckedLayer, threads: Int = 1
    ) throws(InputError) {
        let areas = try RepairPlacement.areas(of: repair, in: layer)
        var touched = [Bool](repeating: false, count: layer.count)
        for (area, feature) in layer.features.enumerated() { touched[feature - 1] = repair.touched[area] }
        if let original = try RepairedBoundaries.originalText(of: file.file) {
            bytes = try RepairText(original).replacing(touched, by: areas)
        } else {
            var named = file
            // A text of ESRI's is no name that others read; a code is.
            if named.declaredSystem != nil { named.declaredSystem = layer.declaredSystem }
            bytes = RepairedBoundaries.text(areas, of: named)
        }
        try verify(repair, of: file, layer: layer, areas: areas, threads: threads)
    }

    /// The text of a file that is GeoJSON; nil for other formats.
    private static func originalText(of path: String) throws(InputError) -> [UInt8]? {
        guard FileBytes.exists(path) else { return nil }
        var bytes = try FileBytes.read(path)
        if bytes.starts(with: [0x1F, 0x8B]) { bytes = try Gzip.decompressed(bytes) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { $0 > 0x20 } == UInt8(ascii: "{") ? bytes : nil
    }

    private static func text(_ areas: Areas, of file: FeatureFile) -> [UInt8] {
        let columns = file.typedColumns
        var out = OutputBuffer()
        out.write("{\"type\":\"FeatureCollection\"," as StaticString)
        switch file.declaredSystem {
        case nil: out.write("\"crs\":null," as StaticString)
        case .crs84: break
        case let system?:
            var name = system.description
            if case .epsg(let code) = system { name = "urn:ogc:def:crs:EPSG::\(code)" }
            out.write("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":" as StaticString)
            out.write(json: name)
            out.write("}}," as StaticString)
        }
        out.write("\"features\":[" as StaticString)
        for feature in 0..<areas.count {
            out.write(feature == 0 ? "\n" : ",\n" as StaticString)
            out.write("{\"type\":\"Feature\",\"properties\":" as StaticString)
            for (index, column) in columns.enumerated() {
                out.write(index == 0 ? "{" : "," as StaticString)
                out.write(json: column.name)
                out.write(byte: UInt8(ascii: ":"))
                column.write(feature, into: &out)
            }
            out.write(columns.isEmpty ? "{}" : "}" as StaticString)
            out.write(",\"geometry\":" as StaticString)
            RepairText.write(areas, area: feature, isMulti: false, into: &out)
            out.write(byte: UInt8(ascii: "}"))
        }
        out.write("\n]}\n" as StaticString)
        return out.bytes
    }

    private func verify(
        _ repair: Repair, of file: FeatureFile, layer: CheckedLayer, areas: Areas, threads: Int
    ) throws(InputError) {
        let again = try GeoJSONReader.read(bytes, file: file.file)
        guard again.fields == file.fields, again.columns == file.columns, case .areas(let read) = again.geometry else {
            throw RepairedBoundaries.fault("attributes", file)
        }
        for feature in 0..<areas.count {
            guard RepairedBoundaries.isSame(read, areas, feature) else {
                throw RepairedBoundaries.fault("areas", file)
            }
        }
        // In the file's system nothing else than on the plane was done; after a transformation it is looked at again.
        guard layer.system != layer.metricSystem else { return }
        let ordered = read.reordered(layer.features.map { $0 - 1 })
        let checked = try CheckedLayer(
            file: layer.file, keys: layer.keys, names: layer.names, features: layer.features, areas: ordered,
            system: layer.system, metricSystem: layer.metricSystem, fields: [], columns: [], keysAreRows: false,
            threads: threads)
        let faults = try CoverageFaults(checked.metric, threads: threads).faults
        guard faults.allSatisfy({ fault in repair.faults.contains { Repair.isSame($0, fault) } }) else {
            throw RepairedBoundaries.fault("faults", file)
        }
    }

    /// Whether an area reads back with the vertices that were written, whichever way its rings run.
    private static func isSame(_ one: Areas, _ other: Areas, _ area: Int) -> Bool {
        let (ours, theirs) = (one.rings(of: area), other.rings(of: area))
        guard ours.count == theirs.count else { return false }
        return zip(ours, theirs).allSatisfy { ring, twin in
            let (own, its) = (one.vertices(ofRing: ring), other.vertices(ofRing: twin))
            let isEqual = one.x[own].elementsEqual(other.x[its]) && one.y[own].elementsEqual(other.y[its])
            return isEqual
                || one.x[own].elementsEqual(other.x[its].reversed())
                    && one.y[own].elementsEqual(other.y[its].reversed())
        }
    }

    private static func fault(_ what: String, _ file: FeatureFile) -> InputError {
        InputError(
            .invalidGeometry, "the repaired file would have other \(what) than were meant, so it is not written",
            remedy: "repair fewer findings at a time", at: Place(file: file.file))
    }
}
