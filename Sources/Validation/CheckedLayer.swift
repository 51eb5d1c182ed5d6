public import Analysis
public import Diagnostics
import Formats
public import Planar
public import Projection

/// The areas of a boundary file as they stand, for checking: keys may be missing or occur twice, coordinates may be
/// wrong. Areas are numbered by key; those with the same key by place, so that the order of features does not matter.
///
///     let layer = try CheckedLayer.read(path: "areas.geojson", key: "nr")
///     layer.metric.area(of: 0)  // 10_000 m²
public struct CheckedLayer: Sendable {
    /// The file, as the user named it.
    public let file: String
    /// The areas' keys; empty text where one is missing.
    public let keys: [String]
    /// The areas' names; empty text where there is none.
    public let names: [String]
    /// The number of each area's feature in the file, from 1.
    public let features: [Int]
    /// The boundaries in the file's system.
    public let areas: Areas
    /// That system.
    public let system: ReferenceSystem
    /// The boundaries on the plane of measurement, in metres. Areas with coordinates that are no positions are empty.
    public let metric: Areas
    /// The system of that plane.
    public let metricSystem: ReferenceSystem
    /// The attributes' names.
    public let fields: [String]
    /// The attributes' values: field → area.
    public let columns: [[String?]]
    /// Whether the keys are row numbers, of which nothing is to be checked.
    public let keysAreRows: Bool
    /// The areas whose coordinates are no positions, or none in the system, and why; in English, and the coordinates.
    let misplaced: [(area: Int, reason: String, coordinates: String)]

    /// How many areas there are.
    public var count: Int { keys.count }

    /// Takes over areas that are in order: features numbered as they come.
    ///
    /// - Throws: ``InputError`` when the coordinates cannot be brought to the plane.
    public init(
        _ layer: BoundaryLayer, names: [String]? = nil, metricSystem: ReferenceSystem? = nil, threads: Int = 1
    ) throws(InputError) {
        try self.init(
            file: layer.file, keys: layer.keys, names: names ?? layer.keys.map { _ in "" },
            features: Array(1..<(layer.keys.count + 1)), areas: layer.areas, system: layer.system,
            metricSystem: metricSystem, fields: layer.fields, columns: layer.columns, keysAreRows: false,
            threads: threads)
    }

    init(
        file: String, keys: [String], names: [String], features: [Int], areas: Areas, system: ReferenceSystem,
        metricSystem: ReferenceSystem?, fields: [String], columns: [[String?]], keysAreRows: Bool,
        systemOption: String = "--areas-crs", threads: Int
    ) throws(InputError) {
        self.file = file
        self.keys = keys
        self.names = names
        self.features = features
        self.areas = areas
        self.system = system
        self.fields = fields
        self.columns = columns
        self.keysAreRows = keysAreRows
        let (usable, misplaced) = try CheckedLayer.usable(
            areas, in: system, file: file, option: systemOption)
        self.misplaced = misplaced
        if let metricSystem {
            guard metricSystem.isMetric else {
                throw InputError(
                    .referenceSystem, "\(metricSystem.label) is no plane in metres",
                    remedy: "give --metric-crs a system such as EPSG:25832")
            }
            self.metricSystem = metricSystem
        } else if system.isMetric {
            self.metricSystem = system
        } else {
            self.metricSystem = try CheckedLayer.plane(for: usable, in: system, file: file)
        }
        metric = try Transformation(from: system, to: self.metricSystem).apply(to: usable, threads: threads)
    }

    /// The areas that can be measured; others lose their geometry here and are told.
    ///
    /// - Throws: ``InputError`` when that is the greater part of them: then it is the system that is wrong.
    private static func usable(
        _ areas: Areas, in system: ReferenceSystem, file: String, option: String
    ) throws(InputError) -> (Areas, [(area: Int, reason: String, coordinates: String)]) {
        let plausibility = try Plausibility(system)
        let range = areas.box
        let isFinite = areas.x.allSatisfy(\.isFinite) && areas.y.allSatisfy(\.isFinite)
        if isFinite, range.isEmpty || plausibility.fault(in: range) == nil { return (areas, []) }
        var misplaced: [(area: Int, reason: String, coordinates: String)] = []
        var builder = Areas.Builder()
        for area in 0..<areas.count {
            let vertices = areas.vertices(of: area)
            let wrong = vertices.first {
                !areas.x[$0].isFinite || !areas.y[$0].isFinite || !plausibility.admits(x: areas.x[$0], y: areas.y[$0])
            }
            guard let wrong else {
                builder.addArea(area, of: areas)
                continue
            }
            let fault = plausibility.fault(x: areas.x[wrong], y: areas.y[wrong])
            let coordinates = "x \(areas.x[wrong]), y \(areas.y[wrong])"
            misplaced.append((area, fault.map { "\($0.message); \($0.remedy)" } ?? "no position", coordinates))
            builder.closeArea()
        }
        let shaped = (0..<areas.count).count { !areas.parts(of: $0).isEmpty }
        if misplaced.count * 2 > shaped, let fault = plausibility.fault(in: range) {
            throw InputError(
                .referenceSystem,
                "\(misplaced.count) of \(shaped) areas cannot be in the reference system: \(fault.message)",
                remedy: CheckedLayer.remedy(fault.remedy, option: option), at: Place(file: file))
        }
        return (builder.finish(), misplaced)
    }

    /// `state EPSG:25833` with the option that states it.
    private static func remedy(_ remedy: String, option: String) -> String {
        let parts = remedy.split(separator: "state EPSG:", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return "\(remedy), or state the right system with \(option)" }
        return "\(parts[0])state the system: \(option) EPSG:\(parts[1])"
    }

    /// The UTM zone of the middle of areas that are in degrees, or in feet.
    private static func plane(
        for areas: Areas, in system: ReferenceSystem, file: String
    ) throws(InputError) -> ReferenceSystem {
        let box = areas.box
        guard !box.isEmpty else { return try ReferenceSystem(code: 25832) }
        var (x, y) = ([(box.minX + box.maxX) / 2], [(box.minY + box.maxY) / 2])
        try Transformation(from: system, to: ReferenceSystem(code: 4326)).apply(x: &x, y: &y)
        guard let code = MetricSystem.utm(longitude: x[0]) else {
            throw InputError(
                .referenceSystem, "the areas lie outside Europe, where there is no ETRS89/UTM zone to measure in",
                remedy: "state a plane in metres with --metric-crs", at: Place(file: file))
        }
        return try ReferenceSystem(code: code)
    }
}
