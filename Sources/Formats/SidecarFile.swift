/// The files that belong to a file by their name, as `areas.dbf` belongs to `areas.shp`.
enum SidecarFile {
    /// The path of the file beside another, with another extension in lower or upper case; `nil` where there is none.
    static func path(of path: String, extension suffix: String) -> String? {
        let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
        let names = ["\(stem).\(suffix)", "\(stem).\(suffix.uppercased())", "\(path).\(suffix)"]
        return names.first { FileBytes.exists($0) }
    }
}
