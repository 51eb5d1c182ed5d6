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
    let columns: ReleasedColumns
    /// The plane in metres of maps and areas.
    let plane: ReferenceSystem
    /// What goes with the layers.
    let documents: [ReleasedDocument]

    /// The draft of the release.
    ///
    /// - Throws: `InputError` when the boundaries cannot be transformed.
    func draft() throws(InputError) -> ReleaseDraft {
        let geographic = try ReferenceSystem("OGC:CRS84")
        var released: [ReleasedLevel] = []
        for level in levels { released.append(try self.released(level, geographic: geographic)) }
        var layers = project.layers.compactMap(layer)
        var documents = documents
        let sheets = MethodSheets(project: project, columns: columns)
        for layer in layers {
            let variables = project.indicator(layer.indicator.id)?.formula.variables ?? []
            let sheet = sheets.sheet(of: layer, indicators: [], variables: variables, on: released)
            documents.append(sheet.document(of: layer.id))
        }
        let statistics = StatisticAssembly(
            project: project, released: released, columns: columns,
            neighbourhoods: LevelNeighbours(project: project, areas: released.map(\.areas), plane: plane))
        for statistic in project.statistics {
            for made in try statistics.layers(of: statistic) {
                guard !layers.contains(where: { $0.id == made.layer.id }) else {
                    throw InputError(
                        .project, "the layer '\(made.layer.id)', of '\(statistic.prefix)', occurs twice",
                        remedy: "give one of them another 'id'", at: Place(file: ProjectFile.name, field: "layers"))
                }
                layers.append(made.layer)
                let sheet = sheets.sheet(
                    of: made.layer, indicators: statistic.statistic.indicators,
                    variables: statistic.statistic.variables, on: released, statistic: made.method,
                    remarks: made.remarks)
                documents.append(sheet.document(of: made.layer.id))
            }
        }
        return ReleaseDraft(
            header: ReleaseHeader(
                title: project.title, publisher: project.publisher, licence: project.licence,
                protectionNotice: columns.tables.notice),
            levels: released, layers: layers, documents: documents)
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
            dates: project.dates(of: indicator).map { date in
                ReleasedValues(
                    date: date, source: columns.sourceLine(of: indicator.formula.variables),
                    column: columns.indicator(indicator, level: level, date: date))
            })
    }

    private func released(
        _ level: LevelAreas, geographic: ReferenceSystem
    ) throws(InputError) -> ReleasedLevel {
        let areas = try Transformation(from: level.system, to: plane).apply(to: level.areas)
        let labels = parallelMap(areas.count) { areas.labelPoint(of: $0) }
        return ReleasedLevel(
            division: level.division.id, divisionTitle: level.division.title, level: level.level.id,
            levelTitle: level.level.title, boundaryVersion: level.division.version,
            boundarySource: level.division.source, keys: level.keys, names: level.names,
            referenceSystem: plane.code ?? 0, areas: areas,
            geographic: try Transformation(from: level.system, to: geographic).apply(to: level.areas),
            labelX: labels.map { $0?.x ?? .nan }, labelY: labels.map { $0?.y ?? .nan })
    }
}
