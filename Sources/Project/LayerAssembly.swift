import Analysis
import Catalogue
import Diagnostics
import Disclosure
import Planar
import Projection

/// Puts protected tables and boundaries together into what a release holds.
struct LayerAssembly {
    let project: ProjectFile
    let levels: [LevelAreas]
    let variables: [CountVariable]
    /// The tables in the order of the problem: level by level, in each variable by variable.
    let tables: ProtectedTables
    /// What goes with the layers.
    let documents: [ReleasedDocument]

    /// The draft of the release.
    ///
    /// - Throws: `InputError` when the boundaries cannot be transformed.
    func draft() throws(InputError) -> ReleaseDraft {
        let metric = try metricSystem()
        let geographic = try ReferenceSystem("OGC:CRS84")
        var released: [ReleasedLevel] = []
        for level in levels { released.append(try self.released(level, metric: metric, geographic: geographic)) }
        return ReleaseDraft(
            header: ReleaseHeader(
                title: project.title, publisher: project.publisher, licence: project.licence,
                protectionNotice: tables.notice),
            levels: released, layers: project.layers.compactMap(layer), documents: documents)
    }

    /// The tables that the layers need, as the gate is asked for them.
    static func tables(levels: Int, variables: Int) -> [ProtectionProblem.Table] {
        (0..<levels).flatMap { level in
            (0..<variables).map { ProtectionProblem.Table(geography: level, variable: $0) }
        }
    }

    private func layer(_ layer: ProjectFile.Layer) -> ReleasedLayer? {
        guard let indicator = project.indicator(layer.indicator),
            let level = levels.firstIndex(where: {
                $0.geography.division == layer.division && $0.geography.level == layer.level
            })
        else { return nil }
        return ReleasedLayer(
            id: layer.id, division: layer.division, level: layer.level,
            indicator: ReleasedIndicator(
                id: indicator.id, title: indicator.title, unit: indicator.unit,
                formula: indicator.formula.description, description: indicator.description,
                decimals: indicator.decimals, isCount: indicator.formula.isCount, style: layer.style),
            dates: project.dates(of: indicator).map { values(of: indicator, level: level, date: $0) })
    }

    private func values(of indicator: ProjectFile.Indicator, level: Int, date: String) -> ReleasedValues {
        let operands = indicator.formula.variables.map { name in
            guard let place = variables.firstIndex(where: { $0.id == name && $0.date == date }) else {
                preconditionFailure("\(name) has no values at \(date)")
            }
            return tables.columns[level * variables.count + place]
        }
        let sources = project.sources.filter { source in
            indicator.formula.variables.contains { project.variable($0)?.source == source.id }
        }
        let source = sources.map { $0.provider.isEmpty ? $0.title : "\($0.title) (\($0.provider))" }
        return ReleasedValues(
            date: date, source: source.joined(separator: "; "),
            column: ProtectedColumn.derived(
                from: operands, by: indicator.formula,
                hidingBelow: sources.map(\.rule.threshold).max() ?? 0))
    }

    private func released(
        _ level: LevelAreas, metric: ReferenceSystem, geographic: ReferenceSystem
    ) throws(InputError) -> ReleasedLevel {
        let areas = try Transformation(from: level.system, to: metric).apply(to: level.areas)
        let labels = parallelMap(areas.count) { areas.labelPoint(of: $0) }
        return ReleasedLevel(
            division: level.division.id, divisionTitle: level.division.title, level: level.level.id,
            levelTitle: level.level.title, boundaryVersion: level.division.version,
            boundarySource: level.division.source, keys: level.keys, names: level.names,
            referenceSystem: metric.code ?? 0, areas: areas,
            geographic: try Transformation(from: level.system, to: geographic).apply(to: level.areas),
            labelX: labels.map { $0?.x ?? .nan }, labelY: labels.map { $0?.y ?? .nan })
    }

    /// The project's metric system, or the ETRS89/UTM zone of the middle of the first level.
    private func metricSystem() throws(InputError) -> ReferenceSystem {
        if let code = project.referenceSystem {
            let system = try ReferenceSystem(code: code)
            // Web Mercator counts metres that are too long everywhere but at the equator.
            guard system.isMetric, code != 3857 else {
                throw InputError(
                    .referenceSystem, "\(system.label) has no true metres, so that scale bars would lie",
                    remedy: "take one such as EPSG:25832",
                    at: Place(file: ProjectFile.name, field: "reference_system"))
            }
            return system
        }
        let first = levels[0]
        let box = first.areas.box
        var x = [(box.minX + box.maxX) / 2]
        var y = [(box.minY + box.maxY) / 2]
        try Transformation(from: first.system, to: try ReferenceSystem("OGC:CRS84")).apply(x: &x, y: &y)
        guard let zone = MetricSystem.utm(longitude: x[0]) else {
            throw InputError(
                .referenceSystem, "the boundaries lie at longitude \(x[0]), outside the ETRS89/UTM zones",
                remedy: "state a metric system with 'reference_system:'", at: Place(file: ProjectFile.name))
        }
        return try ReferenceSystem(code: zone)
    }
}
