import Analysis
import Coverage
import Diagnostics
import Egohoods
import Formats
import Planar
import Projection

/// The boundaries, barriers and origins of an egohoods command, as read.
struct EgohoodLand {
    /// The districts.
    let districts: BoundaryLayer?
    private let territory: BoundaryLayer?
    private let barriers: BarrierOptions
    private let origins: FeatureFile?
    private let originKeys: [String]
    private let override: ReferenceSystem?

    /// Reads what the command names.
    init(_ command: EgohoodsCommand) throws(InputError) {
        var override: ReferenceSystem?
        if let stated = command.areasCrs { override = try ReferenceSystem(stated) }
        self.override = override
        var districts: BoundaryLayer?
        if let path = command.areas, let key = command.areaKey {
            districts = try BoundaryLayer.read(path: path, key: key, system: override)
        }
        self.districts = districts
        if let path = command.territory {
            territory = try BoundaryLayer.read(path: path, key: "@row", system: override)
        } else {
            // The districts are all land that is known, unless somebody beyond is, too.
            territory = command.neighboursAddresses == nil ? districts : nil
        }
        barriers = command.barrierOptions
        if let path = command.origins {
            let file = try FeatureFile.read(path: path)
            originKeys = try file.keys(command.originKey)
            origins = file
        } else {
            originKeys = []
            origins = nil
        }
    }

    /// The boundaries' reference system, where there are any: by default it is the addresses', too.
    var system: ReferenceSystem? { districts?.system ?? territory?.system }

    /// Whether anything was named besides addresses.
    private var isEmpty: Bool {
        districts == nil && territory == nil && barriers.barriers == nil && origins == nil
    }

    /// What lies around the addresses, in their plane.
    struct Surroundings {
        /// The districts, to be found by position.
        var districts: EgohoodDistricts?
        /// The border of the known land.
        var border: TerritoryBorder?
        /// What keeps neighbours apart.
        var barriers: Barriers?
        /// Origins that are not the addresses.
        var origins: (keys: [String], x: [Double], y: [Double])?
    }

    /// Moves everything into the addresses' plane.
    ///
    /// - Throws: `InputError` where nobody says which plane that is.
    func surroundings(
        of addresses: EgohoodAddresses, in plane: ReferenceSystem?, threads: Int
    ) throws(InputError) -> Surroundings {
        var result = Surroundings()
        guard !isEmpty else { return result }
        guard let plane else {
            throw InputError(
                .referenceSystem, "nobody says which reference system the addresses are in",
                remedy: "state it, e.g. --crs EPSG:25832, so that the other files can be laid over them",
                at: Place(file: addresses.file))
        }
        if let districts {
            let areas = try move(districts.areas, from: districts.system, to: plane, threads: threads)
            result.districts = EgohoodDistricts(keys: districts.keys, locator: PointLocator(areas, threads: threads))
        }
        if let territory {
            let areas = try move(territory.areas, from: territory.system, to: plane, threads: threads)
            result.border = TerritoryBorder(Coverage(areas, threads: threads).outerBorder)
        }
        result.barriers = try barriers.read(in: plane, near: addresses.box)
        if let origins { result.origins = try points(of: origins, in: plane) }
        return result
    }

    private func move(
        _ areas: Areas, from system: ReferenceSystem, to plane: ReferenceSystem, threads: Int
    ) throws(InputError) -> Areas {
        try Transformation(from: system, to: plane).apply(to: areas, threads: threads)
    }

    private func points(
        of file: FeatureFile, in plane: ReferenceSystem
    ) throws(InputError) -> (keys: [String], x: [Double], y: [Double]) {
        var (x, y): ([Double], [Double])
        switch file.geometry {
        case .points(let pointX, let pointY): (x, y) = (pointX, pointY)
        case .areas(let areas):
            let centroids = (0..<areas.count).map { areas.centroid(of: $0) ?? (.nan, .nan) }
            (x, y) = (centroids.map(\.x), centroids.map(\.y))
        }
        let places = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
        if places.count < x.count { Message.write("\(file.file): \(x.count - places.count) origins have no position") }
        (x, y) = (places.map { x[$0] }, places.map { y[$0] })
        try move(&x, &y, declared: file.declaredSystem, to: plane, file: file.file)
        return (places.map { originKeys[$0] }, x, y)
    }

    /// Moves coordinates from the stated system, else the file's own, into the plane.
    private func move(
        _ x: inout [Double], _ y: inout [Double], declared: DeclaredSystem?, to plane: ReferenceSystem, file: String
    ) throws(InputError) {
        let system: ReferenceSystem
        if let override {
            system = override
        } else if let declared {
            system = try ReferenceSystem(declared: declared)
        } else {
            throw InputError(
                .referenceSystem, "the file does not say which reference system its coordinates are in",
                remedy: "state it with --areas-crs", at: Place(file: file))
        }
        let failed = try Transformation(from: system, to: plane).apply(x: &x, y: &y)
        guard failed == 0 else {
            throw InputError(
                .referenceSystem, "\(failed) points cannot be transformed from \(system.label) to \(plane.label)",
                remedy: "check the reference system of the file", at: Place(file: file))
        }
    }
}

/// Districts by position.
struct EgohoodDistricts {
    let keys: [String]
    let locator: PointLocator

    /// Point → district, −1 outside all.
    func located(x: [Double], y: [Double]) -> [Int] {
        zip(x, y).map { Int(locator.locate(x: $0, y: $1).area) }
    }
}

extension MetricPlane {
    /// A system itself if it is in metres, else the ETRS89/UTM zone of the centre of a box in it.
    static func system(of system: ReferenceSystem, box: Box, file: String) throws(InputError) -> ReferenceSystem {
        guard !system.isMetric, !box.isEmpty else { return system }
        var (x, y) = ([(box.minX + box.maxX) / 2], [(box.minY + box.maxY) / 2])
        try Transformation(from: system, to: ReferenceSystem("OGC:CRS84")).apply(x: &x, y: &y)
        guard let code = MetricSystem.utm(longitude: x[0]) else {
            throw InputError(
                .referenceSystem, "the addresses lie at longitude \(x[0]), where there is no ETRS89/UTM zone",
                remedy: "state a plane in metres with --metric-crs", at: Place(file: file))
        }
        return try ReferenceSystem(code: code)
    }
}
