import Analysis
import ArgumentParser
import Diagnostics
import Formats
import Foundation
import Project
import Projection

/// `kleinraum new`: a project folder with a commented kleinraum.yaml that builds.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a project folder with a commented kleinraum.yaml that builds.",
        discussion: "The files stay where they are; kleinraum.yaml names them relative to the folder.")

    @Argument(help: "The folder to make; it must not hold a kleinraum.yaml yet.")
    var folder: String

    @Option(help: "Boundaries: GeoJSON, GeoPackage or Shapefile.")
    var areas: String

    @Option(help: "The field with the areas' keys.")
    var key: String

    @Option(help: "Addresses: CSV and its relatives, or a point file.")
    var addresses: String

    @Option(help: "The column of the easting or longitude.")
    var x: String?

    @Option(help: "The column of the northing or latitude.")
    var y: String?

    @Option(help: "The reference system of --x and --y, e.g. EPSG:25832.")
    var crs: String?

    @Option(help: "The reference system of the boundaries, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The count columns, separated by commas, the whole population first.")
    var sum: String

    @Option(help: "The reference date (Stichtag), YYYY-MM-DD.")
    var date: String

    func validate() throws {
        if (x == nil) != (y == nil) { throw ValidationError("--x and --y go together") }
        if sum.split(separator: ",").isEmpty { throw ValidationError("--sum names at least one column") }
    }

    func run() throws {
        let path = "\(folder)/\(ProjectFile.name)"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw InputError(
                .unwritableFile, "'\(path)' exists already", remedy: "edit it, or name another folder",
                at: Place(file: path))
        }
        let columns = sum.split(separator: ",").map(String.init)
        let areasSystem = try areasCrs.map { try ReferenceSystem($0) }
        let layer = try BoundaryLayer.read(path: areas, key: key, system: areasSystem)
        // Opened to find a wrong column name now and not at the first build.
        _ = try AddressTable.open(path: addresses, x: x, y: y, counts: columns)
        let here = FileManager.default.currentDirectoryPath
        var template = ProjectTemplate(
            title: ProjectTemplate.title(ofFolder: folder),
            areas: ProjectTemplate.path(of: areas, from: folder, in: here), key: key,
            name: nameField(of: layer),
            addresses: ProjectTemplate.path(of: addresses, from: folder, in: here), x: x, y: y,
            referenceSystem: try code(of: crs), counts: columns.map { .init(column: $0) }, date: date)
        template.areasReferenceSystem = try code(of: areasCrs)
        // A template that does not read is refused before anything is written: a date such as 2023-02-30.
        try check(template, path: path)
        try FolderMaking.make(folder)
        try AtomicFile.write(path, Array(template.text.utf8))
        Message.write("\(path) is written; next: kleinraum build \(folder)")
    }

    private func check(_ template: ProjectTemplate, path: String) throws(InputError) {
        do {
            _ = try ProjectFile.read(bytes: Array(template.text.utf8), file: path)
        } catch {
            guard error.place.field.hasSuffix(".date") else { throw error }
            throw InputError(.project, error.message, remedy: error.remedy, at: Place(field: "--date"))
        }
    }

    private func code(of text: String?) throws(InputError) -> Int? {
        guard let text else { return nil }
        let system = try ReferenceSystem(text)
        guard let code = system.code else {
            throw InputError(
                .referenceSystem, "'\(text)' has no EPSG code", remedy: "a project file needs one, as EPSG:25832")
        }
        return code
    }

    /// The field that looks like the areas' names.
    private func nameField(of layer: BoundaryLayer) -> String? {
        let known = ["name", "bezeichnung", "bez", "gen", "stadtteil", "bezirk", "label", "titel"]
        for word in known {
            if let field = layer.fields.first(where: { $0.lowercased() == word && $0 != key }) { return field }
        }
        if let field = layer.fields.first(where: { $0.lowercased().contains("name") && $0 != key }) { return field }
        // Else a field with a word of its own for each area.
        return layer.fields.first { field in
            guard field != key, let place = layer.fields.firstIndex(of: field) else { return false }
            let texts = layer.columns[place].compactMap { $0 }
            return texts.count == layer.keys.count && Set(texts).count == texts.count
                && texts.allSatisfy { $0.contains(where: \.isLetter) }
        }
    }
}
