import Disclosure
import Planar
import Projection

/// A level of a division, ready for locating and drawing.
struct LevelAreas: Sendable {
    /// What the gate knows it as.
    var geography: Geography
    /// The division in the project file.
    var division: ProjectFile.Division
    /// The level in the project file.
    var level: ProjectFile.Level
    /// The areas' keys, bytewise sorted.
    var keys: [String]
    /// The areas' names; empty where there is none.
    var names: [String]
    /// The boundaries in their own system, which points are located in.
    var areas: Areas
    /// That system.
    var system: ReferenceSystem
    /// Area → key of the coarser area that it lies in; empty where the file does not say.
    var parents: [String]

    init(
        division: ProjectFile.Division, level: ProjectFile.Level, keys: [String], names: [String], areas: Areas,
        system: ReferenceSystem, parents: [String] = []
    ) {
        geography = Geography(
            division: division.id, level: level.id, version: division.version, areaCount: keys.count)
        self.division = division
        self.level = level
        self.keys = keys
        self.names = names
        self.areas = areas
        self.system = system
        self.parents = parents
    }
}
