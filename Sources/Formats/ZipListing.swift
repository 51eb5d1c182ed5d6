import Diagnostics

/// The names of the files in a `.zip` archive, from its central directory (PKWARE APPNOTE 4.3).
enum ZipListing {
    private static let formats = ["shp", "geojson", "json", "gpkg", "gml", "kml", "fgb", "tab", "xlsx", "ods"]

    /// The one file in the archive that holds features, or the one asked for by its name or the end of its path.
    static func entry(_ name: String?, in path: String) throws(InputError) -> String {
        let place = Place(file: path)
        let names = try names(in: path)
        let candidates = names.filter { entry in
            formats.contains { entry.lowercased().hasSuffix("." + $0) } && !entry.hasPrefix("__MACOSX/")
        }
        let chosen =
            if let name {
                names.filter { $0 == name || $0.hasSuffix("/" + name) }
            } else {
                candidates
            }
        if chosen.count == 1 { return chosen[0] }
        guard !candidates.isEmpty else {
            throw InputError(
                .malformed, "the archive holds no boundary file", remedy: "it holds: \(names.joined(separator: ", "))",
                at: place)
        }
        let list = candidates.joined(separator: ", ")
        throw InputError(
            .unknownName, name.map { "the archive holds no single '\($0)'" } ?? "the archive holds several files",
            remedy: "name one behind a colon, as in file.zip:\(candidates[0]); it holds: \(list)", at: place)
    }

    /// All names, in the order of the directory.
    static func names(in path: String) throws(InputError) -> [String] {
        let bytes = try FileBytes.read(path)
        let fault = InputError(
            .malformed, "the file is no zip archive", remedy: "is it whole?", at: Place(file: path))
        let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        let searchStart = max(0, bytes.count - 65_557)
        let end = (searchStart...max(searchStart, bytes.count - 22)).last { offset in
            offset + 22 <= bytes.count && bytes[offset..<offset + 4].elementsEqual(signature)
        }
        guard let end else { throw fault }
        var trailer = ByteCursor(bytes, end + 10..<bytes.count)
        guard let count = trailer.uint16(), trailer.skip(4), let start = trailer.uint32() else { throw fault }
        var cursor = ByteCursor(bytes, Int(start)..<end)
        var names: [String] = []
        for _ in 0..<count {
            guard cursor.uint32() == 0x0201_4B50, cursor.skip(24), let nameLength = cursor.uint16(),
                let extraLength = cursor.uint16(), let commentLength = cursor.uint16(), cursor.skip(12)
            else { throw fault }
            let nameStart = cursor.position
            guard cursor.skip(nameLength), cursor.skip(extraLength + commentLength) else { throw fault }
            let name = String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)
            if !name.hasSuffix("/") { names.append(name) }
        }
        return names
    }
}
