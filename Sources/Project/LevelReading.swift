import Analysis
import Diagnostics
import Disclosure
import Formats
import Overlay
import Planar
import Projection
import Validation

/// Reads the levels of a project's divisions: from files, or by dissolving finer levels.
struct LevelReading {
    let project: ProjectFile
    /// Faults of boundaries that do not keep a project from building, one sentence each.
    private(set) var warnings: [String] = []

    init(_ project: ProjectFile) { self.project = project }

    /// All levels of all divisions, in the file's order.
    ///
    /// - Throws: `InputError` when a file cannot be read, a field is absent, or a parent does not exist.
    mutating func read() throws(InputError) -> [LevelAreas] {
        var levels: [LevelAreas] = []
        for division in project.divisions {
            var layers: [String: BoundaryLayer] = [:]
            for level in division.levels {
                guard case .boundaries(let path, let key, let code) = level.origin else { continue }
                var system: ReferenceSystem?
                if let code { system = try ReferenceSystem(code: code) }
                let layer = try BoundaryLayer.read(path: project.path(path), key: key, system: system)
                try warnAboutRings(of: layer)
                layers[level.id] = layer
            }
            for level in division.levels { levels.append(try read(level, of: division, from: layers)) }
        }
        try checkParents(of: levels)
        return levels
    }

    private mutating func read(
        _ level: ProjectFile.Level, of division: ProjectFile.Division, from layers: [String: BoundaryLayer]
    ) throws(InputError) -> LevelAreas {
        switch level.origin {
        case .boundaries:
            guard let layer = layers[level.id] else { preconditionFailure("\(level.id) was not read") }
            var names = Array(repeating: "", count: layer.keys.count)
            if let name = level.name { names = try layer.column(name).map { $0 ?? "" } }
            var parents: [String] = []
            if let parent = level.parent { parents = try layer.column(parent.field).map { $0 ?? "" } }
            return LevelAreas(
                division: division, level: level, keys: layer.keys, names: names, areas: layer.areas,
                system: layer.system, parents: parents)
        case .dissolved(let finer, let field):
            guard let layer = layers[finer] else { preconditionFailure("\(finer) was not read") }
            return try dissolve(layer, by: field, into: level, of: division)
        }
    }

    private mutating func dissolve(
        _ layer: BoundaryLayer, by field: String, into level: ProjectFile.Level, of division: ProjectFile.Division
    ) throws(InputError) -> LevelAreas {
        let (keys, groups) = try layer.groups(by: field)
        var names = Array(repeating: "", count: keys.count)
        if let name = level.name {
            for (area, text) in try layer.column(name).enumerated() {
                let group = groups[area]
                guard let text, !text.isEmpty, names[group] != text else { continue }
                guard names[group].isEmpty else {
                    throw InputError(
                        .project, "\(level.id) \(keys[group]) has two names, '\(names[group])' and '\(text)'",
                        remedy: "make them one, or leave the name out", at: Place(file: layer.file, field: name))
                }
                names[group] = text
            }
        }
        let dissolution = try Dissolution(
            layer.areas, groups: groups, groupCount: keys.count, threads: DelimitedFile.processors)
        if !dissolution.isExact {
            warnings.append(
                "\(layer.file): the areas do not share their borders, so that \(level.id) is united by GEOS; "
                    + "kleinraum check lists the faults")
        }
        return LevelAreas(
            division: division, level: level, keys: keys, names: names, areas: dissolution.areas,
            system: layer.system)
    }

    private mutating func warnAboutRings(of layer: BoundaryLayer) throws(InputError) {
        let faults = try Overlay.validity(layer.areas, threads: DelimitedFile.processors)
        for area in faults.keys.sorted() {
            guard let fault = faults[area] else { continue }
            warnings.append(
                "\(layer.file), area \(layer.keys[area]): \(fault); points are located by the even-odd rule")
        }
        for area in layer.keys.indices where layer.areas.parts(of: area).isEmpty {
            warnings.append("\(layer.file), area \(layer.keys[area]): it has no geometry and can hold no address")
        }
    }

    private func checkParents(of levels: [LevelAreas]) throws(InputError) {
        for level in levels {
            guard let parent = level.level.parent else { continue }
            let coarser = levels.first {
                $0.geography.division == level.geography.division && $0.geography.level == parent.level
            }
            guard let coarser else { continue }
            let known = Set(coarser.keys)
            for (area, key) in level.parents.enumerated() where !known.contains(key) {
                throw InputError(
                    .project, "\(level.level.id) \(level.keys[area]) lies in '\(key)', which is no \(parent.level)",
                    remedy: "mend the field, or leave the parent out",
                    at: Place(file: ProjectFile.name, field: parent.field))
            }
        }
    }
}
