import Analysis
import Catalogue
import Confidential
public import Diagnostics
import Disclosure
import Projection

/// The way from a project folder to a release: import → locate → aggregate → indicators → protect → release.
///
///     let result = try ProjectBuild(folder: "lindenau").run { print($0) }
///     result.release  // the id of the release that is now served
///
/// Everything confidential goes into `confidential/`, the release into `releases/`. The confidential file is written in
/// one transaction, the release file fresh and renamed, and the pointer to it last: whatever moment the process dies,
/// the release served before is whole and still served.
public struct ProjectBuild: Sendable {
    /// The project folder.
    public let folder: String

    /// A build of a folder with a `kleinraum.yaml`.
    public init(folder: String) { self.folder = folder }

    /// Where the releases of a project folder are.
    public static func releases(of folder: String) -> String { "\(folder)/releases" }

    /// Where the confidential file of a project folder is.
    public static func confidential(of folder: String) -> String { "\(folder)/confidential" }

    /// Builds and publishes.
    ///
    /// - Parameter progress: Is told in a sentence what begins.
    /// - Throws: `InputError`; then what was served is served still. The confidential file has changed only where the
    ///   pointer to a finished release could not be written.
    public func run(progress: (String) -> Void = { _ in }) throws(InputError) -> BuildResult {
        let project = try ProjectFile.read(folder)
        progress("reading boundaries")
        var reading = LevelReading(project)
        let levels = try reading.read()
        let findings = try DivisionFindings(project: project, levels: levels).documents()
        let file = try ConfidentialFile.open(ProjectBuild.confidential(of: folder))
        let releases = ReleaseFolder(ProjectBuild.releases(of: folder))
        let warnings =
            file.notices + reading.warnings + findings.remarks
            + project.sources.filter { $0.rule.threshold <= 1 }.map {
                "source \($0.id): a threshold of \($0.rule.threshold) hides nothing"
            }
        return try file.build { (build) throws(InputError) -> BuildResult in
            try build.clear()
            let plane = try MetricSystem.plane(of: project, levels: levels)
            let imported = try importAll(project, levels: levels, plane: plane, build: build, progress: progress)
            try build.keep(imported.atoms)
            progress("protecting and assembling layers")
            let problem = ProtectionProblem(
                atoms: imported.atoms,
                tables: LayerAssembly.tables(levels: levels.count, variables: imported.atoms.variables.count),
                rules: Dictionary(uniqueKeysWithValues: project.sources.map { ($0.id, $0.rule) }))
            let tables = protection(of: project).protect(problem)
            let columns = ReleasedColumns(project: project, variables: imported.atoms.variables, tables: tables)
            let draft = try LayerAssembly(
                project: project, levels: levels, columns: columns, plane: plane, documents: findings.documents
            ).draft()
            progress("writing the release")
            let written = try ReleaseFile.write(draft, in: releases.path)
            try build.note(release: written.id)
            return BuildResult(
                release: written.id, layers: draft.layers.count, deliveries: imported.deliveries, warnings: warnings,
                notice: tables.notice)
        } afterCommit: { (result) throws(InputError) in
            try releases.publish(result.release)
        }
    }

    private func importAll(
        _ project: ProjectFile, levels: [LevelAreas], plane: ReferenceSystem, build: ConfidentialBuild,
        progress: (String) -> Void
    ) throws(InputError) -> (atoms: Atoms, deliveries: [BuildResult.Delivery]) {
        let egohoods = EgohoodVariables(project)
        let variables = ProjectBuild.variables(of: project) + egohoods.variables
        let index = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1, $0) })
        var atoms = AtomBuilder(geographies: levels.map(\.geography), variables: variables)
        let addresses = AddressImport(project: project, levels: levels)
        var neighbours = EgohoodAddresses(egohoods, levels: levels.count)
        var deliveries: [BuildResult.Delivery] = []
        for source in project.sources {
            for delivery in source.files {
                progress("importing \(delivery.path)")
                let outcome = try addresses.run(
                    delivery, of: source, into: build, atoms: &atoms, neighbours: &neighbours, variableIndex: index)
                deliveries.append(BuildResult.Delivery(outcome, levels: levels))
            }
        }
        if !egohoods.egohoods.isEmpty { progress("computing neighbourhoods of people") }
        try EgohoodCounting(project: project, levels: levels, plane: plane, variables: egohoods)
            .add(neighbours, to: &atoms, variableIndex: index)
        return (atoms.finish(), deliveries)
    }

    /// Every variable at every date of its source.
    private static func variables(of project: ProjectFile) -> [CountVariable] {
        project.variables.flatMap { variable in
            (project.source(variable.source)?.files ?? []).map { delivery in
                CountVariable(
                    id: variable.id, date: delivery.date, source: variable.source, partOf: variable.partOf)
            }
        }
    }

    private func protection(of project: ProjectFile) -> any Protection {
        switch project.protection {
        case .threshold: ThresholdProtection()
        }
    }
}
